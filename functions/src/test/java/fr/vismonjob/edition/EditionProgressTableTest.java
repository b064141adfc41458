package fr.vismonjob.edition;

import static fr.vismonjob.edition.EditionBuilder.edition;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the workflows record beside the organisers' settings. */
final class EditionProgressTableTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final LocalDate DAY = LocalDate.parse("2026-11-10");

  private final EditionProgressTable progress =
      new EditionProgressTable(TABLES.client(), "Editions");

  private static void there(EditionBuilder edition, String attribute, String typed) {
    TABLES.put("Editions", edition.item(attribute, typed));
  }

  private static void there(String proposed, String agreed) {
    there(edition().onAgreement().proposed(proposed), "accord", agreed);
  }

  /** What stands there of the proposals, and of the agreement to them. */
  private static String standing() {
    var row = TABLES.row("Editions", "2026");
    return row.textOrEmpty(EditionItem.PROPOSED) + "|" + row.textOrEmpty(EditionItem.AGREED);
  }

  @ParameterizedTest
  @CsvSource({
    "a, '', true, b|", // as it was when the run began
    "a, a, true, b|", // the agreement to the run before goes with it
    "c, '', false, c|", // another run has proposed since
    "c, a, false, c|a",
    "b, '', true, b|", // the answer to the first attempt was lost
    "b, b, true, b|b" // and organisers have agreed since
  })
  void a_run_s_proposals_count_unless_something_else_has_come_first(
      String proposed, String agreed, boolean counts, String then) {
    there(proposed, agreed);
    assertEquals(counts, progress.replaceProposals("2026", "a", agreed, "b"));
    assertEquals(then, standing());
  }

  @Test
  void organisers_who_agree_meanwhile_come_first() {
    there("a", "a");
    assertFalse(progress.replaceProposals("2026", "a", "", "b"));
    assertEquals("a|a", standing());
    there("a", "");
    assertFalse(progress.replaceProposals("2026", "a", "a", "b"), "or take it back");
    assertEquals("a|", standing());
  }

  @Test
  void only_the_run_whose_proposals_count_lets_none_count() {
    there("a", "");
    progress.noteNoProposals("2026", "b");
    assertEquals("a|", standing());
    progress.noteNoProposals("2026", "a");
    assertEquals("|", standing());
  }

  @Test
  void the_latest_day_is_what_stands_there_if_it_is_a_day() {
    assertEquals(Optional.empty(), progress.handledUntil("2026"));
    there(edition(), "traite_jusqu_au", " ");
    assertEquals(Optional.empty(), progress.handledUntil("2026"));
    there(edition(), "traite_jusqu_au", "2026-11-10");
    assertEquals(Optional.of(DAY), progress.handledUntil("2026"));
    there(edition(), "traite_jusqu_au", "hier");
    assertThrows(InvalidEdition.class, () -> progress.handledUntil("2026"));
  }

  @Test
  void late_are_those_that_have_not_come_to_the_day_and_that_anybody_waits_for() {
    there(edition("never"), "jour", "2026-11-24");
    there(edition("eve"), "traite_jusqu_au", "2026-11-09");
    there(edition("done"), "traite_jusqu_au", "2026-11-10");
    there(edition("draft"), "jour", "");
    there(edition("erased"), "donnees_effacees_le", "2026-11-01");
    assertEquals(2, progress.countLate(DAY));
    assertEquals(List.of("done", "eve", "never"), progress.notErased());
  }

  @Test
  void an_edition_is_erased_once_it_is_noted_until_organisers_take_that_away() {
    there("", "");
    assertFalse(progress.isErased("2026"));
    progress.noteErased("2026", DAY);
    assertTrue(progress.isErased("2026"));
    there(edition(), "donnees_effacees_le", " ");
    assertFalse(progress.isErased("2026"));
    assertThrows(IllegalStateException.class, () -> progress.noteErased("2025", DAY));
    assertFalse(progress.isErased("2025"));
  }
}
