package fr.vismonjob.pairing;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.registration.Role;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every status × every action, on a day before the pair's and on one after it. */
final class PairMovesTest {
  private static final String DAY = "2026-11-24";
  private static final LocalDate BEFORE = LocalDate.parse("2026-11-12");
  private static final LocalDate AFTER = LocalDate.parse("2026-11-25");
  private static final String NO = "refused";
  private static final String SAME = "already";

  private static Pair pair(PairStatus status) {
    PairBuilder pair =
        PairBuilder.pair("p", ambassador("Ada").build(), student("Zoe").build()).date(DAY);
    return switch (status) {
      case DATE_PROPOSEE -> pair.proposal(Role.ETUDIANT, "2026-11-26", "2026-11-27").build();
      case PROPOSE -> pair.proposed().build();
      case FORME, ANNULE -> pair.status(status).build();
      case REALISE -> pair.status(status).answered(Role.ETUDIANT, true).build();
      case NON_REALISE, A_VERIFIER -> pair.status(status).answered(Role.ETUDIANT, false).build();
    };
  }

  /** What the ambassador does; the student has proposed. */
  private static Map<String, PairAction> actions() {
    Map<String, PairAction> actions = new LinkedHashMap<>();
    actions.put("propose", new PairAction.Propose(List.of(LocalDate.parse("2026-11-30"))));
    actions.put("accept what is proposed", new PairAction.Accept(LocalDate.parse("2026-11-26")));
    actions.put("accept what is agreed", new PairAction.Accept(LocalDate.parse(DAY)));
    actions.put(
        "accept what nobody proposed", new PairAction.Accept(LocalDate.parse("2026-12-01")));
    actions.put("cancel", new PairAction.Cancel());
    actions.put("ask a colleague", new PairAction.Entrust("bob@example.gouv.fr"));
    actions.put(
        "report that it took place", new PairAction.Report(PairBuilder.feedback(true), false));
    actions.put(
        "report that it did not", new PairAction.Report(PairBuilder.feedback(false), false));
    return actions;
  }

  /**
   * One row for each action of {@link #actions}, in its order: the outcome before the day, and
   * after it.
   */
  private static Map<PairStatus, String[][]> expected() {
    Map<PairStatus, String[][]> expected = new EnumMap<>(PairStatus.class);
    expected.put(
        PairStatus.PROPOSE,
        new String[][] {
          {NO, NO}, {NO, NO}, {NO, NO}, {NO, NO}, {"ANNULE", "ANNULE"}, {NO, NO}, {NO, NO}, {NO, NO}
        });
    expected.put(
        PairStatus.FORME,
        new String[][] {
          {"DATE_PROPOSEE", "DATE_PROPOSEE"},
          {NO, NO},
          {SAME, SAME},
          {NO, NO},
          {"ANNULE", NO},
          {"FORME", NO},
          {NO, "REALISE"},
          {NO, "NON_REALISE"}
        });
    expected.put(
        PairStatus.DATE_PROPOSEE,
        new String[][] {
          {"DATE_PROPOSEE", "DATE_PROPOSEE"},
          {"FORME", "FORME"},
          {NO, NO},
          {NO, NO},
          {"ANNULE", NO},
          {"DATE_PROPOSEE", NO},
          {NO, "REALISE"},
          {NO, "NON_REALISE"}
        });
    expected.put(
        PairStatus.ANNULE,
        new String[][] {
          {NO, NO}, {NO, NO}, {NO, NO}, {NO, NO}, {SAME, SAME}, {NO, NO}, {NO, NO}, {NO, NO}
        });
    expected.put(
        PairStatus.REALISE,
        new String[][] {
          {NO, NO},
          {NO, NO},
          {NO, NO},
          {NO, NO},
          {NO, NO},
          {NO, NO},
          {NO, "REALISE"},
          {NO, "A_VERIFIER"}
        });
    expected.put(
        PairStatus.NON_REALISE,
        new String[][] {
          {NO, NO},
          {NO, NO},
          {NO, NO},
          {NO, NO},
          {NO, NO},
          {NO, NO},
          {NO, "A_VERIFIER"},
          {NO, "NON_REALISE"}
        });
    expected.put(
        PairStatus.A_VERIFIER,
        new String[][] {
          {NO, NO},
          {NO, NO},
          {NO, NO},
          {NO, NO},
          {NO, NO},
          {NO, NO},
          {NO, "A_VERIFIER"},
          {NO, "NON_REALISE"}
        });
    return expected;
  }

