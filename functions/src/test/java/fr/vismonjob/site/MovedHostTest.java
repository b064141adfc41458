package fr.vismonjob.site;

import static fr.vismonjob.function.LocalSite.link;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.function.LocalSite;
import fr.vismonjob.pairing.Life;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An ambassador moves to another commune after the pair was formed. */
final class MovedHostTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final String ADA = link(Life.ADA, 1);
  private static final String ZOE = link(Life.ZOE, 5);
  private static final String THEN = "Paris (Paris), quand le binôme a été formé";

  private LocalSite web;

  @BeforeEach
  void begin() {
    Life.begun(TABLES);
    web = LocalSite.on(TABLES, Life.TODAY);
  }

  private Document page(String path) {
    return Visit.get(web, path).document();
  }

  private static void move() {
    TABLES
        .update("Registrations", Life.ADA)
        .set("code_postal", "69001")
        .set("commune", "Lyon")
        .set("commune_code", "69123")
        .set("departement", "Rhône")
        .set("departement_code", "69")
        .apply();
  }

  @Test
  void the_student_sees_no_map_of_the_new_place_under_the_name_of_the_old_one() {
    assertEquals(1, page("/binome/" + ZOE).select("svg.vmj-map").size());
    assertFalse(page("/binome/" + ZOE).text().contains("changé de lieu"));
    move();
    Document page = page("/binome/" + ZOE);
    assertTrue(page.select("svg.vmj-map").isEmpty());
    assertTrue(page.text().contains(THEN));
    assertTrue(page.text().contains("demandez-lui où vous vous retrouvez"));
    TABLES.update("Registrations", Life.ADA).set("accueil_adresse", "1 place Bellecour").apply();
    assertTrue(page("/binome/" + ZOE).text().contains("fiez-vous à l’adresse exacte"));
  }

  @Test
  void the_ambassador_is_told_how_to_say_so() {
    assertFalse(page("/binome/" + ADA).text().contains("changé de lieu"));
    move();
    Document page = page("/binome/" + ADA);
    assertEquals(2, page.select("p:contains(Vous avez changé de lieu) a[href=#accueil]").size());
    assertTrue(page.select("#accueil").text().contains("indiquez aussi le code postal"));
  }

  @Test
  void the_form_says_which_answers_count_for_the_pair() {
    String form = page("/inscription/" + ADA + "?action=modifier").text();
    assertTrue(form.contains("votre présentation vaut aussitôt pour lui"));
    assertTrue(form.contains("Le métier, l’administration et le lieu restent"));
    assertTrue(form.contains("demandez à un ou une collègue de prendre le relais"));
    String ofStudent = page("/inscription/" + ZOE + "?action=modifier").text();
    assertTrue(ofStudent.contains("vos besoins particuliers vaut aussitôt pour lui"));
    assertFalse(ofStudent.contains("collègue"));
  }
}
