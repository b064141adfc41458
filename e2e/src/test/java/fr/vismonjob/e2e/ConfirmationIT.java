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
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmationIT {

  @Test
  void the_mail_names_the_site_in_text_and_in_HTML_and_nothing_that_was_typed() {
    Sheet sheet = Sheet.ambassador(EDITION.day()).with("prenom", "Zoé-Lou");
    Member member = VISITORS.register(sheet);

    Letter letter = MAILBOX.await(member.address(), "confirmation");
    String address = STACK.siteUrl() + "/confirmation/" + member.link();
    assertAll(
        () -> assertEquals(List.of(member.address()), letter.addresses("To")),
        () -> assertEquals(List.of(), letter.addresses("Cc")),
        () -> assertEquals(List.of(EDITION.row().text("expediteur")), letter.addresses("From")),
        () -> assertFalse(letter.text().contains("Zoé-Lou")),
        () -> assertFalse(letter.html().contains("Zoé-Lou")),
        () -> assertFalse(letter.subject().contains("Zoé-Lou")),
        () -> assertTrue(letter.text().contains(address)),
        () -> assertTrue(letter.html().contains(address)),
        () -> assertFalse(letter.subject().isBlank()));
  }

  @Test
  void a_look_at_the_page_shows_a_button_and_changes_nothing() {
    Member member = VISITORS.register(Sheet.student(EDITION.day()).with("nom", "Hautbois"));
    Row before = TABLES.registration(member.id());

    Reply reply = HTTP.get("/confirmation/" + member.link());
    HTTP.send("HEAD", "/confirmation/" + member.link(), new byte[0]);
    HTTP.getJson("/confirmation/" + member.link());
    HTTP.get("/inscription/" + member.link());
    HTTP.get("/inscription/" + member.link() + "/donnees");

    assertEquals(200, reply.status());
    assertEquals("no-store", reply.header("Cache-Control").orElse(""));
    assertTrue(reply.header("X-Robots-Tag").orElse("").contains("noindex"));
    Document page = reply.page();
    assertTrue(page.select("main").text().contains("Hautbois"));
    Element form = page.select("main form").getFirst();
    assertEquals("post", form.attr("method"));
    assertEquals(STACK.siteUrl() + "/confirmation/" + member.link(), form.absUrl("action"));
    assertEquals(1, form.select("button").size());
    assertEquals(before, TABLES.registration(member.id()));
  }

  @Test
  void a_student_confirms_by_the_button_and_is_told() {
    Member member = VISITORS.register(Sheet.student(EDITION.day()));

    Reply reply = HTTP.postForm("/confirmation/" + member.link(), "");

    assertEquals(303, reply.status());
    Reply next = HTTP.get(reply.header("Location").orElseThrow());
    assertEquals(200, next.status());
    assertTrue(next.page().select("main").text().contains("confirmée"));
    assertEquals("CONFIRMEE", TABLES.registration(member.id()).text("statut"));
    Letter letter = MAILBOX.await(member.address(), "confirmee");
    assertEquals(member.link(), letter.link(STACK.siteUrl(), "inscription"));
  }

  @Test
  void an_ambassador_confirms_by_JSON_and_is_offered_coaching() {
    Member member = VISITORS.register(Sheet.ambassador(EDITION.day()));

    Reply reply = HTTP.postJson("/confirmation/" + member.link(), "{}");

    assertEquals(200, reply.status());
    assertEquals("CONFIRMEE", reply.json().get("statut"));
    Letter letter = MAILBOX.await(member.address(), "coaching");
    assertEquals(member.link(), letter.link(STACK.siteUrl(), "coaching"));
  }

  @Test
  void confirming_again_or_at_once_works_and_sends_nothing_more() {
    Member member = VISITORS.register(Sheet.ambassador(EDITION.day()));
    String path = "/confirmation/" + member.link();

    Visitors.atOnce(4, List.of(1, 2, 3, 4), n -> HTTP.postForm(path, ""))
        .forEach(reply -> assertEquals(303, reply.status()));
    Reply again = HTTP.postJson(path, "{}");

    assertEquals(200, again.status());
    assertEquals(Map.of("statut", "CONFIRMEE"), Map.of("statut", again.json().get("statut")));
    assertEquals(1, TABLES.mailsOf(member.id(), "coaching").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/confirmation/", "/inscription/", "/coaching/", "/binome/"})
  void a_link_that_was_tampered_with_is_not_found_and_changes_nothing(String page) {
    Member member = VISITORS.register(Sheet.ambassador(EDITION.day()));
    Member other = VISITORS.register(Sheet.ambassador(EDITION.day()));
    String link = member.link();
    int changed = link.length() - 2;
    char another = link.charAt(changed) == 'A' ? 'B' : 'A';
    String ofTheOther = other.link().substring(other.link().indexOf('.'));

    for (String wrong :
        List.of(
            link.substring(0, link.length() - 1),
            link.substring(0, changed) + another + link.substring(changed + 1),
            link + "A",
            member.id(),
            member.id() + ".",
            member.id() + ofTheOther,
            "x" + link)) {
      assertEquals(404, HTTP.get(page + wrong).status(), wrong);
      assertEquals(404, HTTP.postForm(page + wrong, "").status(), wrong);
    }
    assertEquals("A_CONFIRMER", TABLES.registration(member.id()).text("statut"));
  }

  @Test
  void the_same_link_opens_all_the_pages_of_a_person() {
    Member ambassador = VISITORS.join(Sheet.ambassador(EDITION.day()));
    Member student = VISITORS.join(Sheet.student(EDITION.day()));

    for (String page : List.of("confirmation", "inscription", "binome", "coaching")) {
      assertEquals(200, HTTP.get("/" + page + "/" + ambassador.link()).status(), page);
    }
    for (String page : List.of("confirmation", "inscription", "binome")) {
      assertEquals(200, HTTP.get("/" + page + "/" + student.link()).status(), page);
    }
    assertEquals(404, HTTP.get("/coaching/" + student.link()).status());
  }

  @Test
  void no_address_stands_in_a_mails_key() {
    Member member = VISITORS.join(Sheet.student(EDITION.day()));

    for (Row mail : TABLES.mailsOf(member.id())) {
      assertFalse(mail.text("envoi").contains("@"), mail.text("envoi"));
    }
  }
}
