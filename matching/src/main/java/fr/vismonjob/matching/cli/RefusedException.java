package fr.vismonjob.matching.cli;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Input that the program refuses; the message says where and why. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}"); // would garble a terminal

  RefusedException(String reason) {
    super(CONTROL.matcher(reason).replaceAll("?"));
  }

  RefusedException(Path file, String reason) {
    this(file + ": " + reason);
  }

  RefusedException(Path file, int line, String column, String reason) {
    this("%s, line %d, column %s: %s".formatted(file, line, column, reason));
  }
}
