package fr.vismonjob.site;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.BOB;
import static fr.vismonjob.pairing.Life.WITH_YAN;
import static fr.vismonjob.pairing.Life.WITH_ZOE;
import static fr.vismonjob.pairing.Life.YAN;
import static fr.vismonjob.pairing.Life.ZOE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.function.LocalSite;
import fr.vismonjob.pairing.Life;
import java.time.LocalDate;
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
  void after_the_day_another_is_offered_only_to_two_who_both_still_take_part() {
    LocalSite later = LocalSite.on(TABLES, LocalDate.parse("2026-11-25"));
    assertTrue(Visit.get(later, page(ADA)).body().contains("convenir d’un autre jour"));
    for (String who : List.of(ZOE, YAN)) {
      TABLES.update("Registrations", who).set("statut", "RETIREE").apply();
      assertFalse(Visit.get(later, page(who)).body().contains("convenir d’un autre jour"));
    }
    assertFalse(Visit.get(later, page(ADA)).body().contains("convenir d’un autre jour"));
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

  @Test
  void whoever_has_nobody_to_welcome_reads_that_first_and_not_what_is_wrong() {
    web = LocalSite.again(TABLES, LocalDate.parse("2026-11-25"));
    for (String who : List.of(ZOE, BOB, ADA)) {
      Map<String, Object> wrong = Map.of("action", "accueil", "accueil_arrivee", "midi");
      assertEquals(409, Visit.postJson(web, page(who), wrong).status(), who);
    }
  }

  @Test
  void what_no_form_of_the_page_shows_is_said_at_its_top() {
    Visit none = Visit.post(web, page(BOB), "action", "proposer");
    assertEquals(422, none.status());
    assertTrue(none.body().contains("Choisissez au moins un jour."));
    Visit several = Visit.post(web, page(ADA), "action", "annuler");
    assertEquals(422, several.status());
    assertTrue(several.body().contains("indiquez duquel il s’agit"));
    Visit shown = Visit.post(web, page(ADA), "action", "proposer", "binome", Life.WITH_ZOE);
    assertEquals(1, shown.body().split("Une réponse est à corriger", -1).length - 1);
  }

  private static final Map<String, Object> WELCOME =
      Map.of(
          "action", "accueil",
          "accueil_adresse", "20 avenue de Ségur",
          "accueil_consignes", "Demandez Ada.",
          "accueil_arrivee", "9h30");

  private Map<?, ?> first(String who) {
    List<?> pairs =
        (List<?>) Visit.getJson(web, page(who)).json().getOrDefault("binomes", List.of());
    return (Map<?, ?>) pairs.getFirst();
  }

  @Test
  void the_ambassador_says_once_where_and_when_and_both_students_see_it() {
    String missing = Visit.get(web, page(ADA)).body();
    assertTrue(missing.contains("Il manque l’adresse exacte"));
    assertFalse(Visit.get(web, page(ZOE)).body().contains("Enregistrer l’accueil"));
    assertTrue(Visit.get(web, page(ZOE)).body().contains("n’est pas encore indiquée"));
    assertEquals("09:00", first(ZOE).get("accueil_arrivee"));

    Visit done = Visit.postJson(web, page(ADA), WELCOME);
    assertEquals(200, done.status());
    assertEquals("APPARIEE", done.json().get("statut"));
    for (String who : List.of(ADA, ZOE)) {
      Map<?, ?> pair = first(who);
      assertEquals("20 avenue de Ségur", pair.get("accueil_adresse"));
      assertEquals("Demandez Ada.", pair.get("accueil_consignes"));
      assertEquals("09:30", pair.get("accueil_arrivee"));
      assertEquals("17:00", pair.get("accueil_depart"));
      String page = Visit.get(web, page(who)).body();
      assertTrue(page.contains("20 avenue de Ségur"));
      assertTrue(page.replace('\u00a0', ' ').contains("de 9 h 30 à 17 h"));
      assertFalse(page.contains("Il manque l’adresse exacte"));
    }
    assertTrue(Visit.get(web, page(ADA)).body().contains("value=\"09:30\""));
    assertTrue(
        Visit.get(web, "/inscription/" + LocalSite.link(life.person(ADA)) + "/donnees")
            .body()
            .contains("20 avenue de Ségur"));
  }

  @Test
  void a_welcome_by_the_form_leads_back_to_the_page_that_says_so() {
    for (int i = 0; i < 2; i++) {
      Visit done =
          Visit.post(web, page(ADA), "action", "accueil", "accueil_adresse", " 20 av. de Ségur ");
      assertEquals(303, done.status());
      assertEquals("/Prod" + page(ADA) + "?fait=accueil-enregistre", done.header("Location"));
    }
    assertEquals(4, life.mailsQueued().size(), "the same again tells nobody");
    assertTrue(
        Visit.get(web, page(ADA) + "?fait=accueil-enregistre")
            .body()
            .contains("L’accueil est enregistré."));
  }

  @Test
  void what_is_wrong_about_a_welcome_is_named_and_what_was_typed_stays() {
    Map<String, Map<String, Object>> wrong =
        Map.of(
            "accueil_adresse", Map.of("action", "accueil", "accueil_adresse", " "),
            "accueil_consignes",
                Map.of(
                    "action", "accueil",
                    "accueil_adresse", "x",
                    "accueil_consignes", "x".repeat(1001)),
            "accueil_arrivee",
                Map.of("action", "accueil", "accueil_adresse", "x", "accueil_arrivee", "midi"),
            "accueil_depart",
                Map.of("action", "accueil", "accueil_adresse", "x", "accueil_depart", "08:59"));
    wrong.forEach(
        (field, body) -> {
          Visit visit = Visit.postJson(web, page(ADA), body);
          assertEquals(422, visit.status(), field);
          assertTrue(visit.body().contains("\"field\":\"" + field + "\""), visit.body());
        });
    assertEquals(
        422,
        Visit.postJson(
                web, page(ADA), Map.of("action", "accueil", "accueil_adresse", "x".repeat(301)))
            .status());
    assertTrue(
        Visit.postJson(web, page(ADA), Map.of("action", "annuler", "accueil_arrivee", "midi"))
            .body()
            .contains("\"field\":\"accueil_arrivee\""));

    Visit form =
        Visit.post(web, page(ADA), "action", "accueil", "accueil_consignes", "Badge & <b>clé</b>");
    assertEquals(422, form.status());
    assertTrue(form.body().contains("href=\"#accueil_adresse\""));
    assertTrue(form.body().contains("Badge &amp; &lt;b"), form.body());
    assertEquals(List.of(), life.mailsQueued());
  }

  @Test
  void a_welcome_is_the_ambassadors_of_a_live_pair_alone() {
    assertEquals(409, Visit.postJson(web, page(ZOE), WELCOME).status());
    assertEquals(409, Visit.postJson(web, page(BOB), WELCOME).status());
    Visit refused =
        Visit.post(web, page(BOB), "action", "accueil", "accueil_adresse", "20 av. de Ségur");
    assertEquals(409, refused.status());
    assertTrue(refused.body().contains("Vous n’avez pas de binôme à accueillir"));
  }

  @Test
  void a_student_whose_pair_is_off_sees_no_address_any_more() {
    Visit.postJson(web, page(ADA), WELCOME);
    Visit off = Visit.postJson(web, page(ZOE), Map.of("action", "annuler"));
    assertEquals(200, off.status());
    assertFalse(off.body().contains("Ségur"), off.body());
    assertFalse(Visit.get(web, page(ZOE)).body().contains("Ségur"));
    assertFalse(Visit.getJson(web, page(ZOE)).body().contains("Ségur"));
  }

  @Test
  void the_address_is_shown_on_the_day_and_not_after_it() {
    Visit.postJson(web, page(ADA), WELCOME);
    LocalSite onTheDay = LocalSite.again(TABLES, LocalDate.parse("2026-11-24"));
    assertTrue(Visit.get(onTheDay, page(ZOE)).body().contains("Ségur"));
    LocalSite after = LocalSite.again(TABLES, LocalDate.parse("2026-11-25"));
    assertFalse(Visit.get(after, page(ZOE)).body().contains("Ségur"));
    assertEquals(409, Visit.postJson(after, page(ADA), WELCOME).status());
  }
}
