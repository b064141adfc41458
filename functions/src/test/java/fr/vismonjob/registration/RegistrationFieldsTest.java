package fr.vismonjob.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.form.Field;
import fr.vismonjob.form.FilledField;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
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
      assertEquals(asked.isShownToPartner(), answer.field().isShownToPartner(), name);
      assertEquals(asked.isPersonal(), answer.field().isPersonal(), name);
    }
  }

  /**
   * Each field stands on one side of either question, so that nobody adds a field and forgets to
   * answer them.
   */
  @Test
  void each_field_says_whether_the_partner_sees_it_and_whether_it_tells_who_the_person_is() {
    assertSides(
        Role.AMBASSADEUR,
        Field::isShownToPartner,
        "prenom nom courriel telephone administration echelon service metier intitule presentation",
        "capacite code_postal commune dates besoins consentement");
    assertSides(
        Role.AMBASSADEUR,
        Field::isPersonal,
        "prenom nom courriel telephone",
        "administration echelon service metier intitule presentation capacite code_postal commune"
            + " dates besoins consentement");
    assertSides(
        Role.ETUDIANT,
        Field::isShownToPartner,
        "prenom nom courriel telephone etablissement niveau besoins",
        "code_postal commune rayon_km metiers tout_metier administrations dates consentement");
    assertSides(
        Role.ETUDIANT,
        Field::isPersonal,
        "prenom nom courriel telephone",
        "etablissement niveau code_postal commune rayon_km metiers tout_metier administrations"
            + " dates besoins consentement");
  }

  private static void assertSides(Role role, Predicate<Field<?>> asked, String yes, String no) {
    Map<Boolean, List<String>> sides =
        RegistrationFields.of(role).stream()
            .collect(
                Collectors.partitioningBy(
                    asked, Collectors.mapping(Field::name, Collectors.toList())));
    assertEquals(
        Map.of(true, List.of(yes.split(" ")), false, List.of(no.split(" "))), sides, role.name());
  }
}
