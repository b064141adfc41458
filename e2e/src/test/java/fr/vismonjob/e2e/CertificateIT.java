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
import org.junit.jupiter.api.Test;

/** After the day: feedback, and a certificate for whoever took part. */
class CertificateIT {
  private final LocalDate yesterday = LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(1);

  private final Member host = VISITORS.join(Sheet.ambassador(EDITION.day()));
  private final Member guest = VISITORS.join(Sheet.student(EDITION.day()));

  /** By the link on the person's page. */
  private static Reply certificate(Member member) {
    String address =
        HTTP.get("/binome/" + member.link()).page().select("a[href*=/attestation/]").attr("href");
    return HTTP.get(address.substring(address.indexOf("/attestation/")));
  }

  private static boolean isOffered(Member member) {
    return !HTTP.get("/binome/" + member.link()).page().select("a[href*=/attestation/]").isEmpty();
  }

  private static Reply says(Member member, String... answers) {
    return HTTP.postForm("/avis/" + member.link(), Sheet.form(answers));
  }

  @Test
  void a_day_that_took_place_gives_both_a_certificate_as_pdf() {
    String pair = MadePairs.of(host, guest, yesterday);
    assertFalse(isOffered(guest), "nobody has said so yet");

    assertEquals(303, says(guest, "a_eu_lieu", "oui", "note", "5").status());
    assertFalse(isOffered(guest), "one of the two has");
    assertEquals(303, says(host, "a_eu_lieu", "oui").status());

    assertEquals("REALISE", TABLES.find("PairsTable", "binome", pair).orElseThrow().text("statut"));
    for (Member member : new Member[] {host, guest}) {
      Reply reply = certificate(member);
      assertEquals(200, reply.status());
      assertEquals("application/pdf", reply.header("Content-Type").orElse(""));
      assertTrue(reply.header("Content-Disposition").orElse("").startsWith("attachment"));
      assertEquals("no-store", reply.header("Cache-Control").orElse(""));
      String bytes = new String(reply.body(), StandardCharsets.ISO_8859_1);
      assertTrue(bytes.startsWith("%PDF-") && bytes.stripTrailing().endsWith("%%EOF"));
    }
    assertEquals(404, HTTP.get("/attestation/" + guest.link()).status(), "a link of its own");
  }

  @Test
  void a_week_after_the_day_the_word_of_one_is_enough() {
    MadePairs.of(host, guest, yesterday.minusDays(6));
    assertEquals(303, says(host, "a_eu_lieu", "oui").status());
    assertEquals(200, certificate(guest).status());
  }

  @Test
  void a_day_that_did_not_take_place_and_one_still_to_come_give_none() {
    MadePairs.of(host, guest, yesterday);
    assertEquals(303, says(guest, "a_eu_lieu", "non", "absent", "les-deux").status());
    assertFalse(isOffered(host));

    Member early = VISITORS.join(Sheet.student(EDITION.day()));
    assertFalse(isOffered(early), "without a pair");
    MadePairs.of(VISITORS.join(Sheet.ambassador(EDITION.day())), early, EDITION.day());
    assertFalse(isOffered(early));
    assertEquals(404, HTTP.get("/attestation/" + early.link() + "x").status());
    assertEquals(405, HTTP.postForm("/attestation/" + early.link(), "").status());
  }
}
