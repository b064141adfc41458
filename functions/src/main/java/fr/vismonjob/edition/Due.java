package fr.vismonjob.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is due on a day of an edition: a pure function of the two, so that a year can be walked
 * through in a test. Whatever is missed on its day is caught up with for as long as it still makes
 * sense, and only so long.
 */
public final class Due {
  private static final int TRIAL_EARLIEST = 4;
  private static final int TRIAL_LATEST = 2;
  private static final int NUDGE_AFTER_DAYS = 3;
  private static final int WEEK_REMINDER_EARLIEST = 7;
  private static final int WEEK_REMINDER_LATEST = 3;
  private static final int FEEDBACK_LATEST = 7;
  private static final int FINAL_REPORT_LATEST = 7;

  private Due() {}

  /** All that the edition asks for on this day. */
  public static Set<Duty> on(LocalDate today, Edition edition) {
    Set<Duty> duties = EnumSet.noneOf(Duty.class);
    long untilMatching = ChronoUnit.DAYS.between(today, edition.firstMatching());
    if (untilMatching >= TRIAL_LATEST && untilMatching <= TRIAL_EARLIEST) {
      duties.add(Duty.TRIAL);
    }
    if (edition.isMatchingDay(today)) {
      duties.add(Duty.MATCHING);
    }
    if (isNudgeDue(today, edition.registrationFrom(), edition)) {
      duties.add(Duty.NUDGE);
    }
    for (LocalDate day : edition.possibleDays()) {
      duties.addAll(forPairOn(day, today));
    }
    if (today.isAfter(edition.lastMatching()) && !today.isAfter(edition.day())) {
      duties.add(Duty.NO_PAIR_FINAL);
    }
    long sinceTheDay = ChronoUnit.DAYS.between(edition.day(), today);
    if (sinceTheDay >= 1 && sinceTheDay <= FINAL_REPORT_LATEST) {
      duties.add(Duty.FINAL_REPORT);
    }
    if (!today.isBefore(edition.erasureDay())) {
      duties.add(Duty.ERASURE);
    }
    return duties;
  }

  /** What is due on this day for a pair that meets on {@code day}. */
  public static Set<Duty> forPairOn(LocalDate day, LocalDate today) {
    long daysLeft = ChronoUnit.DAYS.between(today, day);
    if (daysLeft >= WEEK_REMINDER_LATEST && daysLeft <= WEEK_REMINDER_EARLIEST) {
      return EnumSet.of(Duty.REMINDER_WEEK);
    }
    if (daysLeft == 1) {
      return EnumSet.of(Duty.REMINDER_DAY);
    }
    if (daysLeft <= -1 && daysLeft >= -FEEDBACK_LATEST) {
      return EnumSet.of(Duty.FEEDBACK);
    }
    return EnumSet.noneOf(Duty.class);
  }

  /** Whether somebody who registered at that moment and has not confirmed is to be asked again. */
  public static boolean isNudgeDue(LocalDate today, Instant registeredAt, Edition edition) {
    return isNudgeDue(today, dayOf(registeredAt), edition);
  }

  private static boolean isNudgeDue(LocalDate today, LocalDate registeredOn, Edition edition) {
    return edition.isRegistrationOpen(today)
        && !today.isBefore(registeredOn.plusDays(NUDGE_AFTER_DAYS));
  }

  /** The day that it is in France at that moment. */
  public static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, FrenchDates.PARIS);
  }
}
