package fr.vismonjob.edition;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mail that is sent some days before or after a meeting, with those days. If it was missed on its
 * first day, it is sent later, as long as it still makes sense.
 */
public enum Reminder {
  PAIR_WEEK("rappel-j7", 7, 3),
  PAIR_EVE("rappel-j1", 1, 1),
  FEEDBACK("avis", -1, -7),
  SEAT_EVE("rappel-seance", 1, 1);

  private final String code;
  private final int from;
  private final int until;

  /**
   * @param code the mail's kind
   * @param from at most this many days before the meeting; a negative number counts days after it
   * @param until at least this many days before the meeting; a negative number counts days after it
   */
  Reminder(String code, int from, int until) {
    this.code = code;
    this.from = from;
    this.until = until;
  }

  public String code() {
    return code;
  }

  /** Empty for a kind of mail that may be sent on any day. */
  public static Optional<Reminder> ofCode(String code) {
    return Arrays.stream(values()).filter(reminder -> reminder.code.equals(code)).findFirst();
  }

  /** The reminders due today to a pair that meets on {@code day}. */
  public static Optional<Reminder> ofPair(LocalDate day, LocalDate today) {
    return Stream.of(PAIR_WEEK, PAIR_EVE, FEEDBACK)
        .filter(reminder -> reminder.isDue(day, today))
        .findFirst();
  }

  public boolean isDue(LocalDate day, LocalDate today) {
    return ChronoUnit.DAYS.between(today, day) <= from && !isOver(day, today);
  }

  /** Whether it is too late to send it. */
  public boolean isOver(LocalDate day, LocalDate today) {
    return ChronoUnit.DAYS.between(today, day) < until;
  }
}
