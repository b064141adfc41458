package fr.vismonjob.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SheetTest {
  private static String csv(String cell) {
    return Sheet.of("f", List.of("A"), List.of(List.of(cell))).csv();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+33 1 44 00 00 00", "-2+3", "@SUM(A1)", " =1", "\t=1", "\r=1"})
  void a_cell_that_a_spreadsheet_would_run_is_text(String cell) {
    String quoted = cell.contains("\r") ? "\"'" + cell + "\"" : "'" + cell;
    assertEquals("\uFEFFA\r\n" + quoted + "\r\n", csv(cell));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zoé O’Neil-Martin", "a@b.fr", "3,5", "2026-11-24", "1 = 1", ""})
  void other_cells_are_as_they_are(String cell) {
    assertEquals("\uFEFFA\r\n" + cell + "\r\n", csv(cell));
  }

  @Test
  void a_line_break_stays_in_its_cell() {
    assertEquals("\uFEFFA\r\n\"un\ndeux\"\r\n", csv("un\ndeux"));
  }
}
