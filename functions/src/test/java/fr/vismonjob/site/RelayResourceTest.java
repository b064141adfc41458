package fr.vismonjob.site;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.WITH_YAN;
import static fr.vismonjob.pairing.Life.WITH_ZOE;
import static fr.vismonjob.pairing.Life.ZOE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.function.LocalSite;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.pairing.Life;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ambassador asks on the pair's page; the colleague answers behind the link of the mail. */
final class RelayResourceTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final String LOU = "lou@example.gouv.fr";

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

  private Visit ask(String pair, String address) {
    return Visit.post(web, page(ADA), "action", "confier", "binome", pair, "courriel", address);
  }

  /** The address in the mail to the colleague. */
  private String answering(String pair) {
    return "/relais/" + SecretLink.ofRelay(pair, life.relay(pair).at(), LocalSite.KEYED).text();
  }

  private static Map<String, Object> form() {
    return new HashMap<>(
        Map.of(
            "action", "accepter",
            "prenom", "Lou",
            "nom", "Petit",
            "service", "Direction du numérique",
            "intitule", "Analyste",
            "metier", "donnees",
            "code_postal", "35000",
            "consentement", true));
  }

  private Registration lou() {
    return TABLES.items("Registrations").stream()
        .map(row -> Item.of(row))
        .filter(row -> row.required("courriel").equals(LOU))
        .map(row -> life.person(row.required("inscription")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_ambassador_who_has_moved_does_not_fill_in_where_the_colleague_works() {
    TABLES.update("Registrations", ADA).set("commune", "Meudon").apply();
    ask(WITH_ZOE, LOU);
    String shown = Visit.get(web, answering(WITH_ZOE)).body();
    assertTrue(shown.contains("value=\"interieur\" selected"));
    assertFalse(shown.contains("value=\"75007\""));
  }

  @Test
  void it_is_asked_on_one_page_and_taken_on_another() {
    assertTrue(Visit.get(web, page(ADA)).body().contains("Demander à un ou une collègue"));
    assertFalse(Visit.get(web, page(ZOE)).body().contains("confier"));
    Visit asked = ask(WITH_ZOE, " Lou@Example.gouv.fr ");
    assertEquals(303, asked.status());
    assertEquals("/Prod" + page(ADA) + "?fait=relais-demande", asked.header("Location"));
    String own = Visit.get(web, page(ADA)).body();
    assertTrue(own.contains("Nous attendons la réponse de <bdi>" + LOU), own);
    assertFalse(Visit.get(web, page(ZOE)).body().contains(LOU));

    String answering = answering(WITH_ZOE);
    SortedSet<String> before = life.everything();
    Visit shown = Visit.get(web, answering);
    assertEquals(200, shown.status());
    assertEquals("no-store", shown.header("Cache-Control"));
    assertEquals("noindex", shown.header("X-Robots-Tag"));
    for (String told :
        List.of(
            "Ada Martin",
            "Zoe",
            FrenchDates.day(life.pair(WITH_ZOE).date()),
            "Paris (Paris)",
            "Développement")) {
      assertTrue(shown.body().contains(told), told);
    }
    assertFalse(shown.body().contains("Zoe Martin"), "the first name alone");
    assertFalse(shown.body().contains("zoe@"), "no coordinates before the answer");
    for (String filledIn :
        List.of(
            "value=\"interieur\" selected",
            "value=\"Direction du numérique\"",
            "value=\"75007\"")) {
      assertTrue(shown.body().contains(filledIn), filledIn);
    }
    assertEquals(before, life.everything());

    Visit taken = Visit.postJson(web, answering, form());
    assertEquals(200, taken.status(), taken.body());
    assertEquals("FORME", taken.json().get("statut"));
    assertEquals(PairStatus.ANNULE, life.pair(WITH_ZOE).status());
    assertEquals(
        "interieur",
        ((fr.vismonjob.registration.Details.Offer) lou().details()).administration().code());
    assertEquals(Status.APPARIEE, lou().status());
    assertEquals(404, Visit.get(web, answering).status());
    assertEquals(404, Visit.postJson(web, answering, form()).status());
    assertEquals(200, Visit.get(web, "/binome/" + LocalSite.link(lou())).status());
    assertTrue(
        web.counted().stream().anyMatch(line -> line.contains("Registrations")), "it is counted");
  }

  @Test
  void a_browser_is_led_to_a_page_that_says_what_comes_next() {
    ask(WITH_ZOE, LOU);
    Map<String, Object> form = form();
    form.put("consentement", "oui");
    form.put("date", "2026-11-24");
    String[] fields =
        form.entrySet().stream()
            .flatMap(field -> List.of(field.getKey(), field.getValue().toString()).stream())
            .toArray(String[]::new);
    Visit taken = Visit.post(web, answering(WITH_ZOE), fields);
    assertEquals(303, taken.status(), taken.body());
    assertEquals("/Prod/relais-pris", taken.header("Location"));
    assertEquals(200, Visit.get(web, "/relais-pris").status());
    ask(WITH_YAN, "max@example.gouv.fr");
    Visit declined = Visit.post(web, answering(WITH_YAN), "action", "decliner");
    assertEquals("/Prod/relais-decline", declined.header("Location"));
    assertEquals(200, Visit.get(web, "/relais-decline").status());
  }

  @Test
  void programs_read_what_is_asked() {
    Visit asked =
        Visit.postJson(
            web, page(ADA), Map.of("action", "confier", "binome", WITH_ZOE, "courriel", LOU));
    assertEquals(200, asked.status());
    assertEquals("FORME", asked.json().get("statut"));
    assertEquals(Map.of("courriel", LOU), asked.json().get("relais"));
    Map<String, Object> json = Visit.getJson(web, answering(WITH_ZOE)).json();
    assertEquals("2026-11-24", json.get("date"));
    assertEquals("Zoe", json.get("etudiant"));
    assertEquals("Ada Martin", json.get("ambassadeur"));
    assertEquals(
        Map.of(
            "administration", "interieur",
            "echelon", "centrale",
            "service", "Direction du numérique",
            "code_postal", "75007",
            "commune", "75107"),
        json.get("formulaire"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"prenom", "nom", "service", "intitule", "metier", "code_postal", "consentement"})
  void what_is_missing_is_named_and_nothing_changes(String field) {
    ask(WITH_ZOE, LOU);
    SortedSet<String> before = life.everything();
    Map<String, Object> form = form();
    form.remove(field);
    Visit visit = Visit.postJson(web, answering(WITH_ZOE), form);
    assertEquals(422, visit.status());
    assertEquals(
        List.of(field),
        ((List<?>) Objects.requireNonNull(visit.json().get("violations")))
            .stream()
                .map(violation -> ((Map<?, ?>) violation).get("field"))
                .collect(Collectors.toList()));
    assertEquals(before, life.everything());
  }

  @ParameterizedTest
  @CsvSource({
    "courriel, lou@example.gouv.fr",
    "capacite, 2",
    "inconnu, x",
    "action, autre",
    "telephone, abc",
    "date, demain",
    "code_postal, 99999"
  })
  void fields_of_no_use_here_are_refused(String field, String value) {
    ask(WITH_ZOE, LOU);
    Map<String, Object> form = form();
    form.put(field, value);
    assertEquals(422, Visit.postJson(web, answering(WITH_ZOE), form).status());
  }

  @ParameterizedTest
  @MethodSource
  void a_day_that_is_none_is_named(Object day) {
    ask(WITH_ZOE, LOU);
    Map<String, Object> form = form();
    form.put("date", day);
    Visit visit = Visit.postJson(web, answering(WITH_ZOE), form);
    assertEquals(422, visit.status());
    assertTrue(visit.body().contains("\"date\""), visit.body());
  }

  static List<Object> a_day_that_is_none_is_named() {
    return List.of("demain", 24, true, List.of("2026-11-24", "2026-11-25"));
  }

  @Test
  void a_wrong_form_is_shown_again_with_what_was_typed() {
    ask(WITH_ZOE, LOU);
    Visit visit =
        Visit.post(web, answering(WITH_ZOE), "action", "accepter", "prenom", "Lou <b>", "nom", "");
    assertEquals(422, visit.status());
    assertTrue(visit.body().contains("value=\"Lou &lt;b"));
    assertTrue(visit.body().contains("nom-erreur"));
    assertTrue(visit.body().contains("<title>Erreur"));
  }

  @Test
  void somebody_registered_presses_one_button_and_keeps_all_answers() {
    String id =
        TABLES
            .addresses(TABLES.client(), LocalSite.KEYED)
            .of(Life.EDITION, Role.AMBASSADEUR, LOU)
            .registration();
    TABLES.put(
        "Registrations",
        Item.of(RegistrationBuilder.ambassador("Lou").capacity(2).item())
            .put("inscription", id)
            .attributes());
    ask(WITH_ZOE, LOU);
    Visit shown = Visit.get(web, answering(WITH_ZOE));
    assertFalse(shown.body().contains("name=\"prenom\""));
    assertEquals(
        200, Visit.postJson(web, answering(WITH_ZOE), Map.of("action", "accepter")).status());
    assertEquals("Lou Martin", life.person(id).person().fullName());
    ask(WITH_YAN, LOU);
    assertEquals(200, Visit.postJson(web, answering(WITH_YAN), form()).status(), "whole form");
    assertEquals("Lou Martin", life.person(id).person().fullName());
    assertEquals(2, life.person(id).pairs().size());
  }

  @Test
  void another_day_than_the_one_that_was_read_is_not_accepted() {
    ask(WITH_ZOE, LOU);
    Map<String, Object> form = form();
    form.put("date", "2026-11-25");
    assertEquals(409, Visit.postJson(web, answering(WITH_ZOE), form).status());
    form.put("consentement", "oui");
    String[] typed =
        form.entrySet().stream()
            .flatMap(field -> Stream.of(field.getKey(), field.getValue().toString()))
            .toArray(String[]::new);
    Visit refused = Visit.post(web, answering(WITH_ZOE), typed);
    assertEquals(409, refused.status());
    assertTrue(refused.body().contains("Le jour a changé"));
    assertTrue(refused.body().contains("value=\"Analyste\""), "what was typed stays");
    assertTrue(refused.body().contains("value=\"35000\""));
    assertTrue(refused.body().contains("name=\"date\" value=\"2026-11-24\""));
  }

  @Test
  void after_the_day_or_without_the_pair_the_answer_is_409() {
    ask(WITH_ZOE, LOU);
    String answering = answering(WITH_ZOE);
    web = LocalSite.again(TABLES, LocalDate.parse("2026-11-24"));
    assertEquals(200, Visit.get(web, answering).status(), "on the day, registration closed");
    web = LocalSite.again(TABLES, LocalDate.parse("2026-11-25"));
    assertEquals(409, Visit.get(web, answering).status());
    assertEquals(409, Visit.postJson(web, answering, form()).status());
    assertEquals(409, ask(WITH_ZOE, "max@example.gouv.fr").status());
    web = LocalSite.again(TABLES, Life.TODAY);
    Visit.post(web, page(ZOE), "action", "annuler");
    assertEquals(409, Visit.postJson(web, answering, form()).status());
    assertEquals(409, Visit.postJson(web, answering, Map.of("action", "decliner")).status());
    assertEquals(409, ask(WITH_ZOE, "max@example.gouv.fr").status());
  }

  @Test
  void a_forged_link_and_the_links_of_others_lead_nowhere() {
    ask(WITH_ZOE, LOU);
    String answering = answering(WITH_ZOE);
    String forged =
        answering.substring(0, answering.length() - 1) + (answering.endsWith("A") ? "Q" : "A");
    for (String wrong :
        List.of(
            forged,
            "/relais/" + LocalSite.link(life.person(ADA)),
            "/relais/nobody",
            answering.replace("/relais/", "/binome/"))) {
      assertEquals(404, Visit.get(web, wrong).status(), wrong);
      assertEquals(404, Visit.post(web, wrong, "action", "decliner").status(), wrong);
    }
  }

  @Test
  void a_wrong_address_is_named_and_a_pair_has_to_be_when_there_are_several() {
    for (String address : List.of("", "lou", "lou@example.org", "ada@example.gouv.fr")) {
      Visit visit = ask(WITH_ZOE, address);
      assertEquals(422, visit.status(), address);
      assertTrue(visit.body().contains("courriel-erreur"), address);
      assertTrue(visit.body().contains("#courriel"), "the summary leads to the field");
    }
    assertEquals(
        422, Visit.postJson(web, page(ADA), Map.of("action", "confier", "courriel", LOU)).status());
    assertEquals(
        409, Visit.postJson(web, page(ZOE), Map.of("action", "confier", "courriel", LOU)).status());
    assertEquals(List.of(), life.mailsQueued());
  }

  @Test
  void my_data_say_whom_i_have_asked() {
    ask(WITH_ZOE, LOU);
    String data = "/inscription/" + LocalSite.link(life.person(ADA)) + "/donnees";
    assertTrue(Visit.getJson(web, data).body().contains(LOU));
    String others = "/inscription/" + LocalSite.link(life.person(ZOE)) + "/donnees";
    assertFalse(Visit.getJson(web, others).body().contains(LOU));
  }
}