  @TestFactory
  List<DynamicTest> every_status_and_every_action() {
    List<DynamicTest> tests = new java.util.ArrayList<>();
    for (PairStatus status : PairStatus.values()) {
      String[][] rows = java.util.Objects.requireNonNull(expected().get(status));
      int row = 0;
      for (Map.Entry<String, PairAction> action : actions().entrySet()) {
        String[] outcomes = rows[row++];
        tests.add(test(status, action, BEFORE, outcomes[0]));
        tests.add(test(status, action, AFTER, outcomes[1]));
      }
    }
    return tests;
  }

  private static DynamicTest test(
      PairStatus status, Map.Entry<String, PairAction> action, LocalDate today, String expected) {
    return DynamicTest.dynamicTest(
        status + ": " + action.getKey() + " on " + today,
        () ->
            assertEquals(
                expected,
                name(PairMoves.of(pair(status), action.getValue(), Role.AMBASSADEUR, today))));
  }

  private static String name(PairMove move) {
    return switch (move) {
      case PairMove.To(Pair after) -> after.status().name();
      case PairMove.Already _ -> SAME;
      case PairMove.Refused _ -> NO;
    };
  }

  @Test
  void no_action_changes_how_calendars_know_the_entry_or_lowers_its_sequence() {
    for (PairStatus status : PairStatus.values()) {
      Pair before = pair(status);
      before = before.at(before.state().withCalendar(CalendarIdentity.goingOnWith(before)));
      for (PairAction action : actions().values()) {
        for (LocalDate today : List.of(BEFORE, AFTER)) {
          if (PairMoves.of(before, action, Role.AMBASSADEUR, today)
              instanceof PairMove.To(Pair after)) {
            assertEquals(before.calendarUid(), after.calendarUid(), () -> status + " " + action);
            assertTrue(after.calendarSequence() >= before.calendarSequence());
          }
        }
      }
    }
  }

  @Test
  void an_entry_that_another_pair_goes_on_with_keeps_its_uid_under_a_higher_sequence() {
    Pair former = pair(PairStatus.FORME);
    former = former.at(former.state().withCalendar(former.state().calendar().raised()));
    Pair next = PairBuilder.pair("next", ambassador("Eve").build(), student("Zoe").build()).build();
    next = next.at(next.state().withCalendar(CalendarIdentity.goingOnWith(former)));
    assertEquals("binome-p", next.calendarUid());
    assertEquals(2, next.calendarSequence());
  }

  private static Pair moved(Pair pair, PairAction action, Role by, String today) {
    return assertInstanceOf(
            PairMove.To.class, PairMoves.of(pair, action, by, LocalDate.parse(today)))
        .pair();
  }

  private static String refused(Pair pair, PairAction action, Role by, String today) {
    return assertInstanceOf(
            PairMove.Refused.class, PairMoves.of(pair, action, by, LocalDate.parse(today)))
        .reason();
  }

  private static PairAction propose(String... days) {
    return new PairAction.Propose(Stream.of(days).map(LocalDate::parse).toList());
  }

  private static PairAction accept(String day) {
    return new PairAction.Accept(LocalDate.parse(day));
  }

  @Test
  void a_proposal_keeps_the_day_and_names_who_made_it_under_the_next_sequence() {
    PairState after =
        moved(pair(PairStatus.FORME), propose("2026-11-27", DAY), Role.AMBASSADEUR, "2026-11-12")
            .state();
    assertEquals(LocalDate.parse(DAY), after.date());
    assertEquals(List.of(LocalDate.parse(DAY), LocalDate.parse("2026-11-27")), after.proposed());
    assertEquals(Optional.of(Role.AMBASSADEUR), after.proposedBy());
    assertEquals(1, after.sequence());
  }

  @Test
  void the_same_days_are_news_from_the_other_one_and_other_days_are_from_the_same_one() {
    Pair asked = pair(PairStatus.DATE_PROPOSEE);
    PairAction same = propose("2026-11-27", "2026-11-26");
    assertEquals(new PairMove.Already(), PairMoves.of(asked, same, Role.ETUDIANT, BEFORE));
    assertEquals(
        Optional.of(Role.AMBASSADEUR),
        moved(asked, same, Role.AMBASSADEUR, "2026-11-12").state().proposedBy());
    assertEquals(
        List.of(LocalDate.parse("2026-11-27")),
        moved(asked, propose("2026-11-27"), Role.ETUDIANT, "2026-11-12").state().proposed());
  }

