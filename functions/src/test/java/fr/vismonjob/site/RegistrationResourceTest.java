package fr.vismonjob.site;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.XAM;
import static fr.vismonjob.pairing.Life.ZOE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.form.FilledField;
import fr.vismonjob.function.LocalSite;
import fr.vismonjob.pairing.Life;
import fr.vismonjob.registration.EveryField;
import fr.vismonjob.registration.FilledForm;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RegistrationResourceTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private Life life;
  private LocalSite web;

  @BeforeEach
  void begin() {
    life = Life.begun(TABLES);
    web = LocalSite.on(TABLES, Life.TODAY);
  }

  private String page(String who) {
    return "/inscription/" + LocalSite.link(life.person(who));
  }

  private static Map<String, Object> student(String lastName) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("prenom", "Zoé");
    fields.put("nom", lastName);
    fields.put("code_postal", "29000");
    fields.put("dates", List.of("2026-11-24", "2026-11-26"));
    fields.put("etablissement", "Université de Brest");
    fields.put("niveau", "bac+3");
    fields.put("metiers", List.of("developpement"));
    fields.put("rayon_km", 80);
    return fields;
  }

  @Test
  void whoever_leaves_after_the_day_is_not_told_to_have_missed_it() {
    TABLES.update("Registrations", ADA).set("statut", "RETIREE").apply();
    LocalSite later = LocalSite.on(TABLES, LocalDate.parse("2026-11-25"));
    String page = Visit.get(later, page(ADA)).body();
    assertFalse(page.contains("vous ne participez pas"), page);
    assertTrue(page.contains("dire comment elle s’est passée"), page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?action=modifier",
        "?action=nouveau-lien",
        "?action=retirer",
        "?action=supprimer",
        "/donnees"
      })
  void looking_changes_nothing(String more) {
    var before = life.everything();
    Visit visit = Visit.get(web, page(ADA) + more);
    assertEquals(200, visit.status());
    assertEquals("no-store", visit.header("Cache-Control"));
    assertEquals("noindex", visit.header("X-Robots-Tag"));
    assertEquals(before, life.everything());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/donnees"})
  void any_other_link_leads_nowhere(String more) {
    String link = page(ADA);
    String forged = link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A");
    assertEquals(404, Visit.get(web, forged + more).status());
    assertEquals(404, Visit.post(web, "/inscription/nonsense", "action", "supprimer").status());
  }

  @Test
  void a_change_answers_with_the_new_state() {
    Visit visit = Visit.postJson(web, page(ZOE), student("Petit"));
    assertEquals(200, visit.status());
    assertEquals("APPARIEE", visit.json().get("statut"));
    assertEquals("Petit", visit.json().get("nom"));
    assertEquals("Quimper", life.person(ZOE).place().commune());
    assertTrue(life.person(ADA).state().partners().contains("Zoé Petit"));
  }

  @Test
  void a_changed_form_leads_back_to_the_page_with_a_notice() {
    Visit visit =
        Visit.post(
            web,
            page(XAM),
            "prenom",
            "Xam",
            "nom",
            "Martin",
            "courriel",
            "xam@example.gouv.fr",
            "code_postal",
            "29000",
            "dates",
            "2026-11-26",
            "etablissement",
            "Lycée",
            "niveau",
            "bac+2",
            "metiers",
            "developpement",
            "metiers",
            "");
    assertEquals(303, visit.status());
    String location = visit.header("Location");
    assertEquals("/Prod" + page(XAM) + "?fait=inscription-modifiee", location);
    Visit after = Visit.get(web, location.substring("/Prod".length()));
    assertTrue(after.body().contains("Vos modifications sont enregistrées"));
  }

  @Test
  void wrong_fields_are_listed_and_the_form_is_shown_again() {
    Map<String, Object> fields = student("Petit");
    fields.put("courriel", "other@example.fr");
    fields.put("surprise", "!");
    fields.remove("niveau");
    Visit visit = Visit.postJson(web, page(ZOE), fields);
    assertEquals(422, visit.status());
    assertTrue(visit.body().contains("\"courriel\""), visit.body());
    assertTrue(visit.body().contains("\"surprise\""), visit.body());
    assertTrue(visit.body().contains("\"niveau\""), visit.body());
    Visit form = Visit.post(web, page(ZOE), "prenom", "<b>");
    assertEquals(422, form.status());
    assertTrue(form.body().contains("&lt;b&gt;") || form.body().contains("&lt;b"), form.body());
  }

  @Test
  void withdrawing_twice_answers_twice_and_tells_once() {
    assertEquals(
        "RETIREE",
        Visit.postJson(web, page(ADA), Map.of("action", "retirer")).json().get("statut"));
    Visit again = Visit.post(web, page(ADA), "action", "retirer");
    assertEquals(303, again.status());
    assertEquals(Status.RETIREE, life.person(ADA).status());
    assertEquals(
        List.of("binome-annule Yan", "binome-annule Zoe", "retrait Ada"), life.mailsQueued());
    assertEquals(200, Visit.get(web, page(ADA)).status());
  }

  @Test
  void whoever_has_withdrawn_can_change_no_more() {
    Visit.post(web, page(ZOE), "action", "retirer");
    Visit visit = Visit.post(web, page(ZOE), "prenom", "Zoé");
    assertEquals(409, visit.status());
    assertTrue(visit.body().contains("inscrivez-vous de nouveau"), visit.body());
    assertEquals(409, Visit.postJson(web, page(ZOE), student("Petit")).status());
  }

  @Test
  void erasing_ends_on_a_page_of_its_own_and_the_link_is_dead() {
    String page = page(ADA);
    Visit visit = Visit.post(web, page, "action", "supprimer");
    assertEquals(303, visit.status());
    assertEquals("/Prod/donnees-effacees", visit.header("Location"));
    assertEquals(404, Visit.get(web, page).status());
    assertEquals(404, Visit.post(web, page, "action", "supprimer").status());
  }

  @Test
  void a_new_link_replaces_the_old_one_and_changes_nothing_else() {
    String page = page(ADA);
    Registration before = life.person(ADA);
    assertTrue(Visit.get(web, page).body().contains("?action=nouveau-lien"), "the page offers it");
    assertTrue(Visit.get(web, page + "?action=nouveau-lien").body().contains(page));

    Visit visit = Visit.post(web, page, "action", "nouveau-lien");

    assertEquals(303, visit.status());
    assertEquals("/Prod/lien-renouvele", visit.header("Location"));
    assertEquals(200, Visit.get(web, "/lien-renouvele").status());
    assertEquals(404, Visit.get(web, page).status());
    assertEquals(404, Visit.post(web, page, "action", "nouveau-lien").status());
    assertEquals(200, Visit.get(web, page(ADA)).status());
    assertEquals(List.of("lien Ada"), life.mailsQueued());
    Registration after = life.person(ADA);
    assertEquals(before.state(), after.state());
    assertEquals(before.number(), after.number(), "mails queued before still make sense");
  }

  @Test
  void a_program_learns_the_status_after_a_new_link() {
    Visit visit = Visit.postJson(web, page(ADA), Map.of("action", "nouveau-lien"));
    assertEquals(200, visit.status());
    assertEquals(Map.of("statut", "APPARIEE"), visit.json());
    assertEquals(
        422, Visit.postJson(web, page(ADA), Map.of("action", "nouveau-lien", "nom", "x")).status());
  }

  @Test
  void somebody_still_to_confirm_gets_the_mail_to_confirm_with_the_new_link() {
    TABLES.update("Registrations", life.person(XAM).id()).set("statut", "A_CONFIRMER").apply();
    assertEquals(200, Visit.postJson(web, page(XAM), Map.of("action", "nouveau-lien")).status());
    assertEquals(List.of("confirmation Xam"), life.mailsQueued());
  }

  @Test
  void a_link_stays_if_its_successor_could_not_arrive_and_after_a_withdrawal() {
    TABLES.update("Registrations", life.person(ADA).id()).set("mails_arretes", "plainte").apply();
    assertEquals(409, Visit.postJson(web, page(ADA), Map.of("action", "nouveau-lien")).status());
    Visit.post(web, page(ZOE), "action", "retirer");
    assertEquals(409, Visit.post(web, page(ZOE), "action", "nouveau-lien").status());
    assertEquals(200, Visit.get(web, page(ADA)).status());
    assertEquals(200, Visit.get(web, page(ZOE)).status());
  }

  @Test
  void an_action_that_does_not_exist_is_refused() {
    Visit visit = Visit.postJson(web, page(ADA), Map.of("action", "exploser"));
    assertEquals(422, visit.status());
    assertTrue(visit.body().contains("\"action\""));
    assertEquals(422, Visit.post(web, page(ADA), "action", "retirer", "sur", "oui").status());
    assertEquals(Status.APPARIEE, life.person(ADA).status());
  }

  @Test
  void one_s_data_is_a_file_to_keep_in_the_table_s_words() {
    Visit visit = Visit.get(web, page(ADA) + "/donnees");
    assertTrue(visit.header("Content-Disposition").startsWith("attachment"));
    Map<String, Object> data = visit.json();
    assertEquals("Ada", data.get("prenom"));
    assertEquals("ada@example.gouv.fr", data.get("courriel"));
    assertEquals("APPARIEE", data.get("statut"));
    assertEquals(2, ((List<?>) data.getOrDefault("binomes", List.of())).size());
    assertFalse(data.containsKey("numero"));
    assertEquals(405, Visit.post(web, page(ADA) + "/donnees").status());
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void one_s_data_holds_the_answer_to_each_field(Role role) {
    Registration person = EveryField.registration(role);
    TABLES.put("Registrations", EveryField.item(role));

    Map<String, Object> data =
        Visit.get(web, "/inscription/" + LocalSite.link(person) + "/donnees").json();

    for (FilledField answer : FilledForm.of(person)) {
      assertTrue(data.containsKey(answer.field().name()), answer.field().name());
    }
  }

  @Test
  void before_leaving_one_reads_whose_day_is_called_off_and_no_other() {
    for (String action : List.of("retirer", "supprimer")) {
      String now = Visit.get(web, page(ADA) + "?action=" + action).body();
      assertTrue(now.contains("Vos binômes sont annulés") && now.contains("Zoe Martin"), now);
      String one = Visit.get(web, page(ZOE) + "?action=" + action).body();
      assertTrue(one.contains("Votre binôme est annulé") && one.contains("Ada Martin"), one);
      LocalSite later = LocalSite.on(TABLES, LocalDate.parse("2026-12-20"));
      String past = Visit.get(later, page(ZOE) + "?action=" + action).body();
      assertFalse(past.contains("annulé"), past);
    }
  }

  @Test
  void the_form_of_a_change_leads_to_the_one_of_the_address() {
    for (String page : List.of(page(ADA), page(ZOE))) {
      Visit form = Visit.get(web, page + "?action=modifier");
      String links = "main a[href$=\"" + page + "?action=changer-courriel\"]";
      assertEquals(1, form.document().select(links).size(), form::body);
      assertFalse(form.body().contains("retirez"), form::body);
    }
  }

  @Test
  void a_consent_is_not_taken_back_by_a_change() {
    Map<String, Object> change = student("Martin");
    change.put("action", "modifier");
    change.put("consentement", false);
    assertEquals(422, Visit.postJson(web, page(ZOE), change).status());
    change.put("consentement", true);
    assertEquals(200, Visit.postJson(web, page(ZOE), change).status());
  }
}
