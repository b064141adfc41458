package fr.vismonjob.pairing;

import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.form.FilledField;
import fr.vismonjob.registration.EveryField;
import fr.vismonjob.registration.FilledForm;
import fr.vismonjob.registration.Person;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  @ParameterizedTest
  @EnumSource(Role.class)
  void an_answer_is_a_trace_exactly_if_its_field_tells_who_somebody_is(Role role) {
    Registration person = EveryField.registration(role);
    PersonalTraces own = PersonalTraces.of(person);
    for (FilledField answer : FilledForm.of(person)) {
      for (String typed : answer.typed()) {
        assertEquals(
            answer.field().personal(), own.in("Voir " + typed + "."), answer.field().name());
      }
    }
  }
}