  @Test
  void an_accepted_day_is_that_of_both_and_ends_the_proposal_under_the_next_sequence() {
    PairState after =
        moved(pair(PairStatus.DATE_PROPOSEE), accept("2026-11-27"), Role.AMBASSADEUR, "2026-11-26")
            .state();
    assertEquals(LocalDate.parse("2026-11-27"), after.date());
    assertEquals(List.of(), after.proposed());
    assertEquals(Optional.empty(), after.proposedBy());
    assertEquals(1, after.sequence());
  }

  @Test
  void only_the_other_one_accepts_and_only_a_day_after_today() {
    Pair asked = pair(PairStatus.DATE_PROPOSEE);
    assertTrue(
        refused(asked, accept("2026-11-26"), Role.ETUDIANT, "2026-11-12")
            .startsWith("Ces jours sont votre propre proposition"));
    assertEquals(
        "Ce jour est passé\u00a0: proposez-en un autre.",
        refused(asked, accept("2026-11-26"), Role.AMBASSADEUR, "2026-11-26"));
    assertEquals(
        "Aucun autre jour n’est proposé en ce moment\u00a0: la date convenue est le mardi"
            + " 24\u00a0novembre 2026.",
        refused(pair(PairStatus.FORME), accept("2026-11-26"), Role.AMBASSADEUR, "2026-11-12"));
  }

  @Test
  void on_its_day_a_pair_may_still_be_cancelled_or_entrusted_and_already_be_reported_on() {
    Pair pair = pair(PairStatus.FORME);
    PairState cancelled = moved(pair, new PairAction.Cancel(), Role.ETUDIANT, DAY).state();
    assertEquals(LocalDate.parse(DAY), cancelled.date());
    assertEquals(1, cancelled.sequence());
    assertEquals(
        pair, moved(pair, new PairAction.Entrust("bob@example.fr"), Role.AMBASSADEUR, DAY));
    PairAction report = new PairAction.Report(PairBuilder.feedback(true), false);
    assertEquals(PairStatus.REALISE, moved(pair, report, Role.ETUDIANT, DAY).status());
    assertEquals(
        "Vous pourrez donner votre avis à partir du mardi 24\u00a0novembre 2026.",
        refused(pair, report, Role.ETUDIANT, "2026-11-23"));
  }

  @Test
  void a_student_hands_no_day_on_to_a_colleague() {
    assertTrue(
        refused(
                pair(PairStatus.FORME),
                new PairAction.Entrust("bob@example.fr"),
                Role.ETUDIANT,
                "2026-11-12")
            .startsWith("Seule la personne qui accueille"));
  }

  @Test
  void an_answer_ends_a_proposal_and_the_same_answer_is_no_news() {
    PairAction report = new PairAction.Report(PairBuilder.feedback(true), false);
    Pair after = moved(pair(PairStatus.DATE_PROPOSEE), report, Role.ETUDIANT, DAY);
    assertEquals(List.of(), after.state().proposed());
    assertEquals(0, after.state().sequence());
    assertEquals(
        new PairMove.Already(), PairMoves.of(after, report, Role.ETUDIANT, LocalDate.parse(DAY)));
  }

  @Test
  void a_pair_begins_at_sequence_zero_with_an_entry_of_its_own_unless_it_goes_on_with_another() {
    LocalDate day = LocalDate.parse(DAY);
    assertEquals(
        new PairState(PairStatus.FORME, day, 0, CalendarIdentity.own()), PairMoves.formed(day));
    assertEquals(
        new PairState(PairStatus.PROPOSE, day, 0, CalendarIdentity.own()), PairMoves.proposed(day));
    Pair former = moved(pair(PairStatus.FORME), new PairAction.Cancel(), Role.AMBASSADEUR, DAY);
    assertEquals(
        new PairState(PairStatus.FORME, day, 0, new CalendarIdentity(Optional.of("binome-p"), 2)),
        PairMoves.handedOn(former));
  }

  @Test
  void what_can_be_cancelled_is_given_cancelled_and_nothing_else_is() {
    assertEquals(
        Optional.of(PairStatus.ANNULE),
        PairMoves.cancelled(pair(PairStatus.FORME), BEFORE).map(Pair::status));
    assertEquals(Optional.empty(), PairMoves.cancelled(pair(PairStatus.FORME), AFTER));
    assertEquals(Optional.empty(), PairMoves.cancelled(pair(PairStatus.ANNULE), BEFORE));
  }
}
