package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.Visitors.Member;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody types is shown as it is and does nothing, on pages and in mails. */
class HostileIT {
  private static final String MARKUP =
      "<script>alert(1)</script>\"'><b onmouseover=x>&amp;${7*7}{{7}}";

  /** Right-to-left override, isolates, zero width: they would turn what follows around. */
  private static final String TURNED = "\u202Eeda\u202C \u2067x\u200B";

  @Test
  void markup_in_every_text_of_an_ambassador_stays_text() {
    Sheet sheet =
        Sheet.ambassador(EDITION.day())
            .with("prenom", "Ada " + MARKUP.substring(0, 30))
            .with("nom", MARKUP)
            .with("service", MARKUP)
            .with("intitule", MARKUP)
            .with("presentation", MARKUP + "\n" + MARKUP)
            .with("besoins", MARKUP);
    staysText(sheet, "nom");
  }

  @Test
  void markup_in_every_text_of_a_student_stays_text() {
    Sheet sheet =
        Sheet.student(EDITION.day())
            .with("nom", MARKUP)
            .with("etablissement", MARKUP)
            .with("besoins", MARKUP);
    staysText(sheet, "nom");
  }

  private static void staysText(Sheet sheet, String field) {
    Reply refused = HTTP.postForm(sheet.path(), sheet.without("consentement").form());
    assertEquals(422, refused.status());
    assertHarmless(refused.page());
    assertEquals(sheet.one(field), refused.page().select("[name=" + field + "]").attr("value"));

    Member member = VISITORS.join(sheet);
    assertEquals(sheet.one(field), TABLES.registration(member.id()).text(field));
    for (String page : List.of("confirmation", "inscription", "binome")) {
      assertHarmless(HTTP.get("/" + page + "/" + member.link()).page());
    }
    for (Letter letter : MAILBOX.allTo(member.address())) {
      Document html = Jsoup.parse(letter.html());
      assertTrue(html.select("script, b[onmouseover]").isEmpty(), letter.kind());
      assertFalse(letter.html().contains("49{{"), "nothing was evaluated");
    }
  }

  private static void assertHarmless(Document page) {
    assertTrue(page.select("script:not([src])").isEmpty(), page.title());
    assertTrue(page.select("[onmouseover]").isEmpty(), page.title());
    assertFalse(page.select("main").text().contains("49{{"), page.title());
  }

  @Test
  void marks_that_turn_text_around_stay_within_their_name() {
    Member member = VISITORS.register(Sheet.student(EDITION.day()).with("nom", TURNED));

    Document page = HTTP.get("/confirmation/" + member.link()).page();

    assertFalse(
        page.select("bdi, [dir=auto]").stream()
            .filter(e -> e.text().contains("eda"))
            .toList()
            .isEmpty(),
        "isolated");
    Letter letter = MAILBOX.await(member.address(), "confirmation");
    assertFalse(letter.subject().contains("\u202E"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"prenom", "nom", "etablissement", "code_postal", "telephone", "commune"})
  void a_line_break_in_a_single_line_is_refused(String field) {
    Sheet sheet = Sheet.student(EDITION.day()).with(field, "A\r\nBcc: autre@x.example");

    Reply reply = HTTP.postJson(sheet.path(), sheet.json());

    assertEquals(422, reply.status());
    assertEquals(List.of(field), reply.faultyFields());
  }

  @Test
  void the_longest_names_with_emoji_and_accents_leave_the_mails_headers_whole() {
    Sheet sheet =
        Sheet.student(EDITION.day())
            .with("prenom", "👩‍💻é,;:\"\\<>@".repeat(10).substring(0, 100))
            .with("nom", "Ÿ".repeat(100));
    Member member = VISITORS.join(sheet);

    Letter letter = MAILBOX.await(member.address(), "confirmee");

    String header = letter.raw().split("\r?\n\r?\n", 2)[0];
    assertAll(
        () -> assertEquals(List.of(member.address()), letter.addresses("To")),
        () -> assertEquals(1, letter.headers("Subject").size()),
        () -> assertTrue(header.lines().allMatch(line -> line.length() <= 998)),
        () -> assertTrue(header.chars().allMatch(c -> c < 128), "only ASCII in headers"),
        () -> assertTrue(letter.text().contains("👩‍💻")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/confirmation/%00", "/confirmation/%2e%2e%2f", "/confirmation/a%0d%0aX:y",
            "/inscription/%ff",
        "/binome/.", "/binome/..x", "/coaching/%F0%9F%98%80.%F0%9F%98%80", "/assets/..%2f..%2fetc",
        "/communes/x", "/etudiants/x", "/confirmation/abc.def/x"
      })
  void an_odd_address_is_just_not_found(String path) {
    Reply reply = HTTP.get(path);

    assertEquals(404, reply.status());
    assertTrue(reply.headers().keySet().stream().noneMatch(name -> name.equalsIgnoreCase("X")));
  }

  @Test
  void a_very_long_link_is_just_not_found() {
    assertEquals(
        404, HTTP.get("/confirmation/" + "a".repeat(4000) + "." + "b".repeat(3000)).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "%00", "75007%27%20OR%201", "%F0%9F%98%80"})
  void an_odd_postal_code_has_no_communes(String postalCode) {
    Reply reply = HTTP.getJson("/communes?code_postal=" + postalCode);

    assertTrue(reply.status() == 200 || reply.status() == 422, "status " + reply.status());
    if (reply.status() == 200) {
      assertEquals("[]", reply.text().strip());
    }
  }

  @Test
  void deep_or_large_JSON_is_refused() {
    for (int depth : List.of(900, 20_000)) {
      String deep = "{\"prenom\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
      assertEquals(400, HTTP.postJson("/etudiants", deep).status());
    }

    StringBuilder many = new StringBuilder("a=1");
    for (int i = 0; i < 8_000; i++) {
      many.append("&f").append(i).append('=');
    }
    Reply reply = HTTP.postForm("/etudiants", many.toString());
    assertEquals(422, reply.status());
  }

  @Test
  void large_numbers_are_the_fields_fault() {
    Sheet sheet = Sheet.student(EDITION.day());
    for (Object number : List.of(1e308, 99_999_999_999L, -1, 0)) {
      Reply reply = HTTP.postJson(sheet.path(), sheet.jsonWith("rayon_km", number));
      assertEquals(422, reply.status());
      assertEquals(List.of("rayon_km"), reply.faultyFields());
    }
  }
}
