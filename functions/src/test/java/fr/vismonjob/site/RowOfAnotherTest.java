package fr.vismonjob.site;

import static fr.vismonjob.function.LocalSite.link;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.function.LocalSite;
import fr.vismonjob.pairing.Life;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A row that cannot be read stops what needs it, and not the pages of people it is only named on.
 */
final class RowOfAnotherTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final String ADA = link(Life.ADA, 1);
  private static final String ZOE = link(Life.ZOE, 5);
  private static final String YAN = link(Life.YAN, 1);
  private static final String NOT_SHOWN = "Nous ne pouvons pas afficher";

  private LocalSite web;

  @BeforeEach
  void begin() {
    Life.begun(TABLES);
    web = LocalSite.on(TABLES, Life.TODAY);
  }

  private String page(String path) {
    Visit visit = Visit.get(web, path);
    assertEquals(200, visit.status(), path);
    return visit.document().select("main").text();
  }

  private int pairsOfAda() {
    Map<String, Object> json = Visit.getJson(web, "/binome/" + ADA).json();
    return ((List<?>) Objects.requireNonNull(json.get("binomes"))).size();
  }

  @Test
  void a_slot_s_row_closes_no_page_of_those_who_have_a_seat_there() {
    TABLES.update("CoachingSlots", Life.SEAT).set("debut", "jeudi à 10 h").apply();
    for (String path : List.of("/inscription/", "/confirmation/", "/coaching/")) {
      String page = page(path + ADA);
      assertTrue(page.contains(NOT_SHOWN), page);
      assertFalse(page.contains("vous aide à préparer la journée. Elle"), page);
    }
  }

  @Test
  void a_pair_s_row_hides_this_pair_alone_and_nobody_reads_that_there_is_none() {
    TABLES.update("Pairs", Life.WITH_YAN).set("date", "bientôt").apply();
    assertTrue(page("/inscription/" + ADA).contains("Votre binôme est formé"));
    String partners = page("/binome/" + ADA);
    assertTrue(partners.contains(NOT_SHOWN) && partners.contains("Zoe Martin"), partners);
    for (String path : List.of("/inscription/", "/confirmation/", "/binome/")) {
      String page = page(path + YAN);
      assertTrue(page.contains(NOT_SHOWN), page);
      assertFalse(page.contains("trouvé personne") || page.contains("formons"), page);
    }
    assertEquals(1, pairsOfAda());
    assertEquals(200, Visit.getJson(web, "/inscription/" + ADA).status());
    assertEquals(503, Visit.get(web, "/inscription/" + ADA + "/donnees").status());
  }

  @Test
  void feedback_is_open_on_the_others_and_is_not_said_to_be_about_nobody() {
    web = LocalSite.on(TABLES, Life.EDITION.day());
    TABLES.update("Pairs", Life.WITH_YAN).set("date", "bientôt").apply();
    assertEquals(200, Visit.get(web, "/avis/" + ADA).status());
    assertEquals(503, Visit.get(web, "/avis/" + YAN).status());
  }

  @Test
  void a_partner_s_row_leaves_what_the_pair_s_own_row_has() {
    TABLES.update("Registrations", Life.ZOE).set("inscrit_le", "hier").apply();
    String page = page("/binome/" + ADA);
    assertTrue(page.contains("Zoe Martin") && page.contains("zoe@example.gouv.fr"), page);
    assertEquals(2, pairsOfAda());
    TABLES.update("Registrations", Life.ADA).set("inscrit_le", "hier").apply();
    assertEquals(200, Visit.get(web, "/binome/" + YAN).status());
    assertEquals(200, Visit.getJson(web, "/inscription/" + YAN).status());
    assertEquals(503, Visit.get(web, "/binome/" + ZOE).status());
  }
}
