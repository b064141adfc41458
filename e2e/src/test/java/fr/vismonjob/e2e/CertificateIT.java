package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.Visitors.Member;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** After the day: feedback, and a certificate for whoever took part. */
class CertificateIT {
  private final LocalDate yesterday = LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(1);

  private final Member host = VISITORS.join(Sheet.ambassador(EDITION.day()));
  private final Member guest = VISITORS.join(Sheet.student(EDITION.day()));

  private static Reply certificate(Member member) {
    return HTTP.get("/attestation/" + member.link());
  }

  private static Reply says(Member member, String... answers) {
    return HTTP.postForm("/avis/" + member.link(), Sheet.form(answers));
  }

  @Test
  void a_day_that_took_place_gives_both_a_certificate_as_pdf() {
    String pair = MadePairs.of(host, guest, yesterday);
    assertEquals(409, certificate(guest).status(), "nobody has said so yet");

    assertEquals(303, says(guest, "a_eu_lieu", "oui", "note", "5").status());

    assertEquals("REALISE", TABLES.find("PairsTable", "binome", pair).orElseThrow().text("statut"));
    for (Member member : new Member[] {host, guest}) {
      Reply reply = certificate(member);
      assertEquals(200, reply.status());
      assertEquals("application/pdf", reply.header("Content-Type").orElse(""));
      assertEquals("no-store", reply.header("Cache-Control").orElse(""));
      String bytes = new String(reply.body(), StandardCharsets.ISO_8859_1);
      assertTrue(bytes.startsWith("%PDF-") && bytes.stripTrailing().endsWith("%%EOF"));
    }
    Document own = HTTP.get("/binome/" + guest.link()).page();
    assertFalse(own.select("a[href*=/attestation/]").isEmpty());
  }

  @Test
  void a_day_that_did_not_take_place_and_one_still_to_come_give_none() {
    MadePairs.of(host, guest, yesterday);
    assertEquals(303, says(guest, "a_eu_lieu", "non", "absent", "les-deux").status());
    assertEquals(409, certificate(host).status());

    Member early = VISITORS.join(Sheet.student(EDITION.day()));
    assertEquals(409, certificate(early).status(), "without a pair");
    MadePairs.of(VISITORS.join(Sheet.ambassador(EDITION.day())), early, EDITION.day());
    assertEquals(409, certificate(early).status());
    assertEquals(404, HTTP.get("/attestation/" + early.link() + "x").status());
    assertEquals(405, HTTP.postForm("/attestation/" + early.link(), "").status());
  }
}
