package fr.vismonjob.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ActsOfDayTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 10);

  @Test
  void five_are_enough() {
    ActsOfDay acts = ActsOfDay.read("", TODAY);
    for (int i = 0; i < 5; i++) {
      assertFalse(acts.areEnough());
      acts = ActsOfDay.read(acts.oneMore().text(), TODAY);
    }
    assertTrue(acts.areEnough());
    assertEquals("2026-11-10 : 5", acts.text());
  }

  @Test
  void another_day_begins_anew() {
    assertFalse(ActsOfDay.read("2026-11-10 : 5", TODAY.plusDays(1)).areEnough());
  }

  @ParameterizedTest
  @ValueSource(strings = {"non", "2026-11-10", "5", "2026-13-45 : 9", "2026-11-10 : -9"})
  void what_an_organiser_made_of_it_counts_for_nothing(String text) {
    assertEquals(0, ActsOfDay.read(text, TODAY).number());
  }
}
