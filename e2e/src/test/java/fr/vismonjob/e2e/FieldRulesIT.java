package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each field's rule, broken: the same fault by form and by JSON, told for that field only. */
class FieldRulesIT {
  private static final LocalDate DAY = EDITION.day();

  static Stream<Arguments> faultsOfBoth() {
    LocalDate saturday = DAY.with(DayOfWeek.SATURDAY);
    return Stream.of(
        arguments("prenom", List.of("")),
        arguments("prenom", List.of("   ")),
        arguments("prenom", List.of("x".repeat(101))),
        arguments("prenom", List.of("Ada\u0007")),
        arguments("prenom", List.of("Ada\r\nBcc: x@y.example")),
        arguments("nom", List.of("")),
        arguments("nom", List.of("é".repeat(101))),
        arguments("nom", List.of("Le\u0000noir")),
        arguments("courriel", List.of("")),
        arguments("courriel", List.of("personne")),
        arguments("courriel", List.of("a@b@gouv.fr")),
        arguments("courriel", List.of("a b@gouv.fr")),
        arguments("courriel", List.of("a@gouv.fr\r\nBcc: b@gouv.fr")),
        arguments("courriel", List.of("a".repeat(250) + "@gouv.fr")),
        arguments("telephone", List.of("12")),
        arguments("telephone", List.of("01 23 45 67 89 01 23 45 67")),
        arguments("telephone", List.of("appelez-moi")),
        arguments("code_postal", List.of("")),
        arguments("code_postal", List.of("00000")),
        arguments("code_postal", List.of("7500")),
        arguments("code_postal", List.of("ABCDE")),
        arguments("commune", List.of("Ailleurs-sur-Rien")),
        arguments("dates", List.of()),
        arguments("dates", List.of("demain")),
        arguments("dates", List.of("2026-02-30")),
        arguments("dates", List.of(DAY.plusDays(200).toString())),
        arguments("dates", List.of(DAY.toString(), saturday.toString())),
        arguments("besoins", List.of("x".repeat(1001))),
        arguments("consentement", List.of()),
        arguments("consentement", List.of("non")));
  }

  static Stream<Arguments> faultsOfAmbassadors() {
    return Stream.of(
        arguments("courriel", List.of("ada@entreprise.example")),
        arguments("courriel", List.of("ada@gouv.fr.example")),
        arguments("courriel", List.of("ada@pasgouv.fr")),
        arguments("administration", List.of("")),
        arguments("administration", List.of("mairie")),
        arguments("service", List.of("")),
        arguments("service", List.of("x".repeat(151))),
        arguments("intitule", List.of("")),
        arguments("intitule", List.of("x".repeat(151))),
        arguments("echelon", List.of("")),
        arguments("echelon", List.of("régional")),
        arguments("metier", List.of("")),
        arguments("metier", List.of("Développement")),
        arguments("presentation", List.of("x".repeat(1001))),
        arguments("capacite", List.of("0")),
        arguments("capacite", List.of("4")),
        arguments("capacite", List.of("-1")));
  }

  static Stream<Arguments> faultsOfStudents() {
    return Stream.of(
        arguments("etablissement", List.of("")),
        arguments("etablissement", List.of("x".repeat(151))),
        arguments("niveau", List.of("")),
        arguments("niveau", List.of("bac+8")),
        arguments("metiers", List.of()),
        arguments("metiers", List.of("plombier")),
        arguments("metiers", List.of("donnees", "donnees")),
        arguments("metiers", List.of("donnees", "securite", "support", "design")),
        arguments("tout_metier", List.of("peut-être")),
        arguments("administrations", List.of("mairie")),
        arguments("administrations", List.of("justice", "justice")),
        arguments("administrations", List.of("justice", "armees", "sante", "sports")),
        arguments("rayon_km", List.of("4")),
        arguments("rayon_km", List.of("201")),
        arguments("rayon_km", List.of("-50")));
  }

  @ParameterizedTest
  @MethodSource({"faultsOfBoth", "faultsOfAmbassadors"})
  void an_ambassadors_fault_is_told(String field, List<String> values) {
    isTold(Sheet.ambassador(DAY), field, values);
  }

