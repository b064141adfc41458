package fr.vismonjob.delivery;

import java.util.regex.Pattern;

/**
 * Makes what people typed safe beside our own words: removes control characters and characters that
 * change the direction.
 */
final class Typed {
  /** Cc without tab and line feed, line and paragraph separators, and the marks of UAX #9. */
  private static final Pattern HIDDEN =
      Pattern.compile(
          "[\\p{Cc}&&[^\\t\\n"
              + "]]|[\\u2028\\u2029\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

  private static final Pattern BREAK = Pattern.compile("\\R");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private static final int LONGEST_NAME = 60;

  private Typed() {}

  /** The text in one line. */
  static String line(String typed) {
    return SPACES.matcher(visible(typed)).replaceAll(" ").strip();
  }

  /** The text with its line breaks, and with nothing hidden. */
  static String visible(String text) {
    return HIDDEN.matcher(BREAK.matcher(text).replaceAll("\n")).replaceAll("");
  }

  /** A name in one line, clipped for subjects and headers. */
  static String name(String typed) {
    String line = line(typed);
    if (line.codePointCount(0, line.length()) <= LONGEST_NAME) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME - 1)).strip() + "…";
  }
}
