package fr.vismonjob.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {
  @Test
  void a_csv_file_opens_in_a_french_spreadsheet() {
    Tally tally = new Tally("metiers", "Métier", "Places", "Vœux");
    tally.add("Données; « IA »", "Places", 2);
    tally.add("Dire \"non\"", "Vœux");
    assertEquals(
        "\uFEFFMétier;Places;Vœux\r\n\"Données; « IA »\";2;0\r\n\"Dire \"\"non\"\"\";0;1\r\n",
        tally.asMet().sheet().csv());
  }

  @Test
  void rows_come_by_count_and_then_by_name() {
    Tally tally = new Tally("f", "R", "A", "B").withRows("rien");
    tally.add("b", "A");
    tally.add("c", "A", 2);
    tally.add("a", "B");
    assertEquals(
        List.of("c", "a", "b", "rien"),
        tally.byCount().rows().stream().map(Table.Row::name).toList());
    assertEquals(List.of(3L, 1L), tally.byCount().totals());
  }

  @Test
  void a_table_in_which_nothing_was_counted_is_empty() {
    assertTrue(new Tally("f", "R", "A").withRows("x").asMet().sheet().isEmpty());
  }
}
