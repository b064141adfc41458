package fr.vismonjob.matching.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-24",
        "2024-02-29",
        "0001-01-01",
        "9999-12-31",
        "0000-01-01",
        "+12026-11-24"
      })
  void readsWhatTheJdkReads(String value) {
    assertEquals(LocalDate.parse(value), Dates.parse(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-11-00",
        "2026-11-31",
        "24/11/2026",
        "2026-11-2",
        "2026-1-024",
        "+026-11-24",
        "-026-11-24",
        "2026-+1-24",
        "2026-11-2x",
        "2026-11-24 ",
        "٢٠٢٦-11-24",
        "2026-11:24",
        "2026/11-24",
        "20261124",
        "tomorrow",
        ""
      })
  void refusesWhatTheJdkRefuses(String value) {
    assertThrows(DateTimeException.class, () -> LocalDate.parse(value));
    assertThrows(DateTimeException.class, () -> Dates.parse(value));
  }
}
