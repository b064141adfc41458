package fr.vismonjob.site;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.BOB;
import static fr.vismonjob.pairing.Life.WITH_YAN;
import static fr.vismonjob.pairing.Life.WITH_ZOE;
import static fr.vismonjob.pairing.Life.ZOE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.function.LocalSite;
import fr.vismonjob.pairing.Life;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PairResourceTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private Life life;
  private LocalSite web;

  @BeforeEach
  void begin() {
    life = Life.begun(TABLES);
    web = LocalSite.on(TABLES, Life.TODAY);
  }

  private String page(String who) {
    return "/binome/" + LocalSite.link(life.person(who));
  }

  @Test
  void the_page_names_each_partner_with_the_reasons() {
    Visit visit = Visit.get(web, page(ADA));
    assertEquals(200, visit.status());
    assertTrue(visit.body().contains("Zoe Martin"));
    assertTrue(visit.body().contains("yan@example.gouv.fr"));
    Map<String, Object> state = Visit.getJson(web, page(ADA)).json();
    assertEquals("APPARIEE", state.get("statut"));
    assertEquals(2, ((List<?>) state.getOrDefault("binomes", List.of())).size());
  }

  @Test
  void without_a_partner_the_page_says_what_comes_next() {
    assertEquals(200, Visit.get(web, page(BOB)).status());
    assertEquals(List.of(), Visit.getJson(web, page(BOB)).json().get("binomes"));
  }

  @Test
  void days_are_proposed_and_one_is_accepted() {
    Visit proposed =
        Visit.postJson(
            web,
            page(ZOE),
            Map.of("action", "proposer", "dates", List.of("2026-11-26", "2026-11-27")));
    assertEquals(200, proposed.status());
    assertEquals("DATE_PROPOSEE", proposed.json().get("statut"));
    assertTrue(Visit.get(web, page(ADA)).body().contains("propose un autre jour"));

    Visit own = Visit.post(web, page(ZOE), "action", "accepter", "date", "2026-11-26");
    assertEquals(409, own.status());
    assertTrue(own.body().contains("votre propre proposition"));

    Visit accepted =
        Visit.post(web, page(ADA), "action", "accepter", "binome", WITH_ZOE, "date", "2026-11-26");
    assertEquals(303, accepted.status());
    assertEquals("/Prod" + page(ADA) + "?fait=date-convenue", accepted.header("Location"));
    assertEquals("2026-11-26", life.pair(WITH_ZOE).date().toString());
  }

  @Test
  void wrong_fields_are_named() {
    for (Map<String, Object> body :
        List.<Map<String, Object>>of(
            Map.of("action", "proposer"),
            Map.of("action", "proposer", "dates", List.of("demain")),
            Map.of("action", "proposer", "dates", List.of("2026-11-26", "2026-11-26")),
            Map.of("action", "proposer", "dates", "2026-11-26"),
            Map.of("action", "annuler", "dates", List.of("demain")),
            Map.of("action", "proposer", "dates", List.of("2026-11-28")),
            Map.of(
                "action",
                "proposer",
                "dates",
                List.of(
                    "2026-11-16",
                    "2026-11-17",
                    "2026-11-18",
                    "2026-11-19",
                    "2026-11-20",
                    "2026-11-23")))) {
      Visit visit = Visit.postJson(web, page(ZOE), body);
      assertEquals(422, visit.status(), body.toString());
      assertTrue(visit.body().contains("\"field\":\"dates\""), visit.body());
    }
    assertTrue(
        Visit.postJson(web, page(ZOE), Map.of("action", "accepter"))
            .body()
            .contains("\"field\":\"date\""));
    assertTrue(
        Visit.postJson(web, page(ZOE), Map.of("action", "annuler", "date", "demain"))
            .body()
            .contains("\"field\":\"date\""));
    assertTrue(
        Visit.postJson(web, page(ZOE), Map.of("date", "2026-11-26"))
            .body()
            .contains("\"field\":\"action\""));
    assertTrue(
        Visit.postJson(web, page(ADA), Map.of("action", "annuler"))
            .body()
            .contains("\"field\":\"binome\""));
    assertEquals(
        422, Visit.post(web, page(ADA), "action", "proposer", "binome", WITH_ZOE).status());
    assertEquals(List.of(), life.mailsQueued());
  }

  @Test
  void cancelling_is_asked_before_and_done_by_the_button_only() {
    var before = life.everything();
    Visit asked = Visit.get(web, page(ADA) + "?action=annuler&binome=" + WITH_YAN);
    assertTrue(asked.body().contains("Annuler ce binôme"));
    assertTrue(asked.body().contains("Yan Martin"));
    assertFalse(asked.body().contains("Zoe Martin"));
    assertEquals(before, life.everything());

    Visit done = Visit.post(web, page(ADA), "action", "annuler", "binome", WITH_YAN);
    assertEquals(303, done.status());
    Visit again = Visit.postJson(web, page(ADA), Map.of("action", "annuler", "binome", WITH_YAN));
    assertEquals(200, again.status());
    assertEquals("ANNULE", again.json().get("statut"));
    assertFalse(again.body().contains("courriel"), "how to reach somebody who is off");
    assertFalse(Visit.get(web, page(ADA)).body().contains("Yan Martin"));
  }

  @Test
  void without_a_pair_nothing_can_be_done() {
    assertEquals(409, Visit.post(web, page(BOB), "action", "annuler").status());
  }
}
