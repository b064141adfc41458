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
import fr.vismonjob.pairing.PairStatus;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class FeedbackResourceTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private Life life;
  private LocalSite web;

  @BeforeEach
  void begin() {
    life = Life.begun(TABLES);
    web = LocalSite.on(TABLES, LocalDate.parse("2026-11-24"));
  }

  private String page(String who) {
    return "/avis/" + LocalSite.link(life.person(who));
  }

  private static void violates(String field, Visit visit) {
    assertEquals(422, visit.status(), visit.body());
    assertTrue(visit.body().contains("\"field\":\"" + field + "\""), visit.body());
  }

  @Test
  void from_the_day_on_one_says_how_it_was() {
    assertTrue(Visit.get(web, page(ZOE)).body().contains("a_eu_lieu"));
    Visit visit =
        Visit.postJson(
            web, page(ZOE), Map.of("a_eu_lieu", "oui", "note", 5, "commentaire", "Merci !"));
    assertEquals(200, visit.status(), visit.body());
    assertEquals("REALISE", visit.json().get("statut"));
    Visit form =
        Visit.post(
            web,
            page(ADA),
            "binome",
            WITH_ZOE,
            "a_eu_lieu",
            "non",
            "absent",
            "etudiant",
            "note",
            "");
    assertEquals(303, form.status());
    assertEquals(PairStatus.A_VERIFIER, life.pair(WITH_ZOE).status());
    Visit thanks = Visit.get(web, form.header("Location").substring("/Prod".length()));
    assertTrue(thanks.body().contains("Merci de votre avis"));
  }

  @Test
  void before_the_day_it_is_not_open_whatever_is_sent() {
    LocalSite early = LocalSite.on(TABLES, LocalDate.parse("2026-11-23"));
    assertEquals(409, Visit.postJson(early, page(ZOE), Map.of("a_eu_lieu", "oui")).status());
    Visit empty = Visit.post(early, page(ZOE));
    assertEquals(409, empty.status());
    assertTrue(
        empty.body().contains("24\u00a0novembre") || empty.body().contains("24&nbsp;novembre"));
    assertEquals(false, Visit.getJson(early, page(ZOE)).json().get("avis_ouvert"));
    assertEquals(200, Visit.get(early, page(ZOE)).status());
    assertEquals(PairStatus.FORME, life.pair(WITH_ZOE).status());
  }

  @Test
  void whether_the_day_took_place_is_yes_or_no() {
    assertTrue(
        Visit.postJson(web, page(ZOE), Map.of("a_eu_lieu", "peut-être"))
            .body()
            .contains("Répondez par «\u00a0oui\u00a0» ou par «\u00a0non\u00a0»."));
  }

  @Test
  void wrong_fields_are_named() {
    violates("a_eu_lieu", Visit.postJson(web, page(ZOE), Map.of()));
    violates("a_eu_lieu", Visit.postJson(web, page(ZOE), Map.of("a_eu_lieu", "peut-être")));
    violates("a_eu_lieu", Visit.postJson(web, page(ZOE), Map.of("a_eu_lieu", true)));
    violates("absent", Visit.postJson(web, page(ZOE), Map.of("a_eu_lieu", "non")));
    violates("absent", Visit.postJson(web, page(ZOE), Map.of("a_eu_lieu", "non", "absent", "moi")));
    violates("note", Visit.postJson(web, page(ZOE), Map.of("a_eu_lieu", "oui", "note", 6)));
    violates(
        "commentaire",
        Visit.postJson(
            web, page(ZOE), Map.of("a_eu_lieu", "oui", "commentaire", "x".repeat(1001))));
    violates("binome", Visit.postJson(web, page(ADA), Map.of("a_eu_lieu", "oui")));
    violates(
        "binome", Visit.postJson(web, page(ZOE), Map.of("a_eu_lieu", "oui", "binome", WITH_YAN)));
    violates("autre", Visit.postJson(web, page(ZOE), Map.of("a_eu_lieu", "oui", "autre", "x")));
    assertEquals(422, Visit.post(web, page(ADA), "a_eu_lieu", "non").status());
  }

  @Test
  void whoever_has_no_pair_has_nothing_to_say() {
    assertEquals(409, Visit.postJson(web, page(BOB), Map.of("a_eu_lieu", "oui")).status());
    assertEquals(200, Visit.get(web, page(BOB)).status());
  }

  @Test
  void before_the_day_the_page_says_when_and_is_no_error() {
    LocalSite before = LocalSite.on(TABLES, LocalDate.parse("2026-11-20"));
    Visit early = Visit.get(before, page(ZOE));
    assertEquals(200, early.status());
    assertTrue(early.body().contains("à partir du mardi"), early.body());
    assertFalse(early.body().contains("Erreur"), early.body());
  }

  @Test
  void afterwards_one_s_own_page_says_that_the_day_was_and_what_is_left_to_do() {
    String own = "/inscription/";
    assertTrue(Visit.get(web, own + LocalSite.link(life.person(ZOE))).body().contains("Voir mon"));
    Visit.postJson(web, page(ZOE), Map.of("a_eu_lieu", "oui"));
    String told = Visit.get(web, own + LocalSite.link(life.person(ZOE))).body();
    assertTrue(told.contains("votre avis est enregistré") && told.contains("/binome/"), told);
    assertFalse(told.contains("formons"), told);

    // Ada is still asked about this day, and of another pair that is on she hears first.
    String asked = Visit.get(web, own + LocalSite.link(life.person(ADA))).body();
    assertFalse(asked.contains("votre avis est enregistré"), asked);
    LocalSite later = LocalSite.on(TABLES, LocalDate.parse("2026-12-04"));
    told = Visit.get(later, own + LocalSite.link(life.person(ZOE))).body();
    assertFalse(told.contains("trouvé personne"), told);
  }
}
