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
  private static final int FINAL_REPORT_LATEST = 7;

  private Due() {}

  /** What the edition asks for on this day, beside the mails to its people and pairs. */
  public static Set<Duty> on(LocalDate today, Edition edition) {
    Set<Duty> duties = EnumSet.noneOf(Duty.class);
    long untilMatching = ChronoUnit.DAYS.between(today, edition.firstMatching());
    if (untilMatching >= TRIAL_LATEST && untilMatching <= TRIAL_EARLIEST) {
      duties.add(Duty.TRIAL);
    }
    if (edition.isMatchingDay(today)) {
      duties.add(Duty.MATCHING);
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

  /** Whether somebody who registered at that moment and has not confirmed is to be asked again. */
  public static boolean isNudgeDue(LocalDate today, Instant registeredAt, Edition edition) {
    return edition.isRegistrationOpen(today)
        && !today.isBefore(dayOf(registeredAt).plusDays(NUDGE_AFTER_DAYS));
  }

  /** Whether somebody without a partner is to be told that none was found. */
  public static boolean isNoPairFinalDue(LocalDate today, Edition edition) {
    return !edition.isMatchingToCome(today) && !today.isAfter(edition.day());
  }

  /** The day that it is in France at that moment. */
  public static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, FrenchDates.PARIS);
  }
}
