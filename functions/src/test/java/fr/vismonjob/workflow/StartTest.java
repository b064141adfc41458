package fr.vismonjob.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StartTest {
  private static String refusal(Object input) {
    return String.valueOf(assertThrows(WrongInput.class, () -> Start.of(input)).getMessage());
  }

  @Test
  void an_operator_names_edition_and_day() {
    assertEquals(
        new Start("2026", LocalDate.parse("2026-11-10")),
        Start.of(Map.of("edition", "2026", "today", "2026-11-10")));
  }

  @Test
  void the_schedule_tells_its_time_which_is_a_day_in_Paris() {
    assertEquals(
        LocalDate.parse("2026-11-10"),
        Start.scheduledDay(Map.of("scheduled", "2026-11-10T06:00:00Z")));
    assertEquals(
        LocalDate.parse("2026-07-02"),
        Start.scheduledDay(Map.of("scheduled", "2026-07-01T22:30:00Z")));
  }

  @Test
  void anything_else_is_refused_with_the_reason() {
    assertTrue(refusal(Map.of("edition", "2026")).contains("« today »"));
    assertTrue(refusal(Map.of("today", "2026-11-10")).contains("« edition »"));
    assertTrue(refusal(Map.of("edition", "2026", "today", "10/11/2026")).contains("10/11/2026"));
    assertTrue(refusal(Map.of("edition", "2026", "today", "2026-02-30")).contains("2026-02-30"));
    assertTrue(refusal(Map.of("edition", 2026, "today", "2026-11-10")).contains("« edition »"));
    assertTrue(refusal(Map.of()).contains("« edition »"));
    assertTrue(refusal(List.of("2026", "2026-11-10")).contains("objet JSON"));
  }

  @Test
  void a_schedule_without_a_time_is_refused_with_the_reason() {
    for (Object input :
        List.of(Map.of("scheduled", "demain"), Map.of("today", "2026-11-10"), List.of())) {
      String refusal =
          String.valueOf(
              assertThrows(WrongInput.class, () -> Start.scheduledDay(input)).getMessage());
      assertTrue(refusal.contains("scheduled"), refusal);
    }
  }
}
