package fr.vismonjob.site;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.BOB;
import static fr.vismonjob.pairing.Life.WITH_ZOE;
import static fr.vismonjob.pairing.Life.ZOE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.function.LocalSite;
import fr.vismonjob.pairing.Life;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class CertificateResourceTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private Life life;
  private LocalSite web;

  @BeforeEach
  void begin() {
    life = Life.begun(TABLES);
    web = LocalSite.on(TABLES, LocalDate.parse("2026-11-24"));
  }

  private String page(String who) {
    return "/attestation/" + LocalSite.link(life.person(who));
  }

  private void says(String who, String tookPlace) {
    Map<String, Object> answer =
        tookPlace.equals("oui")
            ? Map.of("binome", WITH_ZOE, "a_eu_lieu", "oui")
            : Map.of("binome", WITH_ZOE, "a_eu_lieu", "non", "absent", "etudiant");
    String address = "/avis/" + LocalSite.link(life.person(who));
    assertEquals(200, Visit.postJson(web, address, answer).status());
  }

  @Test
  void both_get_their_certificate_once_the_day_has_taken_place() {
    says(ZOE, "oui");
    for (String who : new String[] {ADA, ZOE}) {
      Visit visit = Visit.get(web, page(who));
      assertEquals(200, visit.status());
      assertEquals("application/pdf", visit.header("Content-Type"));
      assertEquals("no-store", visit.header("Cache-Control"));
      byte[] pdf = Base64.getDecoder().decode(visit.body());
      assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.US_ASCII));
    }
    String own = Visit.get(web, "/binome/" + LocalSite.link(life.person(ZOE))).body();
    assertTrue(own.contains(page(ZOE)), "the person's page leads to it");
    String thanks = "/avis/" + LocalSite.link(life.person(ZOE)) + "?fait=avis-enregistre";
    assertTrue(Visit.get(web, thanks).body().contains(page(ZOE)), "thanks do as well");
  }

  @Test
  void before_the_day_without_a_pair_and_when_the_two_differ_there_is_none_and_a_reason() {
    Visit before = Visit.getJson(web, page(ZOE));
    assertEquals(409, before.status());
    assertTrue(before.body().contains("après la journée"), before.body());
    assertEquals(409, Visit.get(web, page(BOB)).status());
    says(ZOE, "oui");
    says(ADA, "non");
    Visit differing = Visit.getJson(web, page(ZOE));
    assertEquals(409, differing.status());
    assertTrue(differing.body().contains("ne concordent pas"), differing.body());
    String own = Visit.get(web, "/binome/" + LocalSite.link(life.person(ZOE))).body();
    assertFalse(own.contains("/attestation/"));
  }

  @Test
  void another_link_leads_nowhere() {
    assertEquals(404, Visit.get(web, page(ZOE) + "x").status());
    String other = page(ZOE).replaceAll("\\..*", ".aaaaaaaaaaaaaaaaaaaaaa");
    assertEquals(404, Visit.get(web, other).status());
  }
}
