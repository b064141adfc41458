package fr.vismonjob.matching.cli;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads dates such as 2026-11-24. */
final class Dates {

  private Dates() {}

  /**
   * The same as {@link LocalDate#parse(CharSequence)}, whose formats take a new process some
   * hundredths of a second to load; so it is asked only for dates that are written otherwise.
   */
  static LocalDate parse(String value) {
    return value.length() == 10 && value.charAt(4) == '-' && value.charAt(7) == '-'
        ? LocalDate.of(number(value, 0, 4), number(value, 5, 7), number(value, 8, 10))
        : LocalDate.parse(value);
  }

  private static int number(String value, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = value.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new DateTimeException(value);
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
