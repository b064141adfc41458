package fr.vismonjob.registration;

import static fr.vismonjob.registration.RegistrationBuilder.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.form.Fields;
import fr.vismonjob.form.Labelled;
import fr.vismonjob.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationFormTest {
  private static final Edition EDITION = EditionBuilder.edition().day("2026-11-24").build();

  private static Map<String, List<String>> student() {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("prenom", List.of("Zoé"));
    fields.put("nom", List.of("Martin"));
    fields.put("courriel", List.of(" Zoe+Stage@Example.ORG "));
    fields.put("code_postal", List.of("35000"));
    fields.put("dates", List.of("2026-11-24", "2026-11-26"));
    fields.put("consentement", List.of("oui"));
    fields.put("etablissement", List.of("INSA Rennes"));
    fields.put("niveau", List.of("bac+5"));
    fields.put("metiers", List.of("donnees", "", "developpement"));
    return fields;
  }

  private static Map<String, List<String>> ambassador() {
    Map<String, List<String>> fields = student();
    fields.keySet().removeAll(Set.of("etablissement", "niveau", "metiers"));
    fields.put("courriel", List.of("zoe@interieur.gouv.fr"));
    fields.put("administration", List.of("interieur"));
    fields.put("service", List.of("Préfecture"));
    fields.put("echelon", List.of("operateur"));
    fields.put("metier", List.of("donnees"));
    fields.put("intitule", List.of("Data scientist"));
    return fields;
  }

  private static Set<String> faultyFields(Map<String, List<String>> fields, Role role) {
    return switch (RegistrationForm.read(Fields.of(fields), role, EDITION)) {
      case RegistrationForm.Valid _ -> Set.of();
      case RegistrationForm.Invalid invalid ->
          invalid.violations().stream().map(Violation::field).collect(Collectors.toSet());
    };
  }

  private static RegistrationForm.Valid valid(Map<String, List<String>> fields, Role role) {
    return assertInstanceOf(
        RegistrationForm.Valid.class, RegistrationForm.read(Fields.of(fields), role, EDITION));
  }

  private static RegistrationForm.Invalid invalid(Map<String, List<String>> fields, Role role) {
    return assertInstanceOf(
        RegistrationForm.Invalid.class, RegistrationForm.read(Fields.of(fields), role, EDITION));
  }

  @Test
  void a_student_s_wishes_are_read_in_order_with_the_defaults() {
    var valid = valid(student(), Role.ETUDIANT);
    assertEquals("zoe+stage@example.org", valid.answers().person().address());
    assertEquals("Rennes", valid.answers().place().commune());
    assertEquals(
        List.of(LocalDate.parse("2026-11-24"), LocalDate.parse("2026-11-26")),
        valid.answers().dates());
    var wishes = assertInstanceOf(Details.Wishes.class, valid.answers().details());
    assertEquals(
        List.of("donnees", "developpement"), wishes.jobs().stream().map(Labelled::code).toList());
    assertEquals(50, wishes.radiusKm());
  }

  @Test
  void an_ambassador_hosts_one_student_unless_told_otherwise() {
    var valid = valid(ambassador(), Role.AMBASSADEUR);
    assertEquals(1, valid.answers().details().capacity());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          prenom       |
          prenom       | a\u0007b
          nom          |
          courriel     | zoe
          courriel     | zoe@example
          courriel     | zoé@example.org
          courriel     | zoe@@example.org
          telephone    | 12
          telephone    | 06 12 34 56 78 90 12 34 56
          telephone    | 06 12 34 56 7
          telephone    | +33 6 12 34 56 7
          telephone    | +33 (0) 6 12 34 56 7
          telephone    | +33 6 12 34 56 789
          telephone    | 0033 06 12 34 56 7
          telephone    | +262 692 12 34 5
          telephone    | +590 (0)690 12 34
          code_postal  | 3500
          code_postal  | 99999
          dates        |
          dates        | 2026-11-22
          dates        | 2027-11-24
          dates        | demain
          consentement |
          consentement | non
          niveau       | bac
          etablissement|
          metiers      |
          metiers      | inconnu
          metiers      | donnees,donnees
          metiers      | donnees,design,projet,produit
          tout_metier  | non
          administrations | interieur,interieur
          rayon_km     | 4
          rayon_km     | 201
          rayon_km     | 12.5
          """)
  void each_field_has_its_rule(String field, String value) {
    Map<String, List<String>> fields = student();
    fields.put(field, value == null ? List.of() : Arrays.asList(value.split(",")));
    assertEquals(Set.of(field), faultyFields(fields, Role.ETUDIANT));
  }

  @ParameterizedTest
  @CsvSource({
    "courriel, zoe@example.org",
    "courriel, zoe@faux-gouv.fr",
    "administration, inconnue",
    "echelon, ''",
    "metier, ''",
    "service, ''",
    "intitule, ''",
    "capacite, 4"
  })
  void each_field_of_an_ambassador_has_its_rule(String field, String value) {
    Map<String, List<String>> fields = ambassador();
    fields.put(field, List.of(value));
    assertEquals(Set.of(field), faultyFields(fields, Role.AMBASSADEUR));
  }

  @Test
  void lengths_count_characters_not_bytes() {
    Map<String, List<String>> fields = student();
    fields.put("prenom", List.of("é".repeat(100)));
    assertEquals(Set.of(), faultyFields(fields, Role.ETUDIANT));
    fields.put("prenom", List.of("é".repeat(101)));
    assertEquals(Set.of("prenom"), faultyFields(fields, Role.ETUDIANT));
  }

  @Test
  void unknown_fields_and_the_other_role_s_are_refused() {
    Map<String, List<String>> fields = student();
    fields.put("statut", List.of("APPARIEE"));
    fields.put("capacite", List.of("3"));
    assertEquals(Set.of("statut", "capacite"), faultyFields(fields, Role.ETUDIANT));
  }

  @Test
  void the_commune_is_asked_only_where_the_postal_code_has_several() {
    Map<String, List<String>> fields = student();
    fields.put("code_postal", List.of("01400"));
    var asked = invalid(fields, Role.ETUDIANT);
    assertEquals("commune", asked.violations().getFirst().field());
    String question = asked.violations().getFirst().message();
    assertTrue(question.startsWith("Choisissez votre commune : "), question);
    assertTrue(question.contains("Sandrans"), question);
    for (String told : List.of("01393", "Sandrans", "SANDRANS", "chatillon sur chalaronne")) {
      fields.put("commune", List.of(told));
      assertEquals(Set.of(), faultyFields(fields, Role.ETUDIANT), told);
    }
    fields.put("commune", List.of("Rennes"));
    var wrong = invalid(fields, Role.ETUDIANT).violations();
    assertEquals(1, wrong.size());
    assertTrue(wrong.getFirst().message().startsWith("Cette commune n’a pas ce code postal."));
  }

  @Test
  void a_postal_code_that_does_not_exist_is_taken_for_no_cedex() {
    Map<String, List<String>> fields = student();
    fields.put("code_postal", List.of("99999"));
    assertEquals(
        "Indiquez un code postal français existant, à cinq chiffres.",
        invalid(fields, Role.ETUDIANT).violations().getFirst().message());
  }

  @Test
  void an_ambassador_reads_which_addresses_are_the_state_s() {
    Map<String, List<String>> fields = ambassador();
    fields.put("courriel", List.of("zoe@example.org"));
    String message = invalid(fields, Role.AMBASSADEUR).violations().getFirst().message();
    assertTrue(message.contains("(@gouv.fr"), message);
  }

  /** What is wrong with a change, by field. */
  private static Set<String> faultyInChange(Fields fields) {
    Registration zoe =
        RegistrationBuilder.student("Zoe")
            .person(named("Zoé", "Martin", "zoe@example.org"))
            .build();
    return switch (RegistrationForm.readChange(fields, zoe, EDITION)) {
      case RegistrationForm.Valid valid -> {
        assertEquals("zoe@example.org", valid.answers().person().address());
        yield Set.of();
      }
      case RegistrationForm.Invalid invalid ->
          invalid.violations().stream().map(Violation::field).collect(Collectors.toSet());
    };
  }

  @Test
  void a_change_keeps_the_address_and_the_consent() {
    Map<String, List<String>> fields = student();
    fields.put("courriel", List.of("Zoe@Example.org"));
    assertEquals(Set.of(), faultyInChange(Fields.of(fields)));
    fields.put("courriel", List.of("other@example.org"));
    assertEquals(Set.of("courriel"), faultyInChange(Fields.of(fields)));
    fields.keySet().removeAll(Set.of("courriel", "consentement"));
    assertEquals(Set.of(), faultyInChange(Fields.of(fields)));

    Map<String, Object> json = new LinkedHashMap<>(fields);
    json.replaceAll((name, values) -> ((List<?>) values).getFirst());
    json.put("dates", List.of("2026-11-24"));
    json.put("metiers", List.of("donnees"));
    assertEquals(Set.of(), faultyInChange(Fields.ofJson(json)));
    json.put("consentement", true);
    assertEquals(Set.of(), faultyInChange(Fields.ofJson(json)));
    json.put("consentement", false);
    assertEquals(Set.of("consentement"), faultyInChange(Fields.ofJson(json)));
    fields.put("consentement", List.of());
    assertEquals(
        Set.of(), faultyInChange(Fields.of(fields)), "a box that is not ticked is not sent");
  }

  @ParameterizedTest
  @CsvSource({"75011, Paris", "69003, Lyon", "13001, Marseille", "97400, Saint-Denis"})
  void towns_with_arrondissements_are_not_asked_for_theirs(String postalCode, String commune) {
    Map<String, List<String>> fields = student();
    fields.put("code_postal", List.of(postalCode));
    var valid = valid(fields, Role.ETUDIANT);
    assertEquals(commune, valid.answers().place().commune());
  }

  @ParameterizedTest
  @CsvSource({
    "75007, 75056, Paris",
    "75007, PARIS 07, Paris",
    "75007, Paris 7e Arrondissement, Paris",
    "75007, Paris 7ème arrondissement, Paris",
    "75007, Paris Cedex 07, Paris",
    "69001, 69123, Lyon",
    "69001, Lyon 1er, Lyon",
    "13001, 13055, Marseille",
    "01300, Saint-Bois, Arboys en Bugey",
    "01300, 01340, Arboys en Bugey",
    "13080, Luynes, Aix-en-Provence",
    "93400, ST OUEN SUR SEINE, Saint-Ouen-sur-Seine",
    "35\u00a0000, RENNES CEDEX 7, Rennes",
    "F-35 000, Rennes, Rennes"
  })
  void a_place_has_every_name_and_code_that_people_have_for_it(
      String postalCode, String told, String commune) {
    Map<String, List<String>> fields = student();
    fields.put("code_postal", List.of(postalCode));
    fields.put("commune", List.of(told));
    var valid = valid(fields, Role.ETUDIANT);
    assertEquals(commune, valid.answers().place().commune());
  }

  @ParameterizedTest
  @CsvSource({
    "75007, 75108",
    "75007, Paris 8e",
    "75007, Lyon",
    "69001, 75056",
    "35000, Luynes",
    "35000, 7"
  })
  void a_name_of_another_postal_code_is_refused(String postalCode, String told) {
    Map<String, List<String>> fields = student();
    fields.put("code_postal", List.of(postalCode));
    fields.put("commune", List.of(told));
    assertEquals(Set.of("commune"), faultyFields(fields, Role.ETUDIANT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"35042", "35042 CEDEX 9", "35000 cedex", "75700"})
  void a_cedex_code_is_named(String postalCode) {
    Map<String, List<String>> fields = student();
    fields.put("code_postal", List.of(postalCode));
    var invalid = invalid(fields, Role.ETUDIANT);
    assertEquals("code_postal", invalid.violations().getFirst().field());
    assertTrue(invalid.violations().getFirst().message().contains("CEDEX"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "06 12 34 56 78",
        "06/12/34/56/78",
        "06.12.34.56.78",
        "06–12–34–56–78",
        "06\u00a012\u202f34 56 78",
        "+33 (0)6 12 34 56 78",
        "+33 06 12 34 56 78",
        "0033612345678",
        "00330612345678",
        "0692 12 34 56",
        "+262 692 12 34 56",
        "+590 (0)690 12 34 56",
        "+594 594 12 34 56",
        "+596 696 12 34 56",
        "+508 41 23 45",
        "+687 12 34 56",
        "+689 87 12 34 56",
        "+32 2 555 12 12",
        "+1 202 555 0123"
      })
  void a_telephone_has_any_usual_separators(String phone) {
    Map<String, List<String>> fields = student();
    fields.put("telephone", List.of(phone));
    assertEquals(Set.of(), faultyFields(fields, Role.ETUDIANT));
  }

  @Test
  void lengths_count_what_a_person_counts() {
    Map<String, List<String>> fields = student();
    String lines = "a".repeat(5) + "\r\n";
    fields.put("besoins", List.of(lines.repeat(166) + "abcd"));
    assertEquals(Set.of(), faultyFields(fields, Role.ETUDIANT));
    fields.put("besoins", List.of(lines.repeat(166) + "abcde"));
    assertEquals(Set.of("besoins"), faultyFields(fields, Role.ETUDIANT));
    fields.put("besoins", List.of());
    fields.put("nom", List.of("e\u0301".repeat(100)));
    assertEquals(Set.of(), faultyFields(fields, Role.ETUDIANT));
  }

  @Test
  void a_whole_number_may_be_written_with_a_point_or_an_exponent() {
    for (String number : List.of("50", "50.0", "5e1", "5.0E1")) {
      Map<String, Object> json = new LinkedHashMap<>(student());
      json.replaceAll((name, values) -> ((List<?>) values).getFirst());
      json.put("dates", List.of("2026-11-24"));
      json.put("metiers", List.of("donnees"));
      json.put("consentement", true);
      json.put(
          "rayon_km",
          Json.readObject(("{\"n\":" + number + "}").getBytes(StandardCharsets.UTF_8)).get("n"));
      var valid =
          assertInstanceOf(
              RegistrationForm.Valid.class,
              RegistrationForm.read(Fields.ofJson(json), Role.ETUDIANT, EDITION));
      var wishes = assertInstanceOf(Details.Wishes.class, valid.answers().details());
      assertEquals(50, wishes.radiusKm());
    }
  }
}
