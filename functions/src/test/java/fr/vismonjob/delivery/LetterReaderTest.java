package fr.vismonjob.delivery;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.component.VEvent;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.pairing.PairBuilder;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Between queueing and sending the state may change: what is no longer so is not said. */
final class LetterReaderTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();

  private static final String PAIR = "pair-1";

  /** What mails of any kind are about. */
  private static final String[] DETAILS = {
    "binome", PAIR, "seance", "s1", "demande_le", "2026-11-10T06:00:00Z"
  };

  private final RegistrationBuilder ada = ambassador("Ada");
  private final RegistrationBuilder zoe = student("Zoe");
  private final String adaId = ada.build().id();
  private final String zoeId = zoe.build().id();

  private Post post() {
    return Post.of(TABLES, ses.client());
  }

  @BeforeEach
  void an_edition() {
    post()
        .edition(EditionBuilder.edition().organisers("a@numerique.gouv.fr", "b@numerique.gouv.fr"));
  }

  private void assertSent(MailKind kind, String registration, String... details) {
    String key = post().queue(kind, registration, details);
    assertEquals(SendResult.SENT, post().sender().send(key), () -> post().text(key, "motif"));
  }

  private void assertPointless(
      String reason, MailKind kind, String registration, String... details) {
    String key = post().queue(kind, registration, details);
    assertEquals(SendResult.POINTLESS, post().sender().send(key));
    assertEquals(reason, post().text(key, "motif"));
    assertEquals(List.of(), ses.received());
  }

  private void assertTooLate(String today, MailKind kind, String registration, String... details) {
    String key = post().queue(kind, registration, details);
    assertEquals(SendResult.POINTLESS, post().send(key, today));
    assertEquals("il est trop tard pour ce rappel", post().text(key, "motif"));
  }

  static Stream<MailKind> kindsAboutARegistration() {
    return Arrays.stream(MailKind.values())
        .filter(
            kind ->
                !EnumSet.of(
                        MailKind.ERASED,
                        MailKind.NEXT_EDITION,
                        MailKind.REPORT,
                        MailKind.RECRUIT,
                        MailKind.PROPOSALS)
                    .contains(kind));
  }

  @ParameterizedTest
  @MethodSource("kindsAboutARegistration")
  void nothing_goes_to_somebody_whose_registration_is_gone(MailKind kind) {
    assertPointless("l’inscription n’existe plus", kind, adaId, DETAILS);
  }

  /** What an earlier registration has put into the calendar must go all the same. */
  static Stream<MailKind> kindsThatEndNoMeeting() {
    return kindsAboutARegistration()
        .filter(kind -> !EnumSet.of(MailKind.PAIR_CANCELLED, MailKind.WITHDRAWN).contains(kind));
  }

  @ParameterizedTest
  @MethodSource("kindsThatEndNoMeeting")
  void nothing_about_an_earlier_registration_goes_after_a_new_one(MailKind kind) {
    post().registered(ada.number(2));
    assertPointless("la personne s’est inscrite à nouveau depuis", kind, adaId, DETAILS);
  }

  @Test
  void a_mail_that_waits_while_the_link_is_replaced_leaves_with_the_new_one() throws Exception {
    post().registered(ada);
    String key = post().queue(MailKind.NO_PAIR_FINAL, adaId);
    TABLES.update("Registrations", adaId).set(Item.empty().put("lien_numero", 77)).apply();
    assertEquals(SendResult.SENT, post().sender().send(key));
    String link = "/inscription/" + SecretLink.of(adaId, 77, Post.KEYED).text();
    assertTrue(ReceivedMail.of(ses.received().getFirst().message()).text().contains(link));
  }

  /** A new address is what somebody needs whose present one takes no mails. */
  static Stream<MailKind> kindsToThePresentAddress() {
    return kindsAboutARegistration()
        .filter(kind -> !EnumSet.of(MailKind.NEW_ADDRESS, MailKind.RELAY).contains(kind));
  }

  @ParameterizedTest
  @MethodSource("kindsToThePresentAddress")
  void nothing_goes_to_somebody_whom_mails_do_not_reach(MailKind kind) {
    post().registered(ada.unreachable("l’adresse n’existe pas"));
    assertPointless(
        "plus aucun mail n’est envoyé à cette personne : l’adresse n’existe pas",
        kind,
        adaId,
        DETAILS);
  }

  @Test
  void the_mail_to_a_new_address_goes_to_somebody_whom_mails_do_not_reach_at_the_present_one() {
    post().registered(ada.unreachable("l’adresse n’existe pas"));
    TABLES
        .update("Registrations", adaId)
        .set("courriel_demande", "new@example.gouv.fr")
        .set("courriel_demande_le", "2026-11-10T06:00:00Z")
        .apply();
    assertSent(MailKind.NEW_ADDRESS, adaId, "demande_le", "2026-11-10T06:00:00Z");
    assertEquals("new@example.gouv.fr", ses.received().getFirst().destination());
  }

  @Nested
  class About_the_registration {
    private static final String CHANGED = "l’inscription a changé d’état depuis";

    @ParameterizedTest
    @EnumSource(names = {"CONFIRMATION", "NUDGE"})
    void asking_for_confirmation_ends_with_it(MailKind kind) {
      post().registered(ada.status(Status.CONFIRMEE));
      assertPointless(CHANGED, kind, adaId);
    }

    @Test
    void advice_for_the_first_run_ends_with_it() {
      post().registered(ada);
      String key = post().queue(MailKind.WIDEN, adaId);
      assertEquals(SendResult.POINTLESS, post().send(key, "2026-11-03"));
      assertEquals("les premiers binômes sont formés", post().text(key, "motif"));
    }

    @Test
    void nobody_is_asked_again_to_confirm_once_registration_is_closed() {
      post().registered(ada.status(Status.A_CONFIRMER), zoe.status(Status.A_CONFIRMER));
      String key = post().queue(MailKind.NUDGE, zoeId);
      assertEquals(SendResult.SENT, post().send(key, "2026-11-13"));
      String late = post().queue(MailKind.NUDGE, adaId);
      assertEquals(SendResult.POINTLESS, post().send(late, "2026-11-14"));
      assertEquals("les inscriptions sont closes", post().text(late, "motif"));
    }

    @ParameterizedTest
    @EnumSource(
        names = {"LINK", "COACHING_OFFER", "CONFIRMED", "WIDEN", "NO_PAIR", "NO_PAIR_FINAL"})
    void nothing_about_taking_part_goes_to_somebody_who_withdrew(MailKind kind) {
      post().registered(ada.status(Status.RETIREE));
      assertPointless(CHANGED, kind, adaId);
    }

    @Test
    void a_withdrawal_before_a_new_registration_still_takes_the_day_out_of_the_calendar() {
      post().registered(ada.number(2).status(Status.A_CONFIRMER), zoe);
      TABLES.put(
          "Pairs",
          PairBuilder.pair(PAIR, ada.build(), zoe.build()).status(PairStatus.ANNULE).item());
      assertSent(MailKind.WITHDRAWN, adaId, "binomes", PAIR);
      ReceivedMail mail = ReceivedMail.of(ses.received().getFirst().message());
      assertEquals("Votre agenda est mis à jour après votre retrait", mail.subject());
      assertTrue(mail.calendar().getMethod().isCancel());
      assertTrue(mail.text().contains("Votre nouvelle inscription ne change pas."), mail.text());
    }

    @Test
    void a_withdrawal_before_a_new_registration_is_no_news_if_nothing_was_in_the_calendar() {
      post().registered(ada.number(2).status(Status.A_CONFIRMER));
      assertPointless(CHANGED, MailKind.WITHDRAWN, adaId);
    }

    @Test
    void a_day_called_off_before_a_new_registration_still_goes_out_of_the_calendar() {
      post().registered(ada.number(2).status(Status.A_CONFIRMER), zoe);
      TABLES.put(
          "Pairs",
          PairBuilder.pair(PAIR, ada.build(), zoe.build()).status(PairStatus.ANNULE).item());
      assertSent(MailKind.PAIR_CANCELLED, adaId, "binome", PAIR, "annule_par", "PARTENAIRE");
      assertTrue(
          ReceivedMail.of(ses.received().getFirst().message()).calendar().getMethod().isCancel());
    }

    @Test
    void a_withdrawal_is_confirmed_even_if_the_row_of_the_slot_cannot_be_read() {
      post().registered(ada.status(Status.RETIREE));
      TABLES.put("CoachingSlots", Item.empty().put("seance", "s1").put("debut", "?").attributes());
      assertSent(MailKind.WITHDRAWN, adaId, "seance", "s1");
    }

    @Test
    void a_day_is_called_off_even_if_the_row_of_the_other_cannot_be_read() {
      post().registered(ada, zoe);
      TABLES.update("Registrations", adaId).set("inscrit_le", "?").apply();
      TABLES.put(
          "Pairs",
          PairBuilder.pair(PAIR, ada.build(), zoe.build()).status(PairStatus.ANNULE).item());
      assertSent(MailKind.PAIR_CANCELLED, zoeId, "binome", PAIR, "annule_par", "PARTENAIRE");
    }

    @Test
    void a_withdrawal_is_confirmed_while_it_stands() {
      post().registered(ada.status(Status.RETIREE), zoe);
      assertSent(MailKind.WITHDRAWN, adaId);
      ses.received().clear();
      assertPointless(CHANGED, MailKind.WITHDRAWN, zoeId);
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDEN", "NO_PAIR", "NO_PAIR_FINAL"})
    void somebody_who_has_a_partner_is_not_told_that_there_is_none(MailKind kind) {
      post().registered(ada.pairedWith(PAIR, "Zoe Martin"));
      assertPointless("la personne a un binôme", kind, adaId);
    }
  }

  @Nested
  class About_a_seat {
    private static final String CHANGED = "la réservation a changé depuis";

    @BeforeEach
    void a_slot() {
      TABLES.put("CoachingSlots", slot("2026-11-18T10:00:00+01:00"));
    }

    private void put(Item slot) {
      TABLES.put("CoachingSlots", slot.attributes());
    }

    private Map<String, AttributeValue> slot(String start) {
      return Item.empty()
          .put("seance", "s1")
          .put("edition", "2026")
          .put("debut", start)
          .put("fin", OffsetDateTime.parse(start).plusHours(1).toString())
          .put("places", 10)
          .put("places_restantes", 9)
          .put("lien", "https://visio.example/1")
          .put("inscrits", List.of(adaId))
          .attributes();
    }

    @Test
    void a_booked_seat_is_confirmed() {
      post().registered(ada.seat("s1", 1));
      assertSent(MailKind.SEAT, adaId, "seance", "s1", "sequence", "1");
    }

    @Test
    void a_seat_moved_meanwhile_is_not() {
      post().registered(ada.seat("s2", 2));
      assertPointless(CHANGED, MailKind.SEAT, adaId, "seance", "s1", "sequence", "1");
    }

    @Test
    void a_seat_given_back_and_booked_again_is_confirmed_by_the_later_mail_only() {
      post().registered(ada.seat("s1", 3));
      assertPointless(CHANGED, MailKind.SEAT, adaId, "seance", "s1", "sequence", "1");
    }

    @Test
    void a_cancelled_seat_is_always_told_so_that_the_calendar_is_cleared() {
      post().registered(ada.status(Status.RETIREE));
      assertSent(MailKind.SEAT_CANCELLED, adaId, "seance", "s1", "sequence", "2");
    }

    @Test
    void a_seat_is_reminded_of_while_it_is_booked() {
      post().registered(ada.seat("s1", 3));
      assertSent(MailKind.SEAT_REMINDER, adaId, "seance", "s1");
    }

    @Test
    void a_seat_moved_or_given_back_is_not_reminded_of() {
      post().registered(ada.seat("s2", 2));
      assertPointless(CHANGED, MailKind.SEAT_REMINDER, adaId, "seance", "s1");
    }

    @Test
    void nobody_who_withdrew_is_reminded_of_a_seat() {
      post().registered(ada.seat("s1", 1).status(Status.RETIREE));
      assertPointless(CHANGED, MailKind.SEAT_REMINDER, adaId, "seance", "s1");
    }

    @Test
    void a_reminder_of_a_seat_is_not_sent_on_its_day() {
      post().registered(ada.seat("s1", 1));
      assertTooLate("2026-11-18", MailKind.SEAT_REMINDER, adaId, "seance", "s1");
    }

    @Test
    void whoever_leaves_has_the_seat_taken_out_of_the_calendar_unless_the_hour_is_over() {
      String[] details = {
        "edition",
        "2026",
        "destinataire",
        "ada@example.gouv.fr",
        "prenom",
        "Ada",
        "seance",
        "s1",
        "sequence",
        "2"
      };
      assertSent(MailKind.ERASED, adaId, details);
      TABLES.put("CoachingSlots", slot("2026-11-09T10:00:00+01:00"));
      assertSent(MailKind.ERASED, zoeId, details);
      List<ReceivedMail> mails =
          ses.received().stream().map(sent -> ReceivedMail.of(sent.message())).toList();
      assertEquals(2, mails.getFirst().calendar().getEvents().getFirst().getSequence().getValue());
      assertEquals(List.of(), mails.getLast().calendars());
    }

    @Test
    void the_offer_lists_open_slots_of_this_edition() {
      post().registered(ada);
      put(Item.of(slot("2026-11-17T10:00:00+01:00")).put("seance", "full").put("places", 1));
      put(Item.of(slot("2026-11-10T07:00:00+01:00")).put("seance", "begun"));
      put(Item.of(slot("2026-11-17T10:00:00+01:00")).put("seance", "x").put("edition", "2025"));
      assertSent(MailKind.COACHING_OFFER, adaId);
      assertEquals(
          1,
          ReceivedMail.of(ses.received().getFirst().message())
              .text()
              .lines()
              .filter(line -> line.startsWith("- "))
              .count());
    }
  }

  @Nested
  class About_a_pair {
    private void paired(PairBuilder pair) {
      post().registered(ada.pairedWith(PAIR, "Zoe Martin"), zoe.pairedWith(PAIR, "Ada Martin"));
      TABLES.put("Pairs", pair.item());
    }

    private PairBuilder pair() {
      return PairBuilder.pair(PAIR, ada.build(), zoe.build());
    }

    @ParameterizedTest
    @EnumSource(names = {"PAIR", "DATE_AGREED", "REMINDER_WEEK", "REMINDER_DAY", "FEEDBACK"})
    void both_are_told_while_the_pair_is_on(MailKind kind) {
      paired(pair());
      assertSent(kind, adaId, "binome", PAIR);
      assertSent(kind, zoeId, "binome", PAIR);
    }

    @ParameterizedTest
    @EnumSource(
        names = {
          "PAIR",
          "DATE_AGREED",
          "DATES_PROPOSED",
          "REMINDER_WEEK",
          "REMINDER_DAY",
          "FEEDBACK"
        })
    void nothing_but_the_cancellation_goes_once_it_is_off(MailKind kind) {
      paired(pair().status(PairStatus.ANNULE));
      assertPointless("le binôme n’a plus lieu", kind, zoeId, "binome", PAIR);
    }

    @ParameterizedTest
    @EnumSource(names = {"PAIR", "REMINDER_WEEK", "PAIR_CANCELLED"})
    void somebody_elses_pair_is_nobodys_business(MailKind kind) {
      paired(pair());
      RegistrationBuilder eve = student("Eve");
      post().registered(eve);
      assertPointless(
          "la personne n’est pas dans ce binôme", kind, eve.build().id(), "binome", PAIR);
    }

    @ParameterizedTest
    @EnumSource(names = {"REMINDER_WEEK", "REMINDER_DAY", "FEEDBACK"})
    void a_reminder_of_a_day_that_has_moved_is_not_sent(MailKind kind) {
      paired(pair().date("2026-11-26"));
      assertPointless(
          "la date du binôme a changé depuis", kind, zoeId, "binome", PAIR, "date", "2026-11-24");
    }

    @ParameterizedTest
    @CsvSource({
      "REMINDER_WEEK, 2026-11-21, 2026-11-22",
      "REMINDER_DAY,  2026-11-23, 2026-11-24",
      "FEEDBACK,      2026-12-01, 2026-12-02"
    })
    void a_reminder_that_waited_goes_on_its_last_day_and_not_later(
        MailKind kind, String last, String tooLate) {
      paired(pair());
      String key = post().queue(kind, adaId, "binome", PAIR, "date", "2026-11-24");
      assertEquals(SendResult.SENT, post().send(key, last));
      assertTooLate(tooLate, kind, zoeId, "binome", PAIR, "date", "2026-11-24");
    }

    @Test
    void what_is_no_reminder_goes_however_late() {
      paired(pair());
      String key = post().queue(MailKind.PAIR, adaId, "binome", PAIR);
      assertEquals(SendResult.SENT, post().send(key, "2026-12-20"));
    }

    @Test
    void the_calendar_entry_goes_on_with_that_of_an_earlier_pair() {
      paired(pair().sequence(2).calendar("binome-earlier", 5));
      assertSent(MailKind.PAIR, zoeId, "binome", PAIR, "sequence", "0");
      VEvent entry =
          ReceivedMail.of(ses.received().getFirst().message()).calendar().getEvents().getFirst();
      assertEquals("binome-earlier@vis-mon-job", entry.getUid().getValue());
      assertEquals(7, entry.getSequence().getValue());
    }

    @Test
    void the_calendar_entry_stays_the_same_under_another_sender() {
      paired(pair());
      assertSent(MailKind.PAIR, zoeId, "binome", PAIR);
      post().edition(EditionBuilder.edition().sender("equipe@vis-mon-job.example"));
      assertSent(MailKind.WELCOME, zoeId, "binome", PAIR);
      assertEquals(
          1,
          ses.received().stream()
              .map(sent -> ReceivedMail.of(sent.message()).calendar().getEvents().getFirst())
              .map(entry -> entry.getUid().getValue())
              .distinct()
              .count());
    }

    @Test
    void an_agreed_date_is_told_unless_another_was_agreed_since() {
      paired(pair().date("2026-11-26").sequence(2));
      assertPointless(
          "la date du binôme a changé depuis",
          MailKind.DATE_AGREED,
          zoeId,
          "binome",
          PAIR,
          "sequence",
          "1",
          "date",
          "2026-11-25");
    }

    @Test
    void an_agreed_date_is_told_even_if_others_are_proposed_already() {
      paired(pair().proposal(Role.AMBASSADEUR, "2026-11-26").sequence(2));
      assertSent(
          MailKind.DATE_AGREED, zoeId, "binome", PAIR, "sequence", "1", "date", "2026-11-24");
    }

    @Test
    void a_proposal_that_was_replaced_is_not_told() {
      paired(pair().proposal(Role.AMBASSADEUR, "2026-11-26").sequence(2));
      assertPointless(
          "les dates ont changé depuis",
          MailKind.DATES_PROPOSED,
          zoeId,
          "binome",
          PAIR,
          "sequence",
          "1");
    }

    @Test
    void proposed_dates_go_to_the_one_who_is_to_answer() {
      paired(pair().proposal(Role.AMBASSADEUR, "2026-11-26"));
      assertSent(MailKind.DATES_PROPOSED, zoeId, "binome", PAIR);
      ses.received().clear();
      assertPointless(
          "la proposition n’attend plus de réponse",
          MailKind.DATES_PROPOSED,
          adaId,
          "binome",
          PAIR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "Zoe"})
    void proposed_dates_make_no_sense_once_one_of_the_two_has_left(String leaving) {
      paired(pair().proposal(Role.AMBASSADEUR, "2026-11-26"));
      TABLES
          .update("Registrations", RegistrationBuilder.id(leaving))
          .set("statut", Status.RETIREE.name())
          .apply();
      assertPointless(
          "l’une des deux personnes ne participe plus",
          MailKind.DATES_PROPOSED,
          zoeId,
          "binome",
          PAIR);
    }

    @Test
    void the_second_of_the_two_is_still_asked_for_feedback_after_the_first_gave_it() {
      paired(pair().status(PairStatus.REALISE));
      assertSent(MailKind.FEEDBACK, zoeId, "binome", PAIR);
    }

    @Test
    void whoever_s_partner_was_erased_after_the_day_is_still_asked_for_feedback() {
      post().registered(zoe.pairedWith(PAIR, "Ada Martin"));
      TABLES.put("Pairs", pair().erased(Role.AMBASSADEUR).item());
      assertPointless(
          "l’inscription du binôme n’existe plus", MailKind.REMINDER_WEEK, zoeId, "binome", PAIR);
      assertSent(MailKind.FEEDBACK, zoeId, "binome", PAIR);
      String text = ReceivedMail.of(ses.received().getLast().message()).text();
      assertTrue(text.contains("Votre journée était prévue le"), text);
    }

    @Test
    void a_cancellation_reaches_both_even_when_the_partner_is_erased() {
      paired(pair().status(PairStatus.ANNULE).erased(Role.AMBASSADEUR));
      assertSent(MailKind.PAIR_CANCELLED, zoeId, "binome", PAIR, "par", "partenaire");
      ReceivedMail mail = ReceivedMail.of(ses.received().getFirst().message());
      assertEquals(true, mail.calendar().getMethod().isCancel());
    }

    @Test
    void the_last_mail_takes_the_day_out_of_the_calendar_of_somebody_erased() {
      paired(pair().status(PairStatus.ANNULE).erased(Role.AMBASSADEUR));
      assertSent(
          MailKind.ERASED,
          adaId,
          "edition",
          "2026",
          "destinataire",
          "ada@example.gouv.fr",
          "prenom",
          "Ada",
          "binomes",
          PAIR);
      ReceivedMail mail = ReceivedMail.of(ses.received().getFirst().message());
      VEvent off = mail.calendar().getEvents().getFirst();
      assertEquals(true, mail.calendar().getMethod().isCancel());
      assertEquals("binome-" + PAIR + "@vis-mon-job", off.getUid().getValue());
      assertEquals(
          List.of("ada@example.gouv.fr"),
          off.getAttendees().stream().map(attendee -> attendee.getEmail()).toList());
    }

    @Test
    void a_pair_made_anew_meanwhile_is_not_reported_as_off() {
      paired(pair());
      assertPointless("le binôme n’est pas annulé", MailKind.PAIR_CANCELLED, zoeId, "binome", PAIR);
    }
  }

  @Nested
  class For_organisers {
    @Test
    void the_report_goes_to_the_organiser_of_that_rank() {
      assertSent(
          MailKind.REPORT,
          "2026",
          "destinataire_rang",
          "1",
          "jour",
          "2026-11-10",
          "binomes",
          "52",
          "rapport",
          "2026/2026-11-10/3f1c7a52",
          "rapport_jusqu_au",
          "2026-11-24");
      assertEquals("b@numerique.gouv.fr", ses.received().getFirst().destination());
    }

    @Test
    void proposals_that_were_replaced_since_are_not_told_of() {
      assertPointless(
          "ces propositions ne sont plus les dernières",
          MailKind.PROPOSALS,
          "2026",
          "destinataire_rang",
          "1",
          "jour",
          "2026-11-10",
          "passage",
          "2026/2026-11-10/1-3f1c7a");
    }

    @Test
    void a_rank_that_the_list_no_longer_has_is_nobody() {
      assertPointless(
          "l’édition compte moins d’organisateurs",
          MailKind.REPORT,
          "2026",
          "destinataire_rang",
          "2",
          "jour",
          "2026-11-10",
          "rapport",
          "2026/2026-11-10/3f1c7a52",
          "rapport_jusqu_au",
          "2026-11-24");
    }
  }
}
