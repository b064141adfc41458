package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.Tables.Row;
import fr.vismonjob.e2e.Visitors.Member;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What people paste and type, and what organisers type in the console, on the deployed stack. */
class ClumsyHandsIT {
  private static Sheet student() {
    return Sheet.student(EDITION.day());
  }

  private static Sheet ambassador() {
    return Sheet.ambassador(EDITION.day());
  }

  @Test
  void what_cannot_be_seen_is_taken_out() {
    Sheet typed =
        student()
            .with("prenom", "\u200bZoe\u0301\u00a0\u202e")
            .with("nom", "Mar\u00adtin\u3164")
            .with("telephone", "06\u00a012/34.56–78")
            .with("code_postal", "35\u2009000 ")
            .with("besoins", ("a".repeat(5) + "\r\n").repeat(166) + "abcd")
            .with("rayon_km", "\ufeff50");
    String address = typed.address();
    Member member =
        VISITORS.register(
            typed.with("courriel", "\u00a0" + address.replace("@", "\u200b@")), address);
    Row row = TABLES.registration(member.id());
    assertEquals(
        List.of("Zoé", "Martin", "35000", address),
        List.of(
            row.text("prenom"), row.text("nom"), row.text("code_postal"), row.text("courriel")));
    assertEquals("0612345678", row.text("telephone").replaceAll("[^0-9]", ""));
    assertEquals(1000, row.text("besoins").length());
    assertEquals(50, row.number("rayon_km"));
  }

  @ParameterizedTest
  @CsvSource({
    "75007, 75056",
    "75007, Paris 7e Arrondissement",
    "69001, Lyon",
    "13001, 13055",
    "01300, Saint-Bois",
    "13080, LUYNES"
  })
  void every_name_and_code_of_a_commune_is_known(String postalCode, String commune) {
    Sheet sheet = student().with("code_postal", postalCode).with("commune", commune);
    assertEquals(303, HTTP.postForm(sheet.path(), sheet.form()).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"5e1", "50.0"})
  void a_whole_number_is_one_in_every_spelling_of_json(String number) {
    String json = student().jsonWith("rayon_km", 49).replace(":49", ":" + number);
    assertEquals(202, HTTP.postJson("/etudiants", json).status());
  }

  @Test
  void half_a_character_is_no_text() {
    String json = student().json().replace("Basile", "Bas\\ud83dile");
    assertEquals(400, HTTP.postJson("/etudiants", json).status());
  }

  @ParameterizedTest
  @CsvSource({
    "code_postal, 35042 CEDEX 9, CEDEX",
    "code_postal, 35042, CEDEX",
    "courriel, zoé@exemple.fr, accent",
    "prenom, '\u200b\u2066\u2069', prénom"
  })
  void what_cannot_be_taken_is_named(String field, String typed, String word) {
    Reply reply = HTTP.postJson("/etudiants", student().with(field, typed).json());
    assertEquals(422, reply.status());
    assertTrue(reply.text().contains(word), reply.text());
  }

  @Test
  void a_seat_s_form_refuses_what_is_too_long_or_a_list() {
    String link = "/coaching/" + VISITORS.join(ambassador()).link();
    for (Map<String, Object> body :
        List.<Map<String, Object>>of(
            Map.of("seance", "x".repeat(3000)),
            Map.of("seance", List.of("a")),
            Map.of("seance", "a", "action", List.of("annuler")))) {
      Reply reply = HTTP.postJson(link, Json.write(body));
      assertEquals(422, reply.status(), reply.text());
      assertTrue(reply.text().contains("violations"), reply.text());
    }
  }

  @Test
  void a_row_typed_in_other_types_works_and_one_that_cannot_be_read_stops_itself_alone() {
    Member ada = VISITORS.join(ambassador().with("capacite", "3"));
    Member bob = VISITORS.join(ambassador());
    Row row = TABLES.registration(ada.id());
    TABLES.put(
        "RegistrationsTable",
        row.with("capacite", AttributeValue.fromS(" 3 "))
            .with("dates", AttributeValue.fromSs(row.list("dates")))
            .with("statut", AttributeValue.fromS("confirmée"))
            .attributes());
    String page = "/inscription/" + ada.link();
    assertTrue(HTTP.get(page).text().contains("3 personnes"));
    assertEquals(303, HTTP.postForm(page, "action=retirer").status());
    assertEquals("RETIREE", TABLES.registration(ada.id()).text("statut"));

    TABLES.put(
        "RegistrationsTable",
        TABLES
            .registration(bob.id())
            .with("capacite", AttributeValue.fromS("beaucoup"))
            .attributes());
    assertEquals(503, HTTP.get("/inscription/" + bob.link()).status());
    assertEquals(200, HTTP.get(page).status());
    TABLES.put(
        "RegistrationsTable",
        TABLES.registration(bob.id()).with("capacite", AttributeValue.fromN("1")).attributes());
    assertEquals(200, HTTP.get("/inscription/" + bob.link()).status());
  }
}
