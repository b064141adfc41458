package fr.vismonjob.pairing;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.named;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.FailingClient;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.Imposed;
import fr.vismonjob.registration.Person;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationAnswers;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class PairRecorderTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final String RUN = "2026/2026-11-10";
  private static final LocalDate TODAY = LocalDate.parse("2026-11-10");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-10T06:00:10Z"));

  private final RegistrationBuilder ada = ambassador("Ada").place("Lyon", "Rhône", 45.76, 4.84);
  private final RegistrationBuilder zoe = student("Zoe");

  private static PairRecorder recorder(FailingClient client) {
    return new PairRecorder(TABLES.tables(client.client(), CLOCK));
  }

  private static PairRecorder recorder() {
    return recorder(FailingClient.never(TABLES.client()));
  }

  private static void registered(RegistrationBuilder... people) {
    for (RegistrationBuilder person : people) {
      TABLES.put("Registrations", person.item());
    }
  }

  private static PlannedPair planned(RegistrationBuilder ambassador, RegistrationBuilder student) {
    return new PlannedPair(
        standing(ambassador),
        standing(student),
        100,
        LocalDate.parse("2026-11-24"),
        3.25,
        List.of("Métier : Développement, premier choix.", "Lieu : 3 km entre les deux communes."),
        0);
  }

  private static Entrant.Standing standing(RegistrationBuilder person) {
    return Entrant.of(person.build(), "", TODAY).orElseThrow().standing();
  }

  private static Registration now(RegistrationBuilder person) {
    return TABLES.registrations().find(person.build().id()).orElseThrow();
  }

  private static Set<String> keys(String table, String key) {
    return TABLES.items(table).stream()
        .map(item -> item.getOrDefault(key, AttributeValue.fromS("")).s())
        .collect(Collectors.toSet());
  }

  @Test
  void why_somebody_is_left_over_stays_as_first_found_and_goes_with_a_pair() {
    registered(ada, zoe);
    String id = zoe.build().id();
    recorder().tell(new LeftOver(id, 1, "aucun métier en commun", "Cause.", "", false));
    recorder().tell(new LeftOver(id, 1, "personne à proposer dans le rayon", "Cause.", "", false));
    assertEquals(Optional.of("aucun métier en commun"), now(zoe).unpairedBecause());
    recorder().record(planned(ada, zoe), RUN);
    recorder().tell(new LeftOver(id, 1, "personne à proposer dans le rayon", "Cause.", "", false));
    assertEquals(Optional.empty(), now(zoe).unpairedBecause());
  }

  @Test
  void why_somebody_is_left_over_goes_with_other_wishes() {
    registered(zoe.unpaired("aucun métier en commun"));
    Registration before = now(zoe);
    Registration after =
        before.changed(
            new RegistrationAnswers(
                before.person(), before.place(), List.of(TODAY.plusDays(9)), before.details()),
            before.registeredAt());
    TABLES.write(TABLES.registrations().change(before, after));
    assertEquals(Optional.empty(), now(zoe).unpairedBecause());
    assertEquals(after, now(zoe));
  }

  @Test
  void a_pair_says_whom_of_the_two_an_organiser_should_call() {
    zoe.unreachable("l’adresse n’existe pas");
    registered(ada, zoe);
    PlannedPair planned = planned(ada, zoe);
    assertEquals(PairRecorder.Result.RECORDED, recorder().record(planned, RUN));
    Map<String, AttributeValue> pair = TABLES.items("Pairs").getFirst();
    assertEquals(
        AttributeValue.fromS("Rejeté\u00a0: l’adresse n’existe pas."),
        pair.get("etudiant_a_appeler"));
    assertFalse(pair.containsKey("ambassadeur_a_appeler"));
  }

  @Test
  void somebody_whose_mail_is_rejected_this_moment_is_paired_as_somebody_to_call() {
    registered(ada, zoe);
    PlannedPair planned = planned(ada, zoe);
    TappedClient rejected =
        TappedClient.interrupted(
            TABLES.client(), 2, () -> registered(zoe.unreachable("l’adresse n’existe pas")));
    assertEquals(
        PairRecorder.Result.RECORDED,
        recorder(new FailingClient(rejected.client())).record(planned, RUN));
    assertEquals(
        Optional.of("Rejeté\u00a0: l’adresse n’existe pas."),
        TABLES.pairs().find(planned.id()).orElseThrow().student().toCall());
    assertEquals(1, TABLES.items("Pairs").size());
  }

  @Test
  void somebody_is_not_recorded_as_their_own_partner() {
    Person self = named("Ada", "Martin", "ada@example.gouv.fr");
    registered(ada.person(self), zoe.person(self));
    assertEquals(PairRecorder.Result.SKIPPED, recorder().record(planned(ada, zoe), RUN));
    assertEquals(0, TABLES.items("Pairs").size());
  }

  @Test
  void a_pair_both_people_and_both_mails_are_written_together() {
    registered(ada.number(4), zoe.number(5));
    Details.Offer offer = (Details.Offer) ada.build().details();
    PlannedPair planned = planned(ada, zoe);
    assertEquals(PairRecorder.Result.RECORDED, recorder().record(planned, RUN));

    String id = planned.id();
    assertEquals(
        new Pair(
            id,
            "2026",
            PersonInPair.of(ada.build()),
            PersonInPair.of(zoe.build()),
            new Workplace("Développement", offer.administration().label(), "Lyon (Rhône)", 3.3),
            new PairOrigin(RUN, Optional.of(CLOCK.instant()), 100, planned.reasons()),
            PairMoves.formed(planned.date())),
        TABLES.pairs().find(id).orElseThrow());
    assertEquals(Status.APPARIEE, now(ada).status());
    assertEquals(List.of(id), now(ada).pairs());
    assertEquals(List.of("Zoe Martin"), now(ada).state().partners());
    assertEquals(List.of("Ada Martin"), now(zoe).state().partners());
    assertEquals(2, TABLES.items("Mails").size());
    assertEquals(
        Map.of("numero", "4", "binome", id, "sequence", "0"),
        TABLES.mailDetails("binome/" + ada.build().id() + "/" + id));
    assertEquals(
        Map.of("numero", "5", "binome", id, "sequence", "0"),
        TABLES.mailDetails("binome/" + zoe.build().id() + "/" + id));
  }

  @Test
  void two_of_one_role_are_no_pair() {
    registered(ada, zoe, ambassador("Bob"), student("Yan"));
    for (PlannedPair wrong :
        List.of(planned(ada, ambassador("Bob")), planned(student("Yan"), zoe))) {
      assertThrows(IllegalArgumentException.class, () -> recorder().record(wrong, RUN));
    }
    assertEquals(List.of(), TABLES.items("Pairs"));
  }

  @Test
  void a_proposal_is_one_row_alone_which_the_pair_replaces() {
    registered(ada, zoe);
    Registration before = now(ada);
    PlannedPair planned = planned(ada, zoe);
    assertEquals(PairRecorder.Result.RECORDED, recorder().propose(planned, RUN));
    Pair proposed = TABLES.pairs().find(planned.id()).orElseThrow();
    assertEquals(PairMoves.proposed(planned.date()), proposed.state());
    assertEquals(new PairOrigin(RUN, Optional.empty(), 100, planned.reasons()), proposed.origin());
    assertEquals(before, now(ada));
    assertEquals(List.of(), TABLES.items("Mails"));

    assertEquals(PairRecorder.Result.RECORDED, recorder().record(planned, RUN));
    Pair recorded = TABLES.pairs().find(planned.id()).orElseThrow();
    assertEquals(PairMoves.formed(planned.date()), recorded.state());
    assertEquals(Optional.of(CLOCK.instant()), recorded.origin().formedAt());
    assertEquals(List.of(planned.id()), now(zoe).pairs());
    assertEquals(2, TABLES.items("Mails").size());
  }

  @Test
  void people_whose_lists_were_taken_out_of_the_table_are_paired_as_others_are() {
    registered(ada, zoe);
    for (RegistrationBuilder person : List.of(ada, zoe)) {
      TABLES
          .update("Registrations", person.build().id())
          .remove("binomes")
          .remove("binome_avec")
          .remove("seance_sequence")
          .apply();
    }
    PlannedPair planned = planned(ada, zoe);
    assertEquals(PairRecorder.Result.RECORDED, recorder().record(planned, RUN));
    assertEquals(List.of(planned.id()), now(ada).pairs());
    assertEquals(List.of("Ada Martin"), now(zoe).state().partners());
  }

  @Test
  void recording_twice_pairs_and_mails_nobody_twice() {
    registered(ada, zoe);
    recorder().record(planned(ada, zoe), RUN);
    assertEquals(PairRecorder.Result.RECORDED, recorder().record(planned(ada, zoe), RUN));
    assertEquals(1, TABLES.items("Pairs").size());
    assertEquals(2, TABLES.items("Mails").size());
    assertEquals(1, now(ada).pairs().size());
  }

  @Test
  void a_crash_between_two_pairs_loses_and_repeats_nothing() {
    RegistrationBuilder bob = ambassador("Bob");
    RegistrationBuilder yan = student("Yan");
    registered(ada, zoe, bob, yan);
    PairRecorder crashing =
        recorder(FailingClient.onCall(TABLES.client(), 2, "transactWriteItems"));
    crashing.record(planned(ada, zoe), RUN);
    assertThrows(IllegalStateException.class, () -> crashing.record(planned(bob, yan), RUN));
    assertEquals(1, TABLES.items("Pairs").size());

    recorder().record(planned(ada, zoe), RUN);
    recorder().record(planned(bob, yan), RUN);
    assertEquals(2, TABLES.items("Pairs").size());
    assertEquals(4, TABLES.items("Mails").size());
  }

  @Test
  void an_answer_lost_after_the_write_is_recognised_on_the_next_attempt() {
    registered(ada, zoe);
    PairRecorder deaf = recorder(FailingClient.afterCall(TABLES.client(), 1, "transactWriteItems"));
    assertThrows(IllegalStateException.class, () -> deaf.record(planned(ada, zoe), RUN));
    assertEquals(PairRecorder.Result.RECORDED, recorder().record(planned(ada, zoe), RUN));
    assertEquals(2, TABLES.items("Mails").size());
  }

  @Test
  void a_conflict_with_another_writer_is_tried_again() {
    registered(ada, zoe);
    PairRecorder contended = recorder(FailingClient.conflicts(TABLES.client(), 2));
    assertEquals(PairRecorder.Result.RECORDED, contended.record(planned(ada, zoe), RUN));
  }

  @Test
  void whoever_withdrew_meanwhile_is_not_paired_and_the_other_stays_free() {
    registered(ada, student("Zoe").status(Status.RETIREE));
    assertEquals(PairRecorder.Result.SKIPPED, recorder().record(planned(ada, zoe), RUN));
    assertEquals(Status.CONFIRMEE, now(ada).status());
    assertTrue(TABLES.items("Pairs").isEmpty());
    assertTrue(TABLES.items("Mails").isEmpty());
  }

  @Test
  void whoever_changed_their_wishes_meanwhile_waits_for_the_next_run() {
    registered(ada, student("Zoe").revision(2));
    assertEquals(PairRecorder.Result.SKIPPED, recorder().record(planned(ada, zoe), RUN));
  }

  /** A hand in the console changes no number. */
  @Test
  void whose_days_or_place_were_corrected_by_hand_waits_for_the_next_run() {
    PlannedPair planned = planned(ada, zoe);
    registered(ambassador("Ada").place("Lyon", "Rhône", 45.76, 4.84).dates("2026-11-25"), zoe);
    assertEquals(PairRecorder.Result.SKIPPED, recorder().record(planned, RUN));
    registered(ambassador("Ada"), zoe);
    assertEquals(PairRecorder.Result.SKIPPED, recorder().record(planned, RUN));
    registered(ada);
    assertEquals(PairRecorder.Result.RECORDED, recorder().record(planned, RUN));
  }

  @Test
  void a_proposal_that_organisers_mark_this_moment_is_not_recorded_as_a_pair() {
    registered(ada, zoe);
    PlannedPair planned = planned(ada, zoe);
    recorder().propose(planned, RUN);
    TABLES.update("Pairs", planned.id()).set("a_annuler", "x").apply();
    assertEquals(PairRecorder.Result.SKIPPED, recorder().record(planned, RUN));
    TABLES.update("Pairs", planned.id()).remove("a_annuler").apply();
    assertEquals(PairRecorder.Result.RECORDED, recorder().record(planned, RUN));
    assertEquals(2, TABLES.items("Mails").size());
  }

  @Test
  void whoever_registered_anew_meanwhile_waits_for_the_next_run() {
    PlannedPair planned = planned(ada, zoe);
    registered(ada.number(2), zoe);
    assertEquals(PairRecorder.Result.SKIPPED, recorder().record(planned, RUN));
  }

  @Test
  void an_ambassador_without_room_left_gets_no_other_student() {
    registered(ambassador("Ada").pairedWith("p", "Yan Martin"), zoe);
    assertEquals(PairRecorder.Result.SKIPPED, recorder().record(planned(ada, zoe), RUN));
  }

  @Test
  void an_ambassador_with_two_places_gets_two_students() {
    RegistrationBuilder host = ambassador("Ada").capacity(2);
    RegistrationBuilder yan = student("Yan");
    registered(host, zoe, yan);
    recorder().record(planned(host, zoe), RUN);
    recorder().record(planned(host, yan), RUN);
    assertEquals(List.of("Zoe Martin", "Yan Martin"), now(host).state().partners());
  }

  @Test
  void a_cancelled_pair_is_never_formed_again() {
    registered(ada, zoe);
    recorder().record(planned(ada, zoe), RUN);
    TABLES.update("Pairs", planned(ada, zoe).id()).set("statut", "ANNULE").apply();
    registered(ada, zoe);
    assertEquals(
        PairRecorder.Result.SKIPPED, recorder().record(planned(ada, zoe), "2026/2026-11-11"));
    assertTrue(now(zoe).pairs().isEmpty());
  }

  @Test
  void news_of_no_partner_goes_once_to_each_registering() {
    LeftOver left =
        new LeftOver(
            zoe.build().id(),
            1,
            "toutes les places prises",
            "Toutes les places sont prises.",
            "",
            true);
    assertTrue(recorder().tell(left));
    assertFalse(
        recorder()
            .tell(
                new LeftOver(
                    left.registration(), 1, "autre", "Autre cause.", "Un conseil.", false)));
    assertTrue(recorder().tell(new LeftOver(left.registration(), 2, "", left.cause(), "", false)));
    assertEquals(
        Set.of(
            "sans-binome/" + left.registration() + "/1",
            "sans-binome/" + left.registration() + "/2"),
        keys("Mails", "envoi"));
  }

  @Test
  void whom_a_trial_has_left_over_is_advised_once_and_only_if_a_change_would_help() {
    String id = zoe.build().id();
    String advice = "Avec un rayon élargi de 12 km, une possibilité s’ouvrirait à vous.";
    assertFalse(recorder().suggestWidening(new LeftOver(id, 1, "", "Cause.", "", false)));
    assertFalse(recorder().suggestWidening(new LeftOver(id, 1, "", "Cause.", advice, true)));
    assertTrue(recorder().suggestWidening(new LeftOver(id, 1, "", "Cause.", advice, false)));
    assertFalse(recorder().suggestWidening(new LeftOver(id, 1, "", "Autre.", advice, false)));
    assertEquals(Set.of("elargir/" + id + "/1"), keys("Mails", "envoi"));
  }

  @Test
  void what_organisers_asked_for_goes_with_the_pair_from_both_sides_and_no_other_does() {
    registered(ada.capacity(2).imposed("Zoe", "Yan"), zoe.imposed("Ada"));
    recorder().refuse(new ImposedRefusal(now(ada).id(), "Clé n° 2 : non."));
    recorder().refuse(new ImposedRefusal(now(zoe).id(), "Non."));
    assertEquals(PairRecorder.Result.RECORDED, recorder().record(planned(ada, zoe), RUN));
    assertEquals(List.of(RegistrationBuilder.id("Yan")), now(ada).imposed().with());
    assertEquals(Optional.of("Clé n° 2 : non."), now(ada).imposed().refusal());
    assertEquals(Imposed.NOBODY, now(zoe).imposed());
  }

  @Test
  void a_key_typed_oddly_goes_as_well() {
    for (AttributeValue typed :
        List.of(
            AttributeValue.fromS(" " + zoe.build().id().toUpperCase(Locale.ROOT)),
            AttributeValue.fromSs(List.of(zoe.build().id())),
            AttributeValue.fromS(zoe.build().id() + " " + zoe.build().id()))) {
      TABLES.empty();
      registered(zoe);
      Map<String, AttributeValue> item = new HashMap<>(ada.item());
      item.put("a_apparier_avec", typed);
      TABLES.put("Registrations", item);
      assertEquals(PairRecorder.Result.RECORDED, recorder().record(planned(ada, zoe), RUN));
      assertEquals(Imposed.NOBODY, now(ada).imposed());
    }
  }

  @Test
  void a_pair_imposed_after_a_cancellation_is_recorded_once_whatever_call_fails() {
    PlannedPair again = again(planned(ada, zoe));
    for (FailingClient client :
        List.of(
            FailingClient.onCall(TABLES.client(), 1, "getItem"),
            FailingClient.onCall(TABLES.client(), 2, "getItem"),
            FailingClient.onCall(TABLES.client(), 3, "getItem"),
            FailingClient.onCall(TABLES.client(), 1, "transactWriteItems"),
            FailingClient.afterCall(TABLES.client(), 1, "transactWriteItems"))) {
      TABLES.empty();
      registered(ada.imposed("Zoe"), zoe);
      TABLES.put(
          "Pairs",
          PairBuilder.pair(PairId.of(now(ada).id(), now(zoe).id()), ada.build(), zoe.build())
              .status(PairStatus.ANNULE)
              .item());
      assertThrows(IllegalStateException.class, () -> recorder(client).record(again, RUN));
      assertEquals(PairRecorder.Result.RECORDED, recorder().record(again, RUN));
      assertEquals(2, TABLES.items("Pairs").size());
      assertEquals(2, TABLES.items("Mails").size());
      assertEquals(Imposed.NOBODY, now(ada).imposed());
      assertEquals(List.of(again.id()), now(ada).pairs());
    }
  }

  private static PlannedPair again(PlannedPair first) {
    return new PlannedPair(
        first.ambassador(),
        first.student(),
        first.score(),
        first.date(),
        first.distanceKm(),
        first.reasons(),
        1);
  }
}
