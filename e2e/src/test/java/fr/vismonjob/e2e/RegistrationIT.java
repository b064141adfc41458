package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.Tables.Row;
import fr.vismonjob.e2e.Visitors.Member;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationIT {

  @ParameterizedTest
  @ValueSource(strings = {"/ambassadeurs", "/etudiants"})
  void the_form_offers_the_event_day_and_the_working_days_around_it(String path) {
    Document page = HTTP.get(path).page();

    List<LocalDate> offered =
        page.select("input[name=dates]").eachAttr("value").stream().map(LocalDate::parse).toList();
    int reach = EDITION.row().number("fenetre_jours");
    List<LocalDate> possible =
        EDITION
            .day()
            .minusDays(reach)
            .datesUntil(EDITION.day().plusDays(reach + 1L))
            .filter(day -> CurrentEdition.isWorkingDay(day) || day.equals(EDITION.day()))
            .toList();
    assertTrue(offered.contains(EDITION.day()));
    assertTrue(possible.containsAll(offered), "only working days in the window: " + offered);
    assertTrue(offered.size() >= possible.size() - 1, "Easter Monday may be among them");
    assertEquals(offered.stream().distinct().toList(), offered);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ambassadeurs", "/etudiants"})
  void every_field_has_a_label_and_every_box_of_consent_is_unticked(String path) {
    Document page = HTTP.get(path).page();

    for (Element field : page.select("main input:not([type=hidden]), main select, main textarea")) {
      assertFalse(page.select("label[for=" + field.id() + "]").isEmpty(), field.attr("name"));
    }
    assertTrue(page.select("input[name=consentement][checked]").isEmpty());
  }

  @Test
  void an_ambassador_registers_by_the_form() {
    Sheet sheet = Sheet.ambassador(EDITION.day()).with("telephone", "01 99 00 12 34");

    Reply reply = HTTP.postForm(sheet.path(), sheet.form());

    assertEquals(303, reply.status());
    Reply next = HTTP.get(reply.header("Location").orElseThrow());
    assertEquals(200, next.status());
    String words = next.page().select("main").text().toLowerCase(Locale.FRENCH);
    assertTrue(words.contains("mail") || words.contains("courriel"), words);
    Letter letter = MAILBOX.await(sheet.address(), "confirmation");
    Row row = TABLES.registration(idIn(letter));
    assertAll(
        () -> assertEquals("A_CONFIRMER", row.text("statut")),
        () -> assertEquals("AMBASSADEUR", row.text("role")),
        () -> assertEquals(sheet.address(), row.text("courriel")),
        () -> assertEquals(1, row.number("capacite"), "one student unless told otherwise"));
  }

  @Test
  void a_student_registers_by_JSON() {
    Sheet sheet =
        Sheet.student(EDITION.day())
            .with("metiers", "donnees", "securite")
            .with("administrations", "justice")
            .with("tout_metier", "oui");

    Reply reply = HTTP.postJson(sheet.path(), sheet.json());

    assertEquals(202, reply.status());
    assertEquals(Map.of("statut", "A_CONFIRMER"), reply.json());
    Row row = TABLES.registration(idIn(MAILBOX.await(sheet.address(), "confirmation")));
    assertAll(
        () -> assertEquals("ETUDIANT", row.text("role")),
        () -> assertEquals(List.of("donnees", "securite"), row.list("metiers_codes")),
        () -> assertEquals(50, row.number("rayon_km"), "50 km unless told otherwise"),
        () -> assertTrue(row.flag("tout_metier")));
  }

  @Test
  void null_in_JSON_means_that_the_field_is_absent() {
    Sheet sheet = Sheet.student(EDITION.day());
    String nulls =
        Stream.of("telephone", "commune", "besoins", "tout_metier", "administrations", "rayon_km")
            .map(field -> ",\"" + field + "\":null")
            .collect(Collectors.joining("", "", "}"));

    String json = sheet.json().replaceFirst("}$", nulls);

    assertEquals(202, HTTP.postJson(sheet.path(), json).status());
  }

  @Test
  void empty_fields_of_a_form_are_as_absent() {
    Sheet sheet =
        Sheet.student(EDITION.day())
            .with("telephone", "")
            .with("commune", "")
            .with("besoins", "")
            .with("rayon_km", "")
            .with("metiers", "", "donnees", "")
            .with("administrations", "", "", "");

    Member member = VISITORS.register(sheet);

    assertEquals(List.of("donnees"), TABLES.registration(member.id()).list("metiers_codes"));
  }

  @Test
  void an_address_is_trimmed_and_lowercased_and_its_tag_is_kept() {
    String address = Sheet.unique("Chloe+essai") + "@Etudiants.Example";
    Sheet sheet = Sheet.student(EDITION.day()).with("courriel", "  " + address + " ");

    assertEquals(303, HTTP.postForm(sheet.path(), sheet.form()).status());

    String known = address.toLowerCase(Locale.ROOT);
    Row row = TABLES.registration(idIn(MAILBOX.await(known, "confirmation")));
    assertEquals(known, row.text("courriel"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gouv.fr", "Essai.GOUV.fr", "a.b.gouv.fr"})
  void ambassadors_write_from_a_domain_of_the_State_or_below_one(String domain) {
    Sheet sheet =
        Sheet.ambassador(EDITION.day()).with("courriel", Sheet.unique("dom") + "@" + domain);

    assertEquals(202, HTTP.postJson(sheet.path(), sheet.json()).status());
  }

  @Test
  void students_write_from_anywhere() {
    Sheet sheet =
        Sheet.student(EDITION.day()).with("courriel", Sheet.unique("dom") + "@sub.ecole.example");

    assertEquals(202, HTTP.postJson(sheet.path(), sheet.json()).status());
  }

  @Test
  void where_a_postal_code_has_one_commune_it_is_not_asked() {
    Member member = VISITORS.register(Sheet.student(EDITION.day()).with("code_postal", "31000"));

    assertEquals("Toulouse", TABLES.registration(member.id()).text("commune"));
    assertEquals("Haute-Garonne", TABLES.registration(member.id()).text("departement"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"75019", "69007", "13008", "97400", "97200"})
  void districts_of_large_cities_are_not_asked_and_overseas_is_known(String postalCode) {
    Sheet sheet = Sheet.student(EDITION.day()).with("code_postal", postalCode);

    assertEquals(202, HTTP.postJson(sheet.path(), sheet.json()).status());
  }

  @Test
  void where_it_has_several_the_choices_are_shown_and_a_code_or_a_name_is_taken() {
    Sheet sheet = Sheet.student(EDITION.day()).with("code_postal", "05000");

    Reply asked = HTTP.postForm(sheet.path(), sheet.form());
    assertEquals(422, asked.status());
    Set<String> choices =
        asked.page().select("[name=commune] option, [name=commune]").stream()
            .map(choice -> choice.attr("value"))
            .collect(Collectors.toSet());
    assertTrue(choices.contains("05061"), "Gap is among " + choices);

    Member byCode = VISITORS.register(sheet.with("commune", "05061"));
    assertEquals("Gap", TABLES.registration(byCode.id()).text("commune"));
    Member byName =
        VISITORS.register(
            sheet.with("courriel", Sheet.unique("gap") + "@x.example").with("commune", "Rambaud"));
    assertEquals("Rambaud", TABLES.registration(byName.id()).text("commune"));
  }

  @Test
  void the_communes_of_a_postal_code_are_listed_as_JSON() {
    Reply several = HTTP.getJson("/communes?code_postal=05000");
    assertEquals(200, several.status());
    assertEquals("application/json", several.contentType());
    List<Map<String, Object>> communes = Json.objects(Json.list(several.body()));
    assertEquals(8, communes.size());
    assertTrue(communes.contains(Map.of("code", "05061", "nom", "Gap")), communes.toString());

    Reply one = HTTP.get("/communes?code_postal=35000");
    assertEquals(List.of(Map.of("code", "35238", "nom", "Rennes")), Json.list(one.body()));
  }

  private static String idIn(Letter letter) {
    String link = letter.link(STACK.siteUrl(), "confirmation");
    return link.substring(0, link.indexOf('.'));
  }
}
