package fr.vismonjob.campaign;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.pairing.PairBuilder;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class CampaignsTest {
  private static final Instant NOW = Instant.parse("2026-11-10T06:00:00Z");

  private final Edition edition = EditionBuilder.edition().build();

  private List<MailKind> toPerson(RegistrationBuilder person, String today) {
    return Campaigns.toPerson(person.build(), edition, LocalDate.parse(today), NOW).stream()
        .map(Mail::kind)
        .toList();
  }

  private static PairBuilder pair() {
    return PairBuilder.pair("p1", ambassador("Ada").build(), student("Zoe").build())
        .date("2026-11-26");
  }

  private static Optional<MailKind> toPair(PairBuilder pair, String today) {
    return Campaigns.toPair(pair.build(), LocalDate.parse(today));
  }

  @Test
  void whoever_has_not_confirmed_is_nudged_three_days_after_registering() {
    RegistrationBuilder zoe =
        student("Zoe").status(Status.A_CONFIRMER).registeredAt("2026-10-20T08:00:00Z");
    assertEquals(List.of(), toPerson(zoe, "2026-10-22"));
    assertEquals(List.of(MailKind.NUDGE), toPerson(zoe, "2026-10-23"));
    assertEquals(List.of(MailKind.NUDGE), toPerson(zoe, "2026-11-02"));
    assertEquals(List.of(), toPerson(zoe, "2026-11-14"), "registration is closed");
  }

  @Test
  void whoever_confirmed_or_withdrew_is_not_nudged() {
    RegistrationBuilder zoe = student("Zoe").registeredAt("2026-10-20T08:00:00Z");
    assertEquals(List.of(), toPerson(zoe, "2026-10-23"));
    assertEquals(List.of(), toPerson(zoe.status(Status.RETIREE), "2026-10-23"));
  }

  @Test
  void whoever_has_no_partner_is_told_after_the_last_matching_until_the_event() {
    RegistrationBuilder zoe = student("Zoe");
    assertEquals(List.of(), toPerson(zoe, "2026-11-16"));
    assertEquals(List.of(MailKind.NO_PAIR_FINAL), toPerson(zoe, "2026-11-17"));
    assertEquals(List.of(MailKind.NO_PAIR_FINAL), toPerson(zoe, "2026-11-24"));
    assertEquals(List.of(), toPerson(zoe, "2026-11-25"));
    assertEquals(List.of(), toPerson(zoe.pairedWith("p1", "Ada Martin"), "2026-11-17"));
  }

  @Test
  void whoever_takes_no_part_is_told_of_no_partner() {
    RegistrationBuilder zoe = student("Zoe").registeredAt("2026-11-16T08:00:00Z");
    assertEquals(List.of(), toPerson(zoe.status(Status.RETIREE), "2026-11-17"));
    assertEquals(List.of(), toPerson(zoe.status(Status.A_CONFIRMER), "2026-11-17"));
  }

  @Nested
  final class Somebody_with_a_coaching_seat {
    private final RegistrationBuilder ada = ambassador("Ada").seat("s1", 1);

    private List<String> reminded(RegistrationBuilder person, String start, String today) {
      CoachingSlot slot =
          new CoachingSlot(
              "s1",
              "2026",
              OffsetDateTime.parse(start),
              OffsetDateTime.parse(start).plusHours(1),
              10,
              "",
              List.of(ada.build().id()));
      Set<String> slots = Campaigns.slotsToRemindOf(List.of(slot), LocalDate.parse(today));
      return Campaigns.ofSeat(person.build(), slots, NOW).stream().map(Mail::key).toList();
    }

    @Test
    void is_reminded_on_the_eve_only_once_for_this_seat() {
      String start = "2026-11-18T10:00:00+01:00";
      assertEquals(List.of(), reminded(ada, start, "2026-11-16"));
      assertEquals(
          List.of("rappel-seance/" + ada.build().id() + "/1-s1"),
          reminded(ada, start, "2026-11-17"));
      assertEquals(List.of(), reminded(ada, start, "2026-11-18"));
      assertEquals(List.of(), reminded(ada, start, "2026-11-19"));
    }

    @Test
    void is_reminded_by_the_day_in_Paris_whatever_the_offset() {
      String start = "2026-11-17T23:30:00Z"; // half past midnight of the 18th in Paris
      assertEquals(List.of(), reminded(ada, start, "2026-11-16"));
      assertEquals(1, reminded(ada, start, "2026-11-17").size());
    }

    @Test
    void is_not_reminded_of_another_seat_or_after_withdrawing() {
      String start = "2026-11-18T10:00:00+01:00";
      assertEquals(List.of(), reminded(ambassador("Bob"), start, "2026-11-17"));
      assertEquals(List.of(), reminded(ambassador("Bob").seat("s2", 1), start, "2026-11-17"));
      assertEquals(List.of(), reminded(ada.status(Status.RETIREE), start, "2026-11-17"));
    }
  }

  @Test
  void a_pair_is_reminded_by_its_own_date() {
    assertEquals(Optional.of(MailKind.REMINDER_WEEK), toPair(pair(), "2026-11-19"));
    assertEquals(Optional.of(MailKind.REMINDER_WEEK), toPair(pair(), "2026-11-23"));
    assertEquals(Optional.empty(), toPair(pair(), "2026-11-24"));
    assertEquals(Optional.of(MailKind.REMINDER_DAY), toPair(pair(), "2026-11-25"));
    assertEquals(Optional.empty(), toPair(pair(), "2026-11-26"));
    assertEquals(Optional.of(MailKind.FEEDBACK), toPair(pair(), "2026-11-27"));
    assertEquals(Optional.empty(), toPair(pair(), "2026-12-04"));
  }

  @Test
  void a_pair_is_not_reminded_of_what_it_has_just_been_told() {
    PairBuilder late = pair().formedAt("2026-11-19T06:00:10Z");
    for (String day : List.of("2026-11-19", "2026-11-20", "2026-11-21")) {
      assertEquals(Optional.empty(), toPair(late, day));
    }
    assertEquals(Optional.of(MailKind.REMINDER_WEEK), toPair(late, "2026-11-22"));
    PairBuilder tooLate = pair().formedAt("2026-11-22T06:00:10Z");
    assertEquals(Optional.empty(), toPair(tooLate, "2026-11-23"));
    assertEquals(Optional.of(MailKind.REMINDER_DAY), toPair(tooLate, "2026-11-25"));
  }

  @Test
  void a_pair_counts_as_told_on_the_day_of_its_run_whatever_the_clock_says() {
    PairBuilder ahead = pair().date("2026-11-16").formedAt("2026-10-01T06:00:10Z");
    assertEquals(Optional.empty(), toPair(ahead, "2026-11-12"));
    assertEquals(Optional.of(MailKind.REMINDER_WEEK), toPair(ahead, "2026-11-13"));
  }

  @Test
  void a_pair_that_is_still_talking_about_another_day_is_reminded_of_the_one_that_stands() {
    PairBuilder talking = pair().proposal(Role.ETUDIANT, "2026-11-30");
    assertEquals(Optional.of(MailKind.REMINDER_DAY), toPair(talking, "2026-11-25"));
  }

  @Test
  void a_cancelled_pair_hears_nothing() {
    for (String day : List.of("2026-11-19", "2026-11-25", "2026-11-27")) {
      assertEquals(Optional.empty(), toPair(pair().status(PairStatus.ANNULE), day));
    }
  }

  @Test
  void the_other_is_still_asked_once_one_has_given_feedback() {
    assertEquals(
        Optional.of(MailKind.FEEDBACK), toPair(pair().status(PairStatus.REALISE), "2026-11-27"));
  }

  @Test
  void a_pair_that_moves_to_another_day_is_reminded_of_that_day_too() {
    Registration zoe = student("Zoe").build();
    Mail first = Campaigns.ofPair(MailKind.REMINDER_WEEK, pair().build(), zoe, NOW);
    Mail second =
        Campaigns.ofPair(MailKind.REMINDER_WEEK, pair().date("2026-12-01").build(), zoe, NOW);
    assertEquals("rappel-j7/" + zoe.id() + "/p1/2026-11-26", first.key());
    assertEquals("rappel-j7/" + zoe.id() + "/p1/2026-12-01", second.key());
    assertEquals(
        new About.Meeting(1, "p1", Optional.empty(), Optional.of(LocalDate.parse("2026-11-26"))),
        first.about());
  }
}
