package fr.vismonjob.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.registration.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistrationPageTest {
  private static final Instant NOW = Instant.parse("2026-11-12T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 12);
  private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 10);
  private static final LocalDate TOMORROW = LocalDate.of(2026, 11, 13);

  @Test
  void the_event_day_comes_first_and_only_once() {
    List<LocalDate> days = offered(Answers.blank());

    assertEquals(People.DAY, days.getFirst());
    assertEquals(days.stream().distinct().toList(), days);
  }

  @Test
  void days_that_have_come_are_not_offered_any_more() {
    List<LocalDate> days = offered(Answers.blank());

    assertTrue(days.contains(TOMORROW));
    assertFalse(days.contains(TODAY));
    assertFalse(days.contains(YESTERDAY));
  }

  @Test
  void a_day_chosen_before_it_passed_is_still_shown() {
    assertTrue(
        offered(Answers.of(Map.of("dates", List.of(YESTERDAY.toString())))).contains(YESTERDAY));
  }

  private static List<LocalDate> offered(Answers answers) {
    return RegistrationPage.first(Role.ETUDIANT, People.EDITION, NOW, answers, List.of()).days();
  }
}
