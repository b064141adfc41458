package fr.vismonjob.mail;

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
  PAIR_WEEK(MailKind.REMINDER_WEEK, 7, 3),
  PAIR_EVE(MailKind.REMINDER_DAY, 1, 1),
  FEEDBACK(MailKind.FEEDBACK, -1, -7),
  SEAT_EVE(MailKind.SEAT_REMINDER, 1, 1);

  /** So many days after the mail that told of the pair, the reminder would only repeat it. */
  private static final int STILL_NEWS_DAYS = 2;

  private final MailKind kind;
  private final int from;
  private final int until;

  /**
   * @param from at most this many days before the meeting; a negative number counts days after it
   * @param until at least this many days before the meeting; a negative number counts days after it
   */
  Reminder(MailKind kind, int from, int until) {
    this.kind = kind;
    this.from = from;
    this.until = until;
  }

  public MailKind kind() {
    return kind;
  }

  /** Empty for a kind of mail that may be sent on any day. */
  public static Optional<Reminder> of(MailKind kind) {
    return Arrays.stream(values()).filter(reminder -> reminder.kind == kind).findFirst();
  }

  /**
   * The reminder due today to a pair.
   *
   * @param day on which the two meet
   * @param told on which they were told of each other, if that is known
   */
  public static Optional<Reminder> ofPair(
      LocalDate day, Optional<LocalDate> told, LocalDate today) {
    return Stream.of(PAIR_WEEK, PAIR_EVE, FEEDBACK)
        .filter(reminder -> reminder.isDue(day, today))
        .findFirst()
        .filter(
            reminder ->
                reminder != PAIR_WEEK
                    || told.map(news -> news.plusDays(STILL_NEWS_DAYS))
                        .filter(news -> !today.isAfter(news))
                        .isEmpty());
  }

  public boolean isDue(LocalDate day, LocalDate today) {
    return ChronoUnit.DAYS.between(today, day) <= from && !isOver(day, today);
  }

  /** Whether it is too late to send it. */
  public boolean isOver(LocalDate day, LocalDate today) {
    return ChronoUnit.DAYS.between(today, day) < until;
  }
}
