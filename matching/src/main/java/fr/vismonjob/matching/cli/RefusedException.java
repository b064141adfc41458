package fr.vismonjob.matching.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Input that the program refuses; the message says where and why, however long the input is. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1;
  private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}"); // would garble a terminal
  private static final int LONGEST = 300;

  RefusedException(String reason) {
    super(shown(reason));
  }

  RefusedException(Path file, String reason) {
    super(shown(file.toString()) + ": " + shown(reason));
  }

  RefusedException(Path file, String what, IOException why) {
    this(file, what + " (" + reason(why) + ")");
  }

  RefusedException(Path file, int line, String column, String reason) {
    super(
        String.format(
            Locale.ROOT,
            "%s, line %d, column %s: %s",
            shown(file.toString()),
            line,
            shown(column),
            shown(reason)));
  }

  /** The text, or its beginning and end if it is long, without what would garble a terminal. */
  private static String shown(String text) {
    String ends =
        text.length() <= LONGEST
            ? text
            : text.substring(0, LONGEST / 2) + " … " + text.substring(text.length() - LONGEST / 2);
    return UNPRINTABLE.matcher(ends).replaceAll("?");
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException inFile when inFile.getReason() != null -> inFile.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
