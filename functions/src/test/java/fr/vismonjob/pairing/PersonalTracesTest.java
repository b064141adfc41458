package fr.vismonjob.pairing;

import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.registration.Person;
import org.junit.jupiter.api.Test;

final class PersonalTracesTest {
  private final PersonalTraces traces =
      PersonalTraces.of(
          student("Noé")
              .person(new Person("Noé", "Le Gall", "noe.legall@example.fr", "06 12 34 56 78", ""))
              .build());

  @Test
  void names_address_and_telephone_are_struck_out() {
    assertEquals(
        "[effacé] ([effacé]) et M. [effacé] : [effacé].",
        traces.redact("NOÉ LE GALL (Noe.Legall@example.fr) et M. le gall : 06 12 34 56 78."));
  }

  @Test
  void a_part_of_another_word_is_no_trace() {
    assertFalse(traces.in("Noémie et Le Gallois"));
    assertTrue(traces.in("L’équipe de Noé"));
  }
}
