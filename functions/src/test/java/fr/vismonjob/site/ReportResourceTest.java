package fr.vismonjob.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.Post;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.function.LocalSite;
import fr.vismonjob.function.MemoryFiles;
import fr.vismonjob.identity.ReportLink;
import fr.vismonjob.workflow.RunFiles;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReportResourceTest {
  private static final String REPORT = "2026/2026-11-10/3f1c7a52";
  private static final String HTML = "<html><style>b{color:red}</style></html>";

  /** One report is kept; a page writes and deletes nothing. */
  private static final RunFiles FILES =
      new MemoryFiles(Map.of("rapports/" + REPORT + "/rapport.html", HTML));

  private final LocalSite web =
      LocalSite.with(new LocalTables(), FILES, InstantSource.fixed(Post.NOW));

  private static String address(String report, String until) {
    return "/rapport/" + ReportLink.of(report, LocalDate.parse(until), LocalSite.KEYED).text();
  }

  @Test
  void the_address_in_the_mail_shows_the_report_in_its_own_style() throws NoSuchAlgorithmException {
    Visit visit = Visit.get(web, address(REPORT, "2026-11-10"));
    assertEquals(200, visit.status());
    assertEquals(
        HTML, new String(Base64.getDecoder().decode(visit.body()), StandardCharsets.UTF_8));
    assertEquals("text/html; charset=utf-8", visit.header("Content-Type"));
    assertEquals("no-store", visit.header("Cache-Control"));
    byte[] style =
        MessageDigest.getInstance("SHA-256")
            .digest("b{color:red}".getBytes(StandardCharsets.UTF_8));
    String policy = visit.header("Content-Security-Policy");
    assertTrue(
        policy.contains("'sha256-" + Base64.getEncoder().encodeToString(style) + "'"), policy);
    assertTrue(policy.startsWith("default-src 'none'") && !policy.contains("unsafe"), policy);
  }

  @Test
  void once_its_day_is_over_the_address_leads_nowhere() {
    assertEquals(404, Visit.get(web, address(REPORT, "2026-11-09")).status());
  }

  @Test
  void what_was_tampered_with_or_is_not_kept_any_more_leads_nowhere() {
    String address = address(REPORT, "2026-11-20");
    assertEquals(404, Visit.get(web, address.replace("2026-11-20", "2026-12-20")).status());
    assertEquals(404, Visit.get(web, address + "x").status());
    assertEquals(404, Visit.get(web, address("2026/2026-11-09/x", "2026-11-20")).status());
  }

  @Test
  void it_is_for_reading_only() {
    Visit visit = Visit.post(web, address(REPORT, "2026-11-20"));
    assertEquals(405, visit.status());
    assertEquals("GET, HEAD", visit.header("Allow"));
  }
}
