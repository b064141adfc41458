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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    return "/attestation/" + LocalSite.certificate(life.person(who));
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
  void both_get_their_certificate_once_both_say_that_the_day_has_taken_place() {
    says(ZOE, "oui");
    Visit waiting = Visit.getJson(web, page(ZOE));
    assertEquals(409, waiting.status());
    assertTrue(waiting.body().contains("1er\u00a0décembre"), waiting.body());
    says(ADA, "oui");
    for (String who : new String[] {ADA, ZOE}) {
      Visit visit = Visit.get(web, page(who));
      assertEquals(200, visit.status());
      assertEquals("application/pdf", visit.header("Content-Type"));
      assertTrue(visit.header("Content-Disposition").startsWith("attachment;"));
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
  void after_a_week_the_word_of_one_is_enough() {
    says(ZOE, "oui");
    LocalSite dayBefore = LocalSite.on(TABLES, LocalDate.parse("2026-11-30"));
    assertEquals(409, Visit.get(dayBefore, page(ADA)).status());
    LocalSite then = LocalSite.on(TABLES, LocalDate.parse("2026-12-01"));
    assertEquals(200, Visit.get(then, page(ADA)).status());
    assertEquals(200, Visit.get(then, page(ZOE)).status());
  }

  /** Whoever hands the certificate on hands nothing else on. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/inscription/%s",
        "/inscription/%s/donnees",
        "/confirmation/%s",
        "/coaching/%s",
        "/binome/%s",
        "/avis/%s",
        "/rapport/%s"
      })
  void its_link_opens_nothing_else(String path) {
    String certificate = LocalSite.certificate(life.person(ADA));
    assertEquals(404, Visit.get(web, path.formatted(certificate)).status());
  }

  @Test
  void no_other_link_opens_it_and_a_new_link_ends_it() {
    says(ZOE, "oui");
    says(ADA, "oui");
    assertEquals(404, Visit.get(web, "/attestation/" + LocalSite.link(life.person(ZOE))).status());
    String before = page(ZOE);
    Visit.post(web, "/inscription/" + LocalSite.link(life.person(ZOE)), "action", "nouveau-lien");
    assertEquals(404, Visit.get(web, before).status());
    assertEquals(200, Visit.get(web, page(ZOE)).status());
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
