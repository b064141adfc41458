package fr.vismonjob.pairing;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.registration.Role;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
}
