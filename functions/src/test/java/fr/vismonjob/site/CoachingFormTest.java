package fr.vismonjob.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.form.Fields;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CoachingFormTest {
  @Test
  void a_slot_is_booked_or_the_seat_is_cancelled() {
    assertEquals(
        new CoachingForm.Book("s1"), CoachingForm.read(Fields.ofJson(Map.of("seance", "s1"))));
    assertEquals(
        new CoachingForm.Cancel(),
        CoachingForm.read(Fields.of(Map.of("action", List.of("annuler")))));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("seance", Map.of()),
        Arguments.of("seance", Map.of("seance", " ")),
        Arguments.of("seance", Map.of("seance", "x".repeat(3_000))),
        Arguments.of("seance", Map.of("seance", List.of("s1"))),
        Arguments.of("action", Map.of("action", "réserver")),
        Arguments.of("action", Map.of("action", List.of("annuler"), "seance", "s1")),
        Arguments.of("action", Map.of("action", "annuler", "seance", "s1")),
        Arguments.of("place", Map.of("seance", "s1", "place", 2)));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void what_is_wrong_is_told_of_its_field(String field, Map<String, Object> body) {
    CoachingForm.Invalid invalid =
        assertInstanceOf(CoachingForm.Invalid.class, CoachingForm.read(Fields.ofJson(body)));
    assertEquals(List.of(field), invalid.violations().stream().map(Violation::field).toList());
  }
}
