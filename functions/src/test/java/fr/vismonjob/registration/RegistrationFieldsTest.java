package fr.vismonjob.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.form.Field;
import fr.vismonjob.form.FilledField;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A field that is asked is also read, kept, and filled in again. */
final class RegistrationFieldsTest {
  private static Map<String, List<String>> filled(Registration registration) {
    Map<String, List<String>> filled = new TreeMap<>();
    for (FilledField answer : FilledForm.of(registration)) {
      filled.put(answer.field().name(), answer.typed());
    }
    return filled;
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void what_is_typed_into_a_field_is_what_is_registered(Role role) {
    Map<String, List<String>> typed = new TreeMap<>(EveryField.typed(role));
    typed.remove(RegistrationFields.CONSENT.name());

    assertEquals(typed, filled(EveryField.registration(role)));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void the_table_keeps_each_field_under_its_name(Role role) {
    Registration registration = EveryField.registration(role);

    Item item = RegistrationItem.write(registration);

    assertEquals(filled(registration), filled(RegistrationItem.read(item)));
    RegistrationFields.of(role).stream()
        .map(Field::name)
        .filter(name -> !name.equals(RegistrationFields.CONSENT.name()))
        .forEach(name -> assertTrue(item.has(name), name));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void an_answer_is_shown_with_its_field_as_the_form_has_it(Role role) {
    for (FilledField answer : FilledForm.of(EveryField.registration(role))) {
      String name = answer.field().name();
      Field<?> asked =
          RegistrationFields.of(role).stream()
              .filter(field -> field.name().equals(name))
              .findFirst()
              .orElseThrow();
      assertEquals(asked.title(), answer.field().title(), name);
      assertEquals(asked.seenByPartner(), answer.field().seenByPartner(), name);
      assertEquals(asked.personal(), answer.field().personal(), name);
    }
  }
}
