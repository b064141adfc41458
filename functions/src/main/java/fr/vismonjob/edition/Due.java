package fr.vismonjob.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is due on a day of an edition. It depends on these two only, so that a test can go through a
 * whole year. What was missed on its day is made up for later, as long as it still makes sense.
 */
public final class Due {
  private static final int TRIAL_EARLIEST = 4;
  private static final int TRIAL_LATEST = 2;
  private static final int NUDGE_AFTER_DAYS = 3;

  /** The last day on which people are asked how it went is counted too. */
  private static final int REPORTED_AFTER_DAYS = 8;

  /** How long a registration waits to be confirmed: whoever filled it in may be a stranger. */
  private static final int UNCONFIRMED_KEPT_DAYS = 30;

  private Due() {}

  /** The duties of this day, apart from the mails to people and pairs. */
  public static Set<Duty> on(LocalDate today, Edition edition) {
    Set<Duty> duties = EnumSet.noneOf(Duty.class);
    long untilMatching = ChronoUnit.DAYS.between(today, edition.firstMatching());
    if (untilMatching >= TRIAL_LATEST && untilMatching <= TRIAL_EARLIEST) {
      duties.add(Duty.TRIAL);
    }
    if (edition.isMatchingDay(today)) {
      duties.add(Duty.MATCHING);
    }
    if (!edition.isMatchingToCome(today) && edition.proposed().isPresent()) {
      duties.add(Duty.CLOSING);
    }
    LocalDate lastReport = edition.possibleDays().last().plusDays(REPORTED_AFTER_DAYS);
    if (today.isAfter(edition.day()) && !today.isAfter(lastReport)) {
      duties.add(Duty.FINAL_REPORT);
    }
    if (!today.isBefore(edition.erasureDay())) {
      duties.add(Duty.ERASURE);
    }
    return duties;
  }

  /** Whether a person who registered at that moment and has not confirmed is reminded today. */
  public static boolean isNudgeDue(LocalDate today, Instant registeredAt, Edition edition) {
    return edition.isRegistrationOpen(today)
        && !today.isBefore(FrenchDates.dayOf(registeredAt).plusDays(NUDGE_AFTER_DAYS));
  }

  /** The day on which a registration of that moment is forgotten if it is still to confirm. */
  public static LocalDate forgottenOn(Instant registeredAt) {
    return FrenchDates.dayOf(registeredAt).plusDays(UNCONFIRMED_KEPT_DAYS);
  }

  /** Who registered before that moment, and has not confirmed, is forgotten on that day. */
  public static Instant forgottenIfBefore(LocalDate today) {
    return today.minusDays(UNCONFIRMED_KEPT_DAYS - 1L).atStartOfDay(FrenchDates.PARIS).toInstant();
  }

  /** Whether people without a partner are told today that none was found. */
  public static boolean isNoPairFinalDue(LocalDate today, Edition edition) {
    return !edition.isMatchingToCome(today) && !today.isAfter(edition.day());
  }
}
