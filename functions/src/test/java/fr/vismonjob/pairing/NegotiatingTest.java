package fr.vismonjob.pairing;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.BOB;
import static fr.vismonjob.pairing.Life.WITH_YAN;
import static fr.vismonjob.pairing.Life.WITH_ZOE;
import static fr.vismonjob.pairing.Life.YAN;
import static fr.vismonjob.pairing.Life.ZOE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.pairing.PairOutcome.Done;
import fr.vismonjob.pairing.PairOutcome.Invalid;
import fr.vismonjob.pairing.PairOutcome.Refused;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NegotiatingTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private Life life;

  @BeforeEach
  void begin() {
    life = Life.begun(TABLES);
  }

  private static void refused(PairOutcome outcome, String part) {
    String reason = assertInstanceOf(Refused.class, outcome).reason();
    assertTrue(reason.contains(part), reason);
  }

  private static void wrong(PairOutcome outcome, String field) {
    assertEquals(field, assertInstanceOf(Invalid.class, outcome).violations().getFirst().field());
  }

  @Test
  void a_proposal_waits_for_the_other_and_is_told_to_the_other_only() {
    assertInstanceOf(Done.class, life.propose(ZOE, WITH_ZOE, "2026-11-27", "2026-11-26"));
    Pair pair = life.pair(WITH_ZOE);
    assertEquals(PairStatus.DATE_PROPOSEE, pair.status());
    assertEquals(Optional.of(Role.ETUDIANT), pair.state().proposedBy());
    assertEquals(
        List.of(LocalDate.parse("2026-11-26"), LocalDate.parse("2026-11-27")),
        pair.state().proposed());
    assertEquals(LocalDate.parse("2026-11-24"), pair.date());
    assertEquals(List.of("date-proposee Ada"), life.mailsQueued());
    assertEquals(
        Map.of("numero", "1", "binome", WITH_ZOE, "sequence", "1"),
        life.details("date-proposee/" + ADA + "/" + WITH_ZOE + "-1"));
  }

  @Test
  void nobody_agrees_on_another_day_with_somebody_who_has_left_after_theirs() {
    Life after = life.on("2026-11-25");
    after.propose(ADA, WITH_ZOE, "2026-11-26");
    after.withdraw(ZOE);
    refused(after.accept(ZOE, WITH_ZOE, "2026-11-26"), "Votre inscription est retirée");
    refused(after.propose(ZOE, WITH_ZOE, "2026-11-27"), "Votre inscription est retirée");
    refused(after.propose(ADA, WITH_ZOE, "2026-11-27"), "ne participe plus");
    after.erase(YAN);
    refused(after.propose(ADA, WITH_YAN, "2026-11-27"), "ne participe plus");
    assertEquals(List.of("date-proposee Zoe", "efface Yan", "retrait Zoe"), after.mailsQueued());
  }

  /** A partner gets a mail for each, whoever proposes. */
  @Test
  void after_five_proposals_of_a_day_the_sixth_waits_for_tomorrow() {
    for (int i = 0; i < 5; i++) {
      assertInstanceOf(
          Done.class,
          life.propose(i % 2 == 0 ? ZOE : ADA, WITH_ZOE, i % 2 == 0 ? "2026-11-26" : "2026-11-27"));
    }
    Pair before = life.pair(WITH_ZOE);
    refused(life.propose(ADA, WITH_ZOE, "2026-11-25"), "demain");
    assertEquals(before, life.pair(WITH_ZOE));
    assertEquals(5, life.mailsQueued().size());
    assertInstanceOf(Done.class, life.accept(ADA, WITH_ZOE, "2026-11-26"), "answering goes on");

    TABLES.update("Pairs", WITH_ZOE).set("propositions_du_jour", "2026-11-01 : 5").apply();
    assertInstanceOf(Done.class, life.propose(ADA, WITH_ZOE, "2026-11-25"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"non", "2026-11-10", "beaucoup : 9"})
  void whatever_organisers_make_of_the_count_days_can_be_proposed(String text) {
    TABLES.update("Pairs", WITH_ZOE).set("propositions_du_jour", text).apply();
    assertInstanceOf(Done.class, life.propose(ZOE, WITH_ZOE, "2026-11-26"));
    Item list = Item.empty().put("propositions_du_jour", List.of(text));
    TABLES.update("Pairs", WITH_ZOE).set(list).apply();
    assertInstanceOf(Done.class, life.propose(ADA, WITH_ZOE, "2026-11-26"));
  }

  @Test
  void an_accepted_day_is_told_to_both_under_a_higher_sequence() {
    life.propose(ZOE, WITH_ZOE, "2026-11-26", "2026-11-27");
    assertInstanceOf(Done.class, life.accept(ADA, WITH_ZOE, "2026-11-27"));
    Pair pair = life.pair(WITH_ZOE);
    assertEquals(PairStatus.FORME, pair.status());
    assertEquals(LocalDate.parse("2026-11-27"), pair.date());
    assertEquals(List.of(), pair.state().proposed());
    assertEquals(Optional.empty(), pair.state().proposedBy());
    assertEquals(2, pair.state().sequence());
    assertEquals(
        List.of("date-convenue Ada", "date-convenue Zoe", "date-proposee Ada"), life.mailsQueued());
    assertEquals(
        Map.of("numero", "5", "binome", WITH_ZOE, "sequence", "2", "date", "2026-11-27"),
        life.details("date-convenue/" + ZOE + "/" + WITH_ZOE + "-2"));
  }

  @Test
  void days_to_choose_from_begin_tomorrow_and_leave_the_agreed_one_out() {
    assertEquals(
        List.of("2026-11-23", "2026-11-25"),
        ProposedDays.possible(life.pair(WITH_ZOE), Life.EDITION, LocalDate.parse("2026-11-20"))
            .stream()
            .limit(2)
            .map(LocalDate::toString)
            .toList());
  }

  @Test
  void the_same_proposal_or_acceptance_again_changes_nothing() {
    life.propose(ZOE, WITH_ZOE, "2026-11-26");
    var proposed = life.everything();
    assertInstanceOf(Done.class, life.propose(ZOE, WITH_ZOE, "2026-11-26"));
    assertEquals(proposed, life.everything());

    life.accept(ADA, WITH_ZOE, "2026-11-26");
    var agreed = life.everything();
    assertInstanceOf(Done.class, life.accept(ADA, WITH_ZOE, "2026-11-26"));
    assertInstanceOf(Done.class, life.accept(ZOE, WITH_ZOE, "2026-11-26"));
    assertEquals(agreed, life.everything());
  }

  @Test
  void an_answer_with_other_days_replaces_the_proposal() {
    life.propose(ZOE, WITH_ZOE, "2026-11-26");
    life.propose(ADA, WITH_ZOE, "2026-11-30");
    assertEquals(Optional.of(Role.AMBASSADEUR), life.pair(WITH_ZOE).state().proposedBy());
    refused(life.accept(ADA, WITH_ZOE, "2026-11-26"), "votre propre proposition");
    refused(life.accept(ZOE, WITH_ZOE, "2026-11-26"), "remplacée");
    assertInstanceOf(Done.class, life.accept(ZOE, WITH_ZOE, "2026-11-30"));
  }

  @Test
  void one_s_own_proposal_cannot_be_accepted() {
    life.propose(ZOE, WITH_ZOE, "2026-11-26");
    refused(life.accept(ZOE, WITH_ZOE, "2026-11-26"), "votre propre proposition");
  }

  @Test
  void a_day_that_nobody_proposed_cannot_be_accepted() {
    refused(life.accept(ZOE, WITH_ZOE, "2026-11-26"), "Aucun autre jour");
  }

  @Test
  void a_day_that_has_come_can_no_longer_be_accepted() {
    life.propose(ZOE, WITH_ZOE, "2026-11-13");
    refused(life.on("2026-11-13").accept(ADA, WITH_ZOE, "2026-11-13"), "passé");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-12", // today
        "2026-11-24", // the day agreed on
        "2026-11-28", // a Saturday
        "2026-11-11", // a holiday that has passed
        "2026-12-09" // beyond the window
      })
  void a_day_that_cannot_be_is_refused(String day) {
    wrong(life.propose(ZOE, WITH_ZOE, "2026-11-26", day), "dates");
    assertEquals(PairStatus.FORME, life.pair(WITH_ZOE).status());
    assertEquals(List.of(), life.mailsQueued());
  }

  @Test
  void the_event_day_may_be_proposed_again_after_another_was_agreed() {
    life.propose(ZOE, WITH_ZOE, "2026-11-26");
    life.accept(ADA, WITH_ZOE, "2026-11-26");
    assertInstanceOf(Done.class, life.propose(ADA, WITH_ZOE, "2026-11-24"));
  }

  @Test
  void a_cancelled_pair_frees_both_and_both_are_told() {
    assertInstanceOf(Done.class, life.cancel(ZOE, WITH_ZOE));
    assertEquals(PairStatus.ANNULE, life.pair(WITH_ZOE).status());
    assertEquals(Status.CONFIRMEE, life.person(ZOE).status());
    assertEquals(Status.APPARIEE, life.person(ADA).status());
    assertEquals(List.of(WITH_YAN), life.person(ADA).pairs());
    assertEquals(List.of("binome-annule Ada", "binome-annule Zoe"), life.mailsQueued());
    assertEquals("soi", life.details("binome-annule/" + ZOE + "/" + WITH_ZOE + "-1").get("par"));
    assertEquals(
        "partenaire", life.details("binome-annule/" + ADA + "/" + WITH_ZOE + "-1").get("par"));
  }

  @Test
  void cancelling_again_changes_nothing_with_or_without_naming_the_pair() {
    life.cancel(ZOE, WITH_ZOE);
    var before = life.everything();
    assertInstanceOf(Done.class, life.cancel(ZOE, WITH_ZOE));
    assertInstanceOf(Done.class, life.cancel(ADA, WITH_ZOE));
    assertInstanceOf(Done.class, life.act(ZOE, Optional.empty(), new PairAction.Cancel()));
    assertEquals(before, life.everything());
  }

  @Test
  void a_pair_need_only_be_named_where_there_are_several() {
    wrong(life.act(ADA, Optional.empty(), new PairAction.Cancel()), "binome");
    assertInstanceOf(Done.class, life.act(YAN, Optional.empty(), new PairAction.Cancel()));
    assertEquals(PairStatus.ANNULE, life.pair(WITH_YAN).status());
  }

  @Test
  void somebody_else_s_pair_is_out_of_reach() {
    wrong(life.cancel(ZOE, WITH_YAN), "binome");
    wrong(life.cancel(BOB, WITH_YAN), "binome");
    wrong(life.cancel(ZOE, "unknown"), "binome");
    assertEquals(List.of(), life.mailsQueued());
  }

  @Test
  void without_a_pair_there_is_nothing_to_settle() {
    refused(life.act(BOB, Optional.empty(), new PairAction.Cancel()), "pas de binôme");
  }

  @Test
  void a_pair_that_stands_is_meant_and_not_one_that_was_called_off_before() {
    life.cancel(YAN, WITH_YAN);
    PairOutcome outcome = life.act(ADA, Optional.empty(), new PairAction.Cancel());
    assertEquals(WITH_ZOE, assertInstanceOf(Done.class, outcome).pair().id());
    assertEquals(PairStatus.ANNULE, life.pair(WITH_ZOE).status());
  }

  @Test
  void of_several_that_have_ended_the_one_that_was_formed_last_is_meant() {
    life.cancel(ZOE, WITH_ZOE);
    for (String day : List.of("2026-11-11", "2026-11-12", "2026-11-09")) {
      TABLES.put(
          "Pairs",
          PairBuilder.pair("on " + day, life.person(BOB), life.person(ZOE))
              .formedAt(day + "T06:00:00Z")
              .calledOffAt("2026-11-12T08:00:00Z")
              .item());
    }
    PairOutcome outcome = life.act(ZOE, Optional.empty(), new PairAction.Cancel());
    assertEquals("on 2026-11-12", assertInstanceOf(Done.class, outcome).pair().id());
  }

  @Test
  void whoever_is_erased_with_the_page_open_acts_on_nothing() {
    Registration zoe = life.person(ZOE);
    life.erase(ZOE);
    refused(life.act(zoe, Optional.of(WITH_ZOE), new PairAction.Cancel()), "n’existe plus");
  }

  @Test
  void after_the_day_a_pair_is_not_cancelled_but_may_meet_later() {
    Life after = life.on("2026-11-25");
    refused(after.cancel(ZOE, WITH_ZOE), "avis");
    assertInstanceOf(Done.class, after.propose(ZOE, WITH_ZOE, "2026-11-30"));
  }
}
