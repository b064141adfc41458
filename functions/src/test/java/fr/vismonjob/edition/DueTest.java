package fr.vismonjob.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.Reminder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DueTest {
  private final Edition edition = EditionBuilder.edition().build();

  /** The days, of a year walked through one by one, on which the duty falls. */
  private static List<LocalDate> days(Duty duty, Edition edition) {
    return days(today -> Due.on(today, edition).contains(duty));
  }

  private static List<LocalDate> finalDays(Edition edition) {
    return days(today -> Due.isNoPairFinalDue(today, edition));
  }

  private static List<LocalDate> days(Predicate<LocalDate> isDue) {
    return LocalDate.parse("2026-01-01")
        .datesUntil(LocalDate.parse("2027-03-01"))
        .filter(isDue)
        .toList();
  }

  private static List<LocalDate> from(String first, String last) {
    return LocalDate.parse(first).datesUntil(LocalDate.parse(last).plusDays(1)).toList();
  }

  @Nested
  final class A_whole_year_day_by_day {
    @Test
    void a_trial_is_made_from_four_to_two_days_before_the_first_matching_day() {
      assertEquals(from("2026-10-30", "2026-11-01"), days(Duty.TRIAL, edition));
    }

    @Test
    void pairs_are_made_every_day_from_the_first_matching_day_to_the_last() {
      assertEquals(from("2026-11-03", "2026-11-16"), days(Duty.MATCHING, edition));
    }

    @Test
    void people_without_a_pair_are_told_for_good_between_the_last_matching_and_the_event() {
      assertEquals(from("2026-11-17", "2026-11-24"), finalDays(edition));
    }

    @Test
    void proposals_are_closed_from_the_day_after_the_last_matching_while_there_are_any() {
      assertEquals(List.of(), days(Duty.CLOSING, edition));
      assertEquals(
          from("2026-11-17", "2027-02-28"),
          days(
              Duty.CLOSING,
              EditionBuilder.edition().onAgreement().proposed("2026/2026-11-16").build()));
    }

    @Test
    void the_final_report_is_made_until_all_have_been_asked_how_it_went() {
      assertEquals(from("2026-11-25", "2026-12-16"), days(Duty.FINAL_REPORT, edition));
    }

    @Test
    void personal_data_is_erased_from_ninety_days_after_the_event() {
      assertEquals(from("2027-02-22", "2027-02-28"), days(Duty.ERASURE, edition));
    }
  }

  @Nested
  final class A_meeting_on_26_November {
    private static final LocalDate DAY = LocalDate.parse("2026-11-26");

    private static List<LocalDate> due(Reminder reminder) {
      return days(today -> reminder.isDue(DAY, today));
    }

    @Test
    void of_a_pair_has_each_reminder_on_its_days_and_nothing_else() {
      Map<LocalDate, Reminder> expected = new TreeMap<>();
      from("2026-11-19", "2026-11-23").forEach(day -> expected.put(day, Reminder.PAIR_WEEK));
      expected.put(LocalDate.parse("2026-11-25"), Reminder.PAIR_EVE);
      from("2026-11-27", "2026-12-03").forEach(day -> expected.put(day, Reminder.FEEDBACK));
      Map<LocalDate, Reminder> found = new TreeMap<>();
      days(_ -> true)
          .forEach(
              today ->
                  Reminder.ofPair(DAY, Optional.empty(), today)
                      .ifPresent(reminder -> found.put(today, reminder)));
      assertEquals(expected, found);
    }

    @Test
    void is_not_reminded_of_in_the_week_while_the_news_of_the_pair_is_two_days_old_at_most() {
      LocalDate told = LocalDate.parse("2026-11-18");
      assertEquals(
          from("2026-11-21", "2026-11-23"),
          days(
              today ->
                  Reminder.ofPair(DAY, Optional.of(told), today)
                      .equals(Optional.of(Reminder.PAIR_WEEK))));
    }

    @Test
    void is_reminded_of_on_its_eve_however_new_the_pair_is() {
      LocalDate eve = LocalDate.parse("2026-11-25");
      assertEquals(Optional.of(Reminder.PAIR_EVE), Reminder.ofPair(DAY, Optional.of(eve), eve));
    }

    @ParameterizedTest
    @EnumSource
    void has_reminders_that_are_known_by_the_kind_of_their_mail(Reminder reminder) {
      assertEquals(Optional.of(reminder), Reminder.of(reminder.kind()));
      assertEquals(Optional.empty(), Reminder.of(MailKind.PAIR));
    }

    @Test
    void of_coaches_is_reminded_of_on_its_eve_only() {
      assertEquals(from("2026-11-25", "2026-11-25"), due(Reminder.SEAT_EVE));
    }

    @Test
    void is_not_reminded_of_too_late_and_not_refused_too_early() {
      assertEquals(
          LocalDate.parse("2026-11-26"),
          days(today -> Reminder.SEAT_EVE.isOver(DAY, today)).getFirst());
      assertEquals(
          LocalDate.parse("2026-11-24"),
          days(today -> Reminder.PAIR_WEEK.isOver(DAY, today)).getFirst());
      assertEquals(
          LocalDate.parse("2026-12-04"),
          days(today -> Reminder.FEEDBACK.isOver(DAY, today)).getFirst());
    }
  }

  @Nested
  final class Somebody_who_registered_on_20_October {
    /** Half past eleven in the evening, universal time: the 21st already in Paris. */
    private static final Instant LATE = Instant.parse("2026-10-20T22:30:00Z");

    private boolean nudged(String registeredAt, String today, Edition edition) {
      return Due.isNudgeDue(LocalDate.parse(today), Instant.parse(registeredAt), edition);
    }

    @Test
    void is_nudged_from_the_third_day_after() {
      assertFalse(nudged("2026-10-20T08:00:00Z", "2026-10-22", edition));
      assertTrue(nudged("2026-10-20T08:00:00Z", "2026-10-23", edition));
      assertTrue(nudged("2026-10-20T08:00:00Z", "2026-11-13", edition));
      assertFalse(nudged(LATE.toString(), "2026-10-23", edition));
      assertTrue(nudged(LATE.toString(), "2026-10-24", edition));
    }

    @Test
    void is_not_nudged_once_registration_is_closed() {
      assertFalse(nudged("2026-10-20T08:00:00Z", "2026-11-14", edition));
    }

    @Test
    void is_not_nudged_before_registration_is_open() {
      assertFalse(nudged("2026-09-01T08:00:00Z", "2026-09-14", edition));
      assertTrue(nudged("2026-09-01T08:00:00Z", "2026-09-15", edition));
    }

    @Test
    void is_forgotten_thirty_days_later_by_the_day_in_Paris() {
      assertEquals(LocalDate.parse("2026-11-20"), Due.forgottenOn(LATE));
      assertEquals(
          LocalDate.parse("2026-11-19"), Due.forgottenOn(Instant.parse("2026-10-20T21:59:59Z")));
    }

    @Test
    void is_among_those_forgotten_from_that_very_day_on() {
      LocalDate last = Due.forgottenOn(LATE);
      assertTrue(LATE.isBefore(Due.forgottenIfBefore(last)));
      assertFalse(LATE.isBefore(Due.forgottenIfBefore(last.minusDays(1))));
      assertEquals(Instant.parse("2026-10-21T22:00:00Z"), Due.forgottenIfBefore(last));
    }

    @Test
    void registered_on_the_day_that_it_was_in_Paris() {
      assertEquals(LocalDate.parse("2026-10-21"), FrenchDates.dayOf(LATE));
    }
  }

  @Test
  void the_year_follows_the_dates_that_organisers_set() {
    Edition spring =
        EditionBuilder.edition()
            .day("2026-04-09")
            .registration("2026-02-01", "2026-03-31")
            .matching("2026-03-20", "2026-04-08")
            .build();
    assertEquals(from("2026-03-20", "2026-04-08"), days(Duty.MATCHING, spring));
    assertEquals(from("2026-04-09", "2026-04-09"), finalDays(spring));
    assertEquals(LocalDate.parse("2026-07-08"), days(Duty.ERASURE, spring).getFirst());
  }
}