  @ParameterizedTest
  @MethodSource({"faultsOfBoth", "faultsOfStudents"})
  void a_students_fault_is_told(String field, List<String> values) {
    isTold(Sheet.student(DAY), field, values);
  }

  private static void isTold(Sheet good, String field, List<String> values) {
    Sheet bad = good.with(field, values.toArray(String[]::new));

    Reply json = HTTP.postJson(bad.path(), bad.json());
    assertEquals(422, json.status());
    assertEquals("application/problem+json", json.contentType());
    assertEquals(List.of(field), json.faultyFields());

    Reply html = HTTP.postForm(bad.path(), bad.form());
    assertEquals(422, html.status());
    assertEquals(List.of(field), linkedFields(html.page()));
  }

  /** The fields that the error summary's links lead to. */
  private static List<String> linkedFields(Document page) {
    return page.select("[role=alert] a[href^=#], .vmj-error-summary a[href^=#]").stream()
        .map(link -> page.getElementById(link.attr("href").substring(1)))
        .map(FieldRulesIT::fieldAt)
        .distinct()
        .toList();
  }

  private static String fieldAt(Element target) {
    Elements fields = target.select("[name]");
    assertFalse(fields.isEmpty(), "the summary's link leads to no field: " + target.id());
    return String.valueOf(fields.getFirst().attr("name"));
  }

  static Stream<Arguments> wrongTypes() {
    return Stream.of(
        arguments("prenom", 3),
        arguments("prenom", List.of("Ada")),
        arguments("courriel", Map.of("adresse", "x")),
        arguments("dates", DAY.toString()),
        arguments("metiers", "donnees"),
        arguments("metiers", List.of(1)),
        arguments("rayon_km", "50"),
        arguments("rayon_km", 50.5),
        arguments("rayon_km", true),
        arguments("tout_metier", "oui"),
        arguments("consentement", "oui"),
        arguments("consentement", 1),
        arguments("consentement", false));
  }

  @ParameterizedTest
  @MethodSource("wrongTypes")
  void a_value_of_another_JSON_type_is_the_fields_fault(String field, Object value) {
    Sheet sheet = Sheet.student(DAY);

    Reply reply = HTTP.postJson(sheet.path(), sheet.jsonWith(field, value));

    assertEquals(422, reply.status());
    assertEquals(List.of(field), reply.faultyFields());
  }

  @Test
  void an_unknown_field_is_refused() {
    Sheet form = Sheet.student(DAY).with("parrain", "Zoé");
    Sheet ofTheOtherRole = Sheet.student(DAY).with("capacite", "2");

    assertEquals(List.of("parrain"), HTTP.postJson(form.path(), form.json()).faultyFields());
    assertEquals(422, HTTP.postForm(form.path(), form.form()).status());
    assertEquals(
        List.of("capacite"),
        HTTP.postJson(ofTheOtherRole.path(), ofTheOtherRole.json()).faultyFields());
  }

  @Test
  void a_single_value_sent_twice_is_refused() {
    Sheet sheet = Sheet.student(DAY).with("nom", "Courtois", "Autre");

    assertEquals(422, HTTP.postForm(sheet.path(), sheet.form()).status());
  }

  @Test
  void all_faults_are_told_at_once_and_what_was_typed_is_kept() {
    Sheet sheet =
        Sheet.student(DAY)
            .with("prenom", "")
            .with("nom", "Ourson")
            .with("rayon_km", "9000")
            .with("besoins", "Un ascenseur");

    Reply reply = HTTP.postForm(sheet.path(), sheet.form());

    Document page = reply.page();
    assertEquals(List.of("prenom", "rayon_km"), linkedFields(page).stream().sorted().toList());
    assertEquals("Ourson", page.select("[name=nom]").attr("value"));
    assertEquals("9000", page.select("[name=rayon_km]").attr("value"));
    assertEquals("Un ascenseur", page.select("[name=besoins]").text());
    assertTrue(page.select("input[name=dates][value=" + DAY + "]").hasAttr("checked"));
    assertEquals("true", page.select("[name=prenom]").attr("aria-invalid"));
  }
}
