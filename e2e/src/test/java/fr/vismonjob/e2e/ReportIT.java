package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.Visitors.Member;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The organisers' report of an edition of this test's own, on demand and after a matching run. */
class ReportIT {
  private static final String ORGANISER = Sheet.unique("organisation") + "@vismonjob.example";
  private static final Functions FUNCTIONS = new Functions(STACK);

  private static Member member;
  private static Map<String, Object> answer;
  private static Letter letter;

  @BeforeAll
  static void a_report_is_asked_for() {
    member = VISITORS.join(Sheet.student(EDITION.day()));
    try (SoleOrganiser _ = new SoleOrganiser(ORGANISER)) {
      answer = FUNCTIONS.call("ReportFunction", Map.of());
      letter = MAILBOX.await(ORGANISER, "rapport");
    }
  }

  private static String address() {
    return STACK.siteUrl() + "/rapport/" + letter.link(STACK.siteUrl(), "rapport");
  }

  private static Document page() {
    return HTTP.get(address()).page();
  }

  @Test
  void the_mail_leads_to_the_page() {
    Reply reply = HTTP.get(address());
    assertEquals(200, reply.status());
    assertTrue(
        reply.header("Content-Type").orElse("").startsWith("text/html"),
        reply.header("Content-Type").orElse(""));
    assertEquals("no-store", reply.header("Cache-Control").orElse(""));
    assertFalse(reply.header("Content-Security-Policy").orElse("").contains("unsafe"));
  }

  @Test
  void the_page_counts_what_the_tables_hold() {
    long students =
        TABLES.registrations().stream()
            .filter(row -> row.text("edition").equals(EDITION.key()))
            .filter(row -> row.text("role").equals("ETUDIANT"))
            .filter(row -> List.of("CONFIRMEE", "APPARIEE").contains(row.text("statut")))
            .count();
    // Other tests may have registered somebody since the report was made.
    int counted = Integer.parseInt(answer.getOrDefault("etudiants", 0).toString());
    assertTrue(counted >= 1 && counted <= students, counted + " of " + students);
    assertEquals(
        Integer.toString(counted),
        page().select("dt:contains(Étudiants et étudiantes, inscription confirmée) + dd").text());
    assertTrue(page().select("section:has(h2:contains(Départements)) svg circle").size() >= 1);
  }

  @Test
  void the_page_names_nobody() {
    String html = page().html();
    for (String personal : List.of(member.address(), member.sheet().one("nom"), member.id())) {
      assertFalse(html.contains(personal), personal);
    }
  }

  @Test
  void an_address_that_was_tampered_with_leads_nowhere() {
    assertEquals(404, HTTP.get(address() + "x").status());
    assertEquals(404, HTTP.get(address().replaceAll("\\.20\\d\\d-", ".2099-")).status());
  }

  @Test
  void the_bucket_keeps_the_page_and_its_tables_as_csv() {
    String key = String.valueOf(answer.get("rapport"));
    assertTrue(Pattern.matches("rapports/.*/rapport\\.html", key), key);
    ReportBucket bucket = new ReportBucket(STACK);
    assertTrue(bucket.read(key).contains("<h1>"));
    String csv = bucket.read(key.replace("rapport.html", "departements.csv"));
    assertTrue(csv.startsWith("\uFEFFDépartement;Ambassadeurs;"), csv);
  }

  @Test
  void only_whoever_has_the_address_reads_it() {
    ReportBucket bucket = new ReportBucket(STACK);
    assertTrue(bucket.isPrivate());
  }
}
