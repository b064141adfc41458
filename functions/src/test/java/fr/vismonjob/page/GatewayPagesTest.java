package fr.vismonjob.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Answers that no function of ours gives are in French too, safe, and complete without assets. */
final class GatewayPagesTest {
  @Test
  void the_api_speaks_for_itself_when_asked_too_much_wrongly_or_in_vain() {
    assertEquals(Set.of("THROTTLED", "DEFAULT_4XX", "DEFAULT_5XX"), GatewayPages.html().keySet());
  }

  @Test
  void a_person_gets_a_page() {
    for (String html : GatewayPages.html().values()) {
      Document page = Jsoup.parse(html);
      assertEquals("fr", page.expectFirst("html").attr("lang"));
      assertEquals(page.expectFirst("h1").text() + " – Vis mon job", page.title());
      assertTrue(page.select("[src], link, script, [style], form").isEmpty());
      assertTrue(html.getBytes(StandardCharsets.UTF_8).length < 8192);
    }
  }

  @Test
  void a_program_gets_a_problem() {
    for (String body : GatewayPages.json().values()) {
      assertTrue(
          Json.readObject(body.getBytes(StandardCharsets.UTF_8))
              .keySet()
              .containsAll(Set.of("type", "title", "status", "detail")));
    }
  }

  @Test
  void each_lets_its_own_style_in_and_nothing_else() throws NoSuchAlgorithmException {
    for (var page : GatewayPages.html().entrySet()) {
      String style = Jsoup.parse(page.getValue()).expectFirst("style").data();
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      assertEquals(
          "'default-src 'none'; style-src 'sha256-"
              + Base64.getEncoder().encodeToString(hash)
              + "'; frame-ancestors 'none''",
          GatewayPages.headers(page.getKey()).get("Content-Security-Policy"));
      assertTrue(
          GatewayPages.headers(page.getKey())
              .keySet()
              .containsAll(
                  Set.of(
                      "Strict-Transport-Security",
                      "X-Content-Type-Options",
                      "Referrer-Policy",
                      "Permissions-Policy",
                      "Cross-Origin-Resource-Policy",
                      "Cache-Control")));
    }
  }
}
