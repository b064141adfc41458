package fr.vismonjob.form;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an hour of the day as people write it: {@code 9:30}, {@code 09h30}, {@code 9 h}. */
public final class TypedHour {
  private static final Pattern HOUR =
      Pattern.compile(
          "([01]?[0-9]|2[0-3])(?:\\s*(?:h|heures?|:|\\.)\\s*([0-5][0-9])(?::00|\\s*min)?|\\s*h(?:eures?)?)?",
          Pattern.CASE_INSENSITIVE);

  private TypedHour() {}

  /** The hour; empty if the text is none. */
  public static Optional<LocalTime> of(String typed) {
    Matcher hour = HOUR.matcher(TypedText.code(typed));
    return hour.matches()
        ? Optional.of(
            LocalTime.of(
                Integer.parseInt(hour.group(1)),
                hour.group(2) == null ? 0 : Integer.parseInt(hour.group(2))))
        : Optional.empty();
  }
}
