package fr.vismonjob.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.function.LocalSite;
import fr.vismonjob.pairing.Life;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CoachingResourceTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  @ParameterizedTest
  @CsvSource({
    "CONFIRMEE, 1, Réserver cette séance",
    "A_CONFIRMER, 0, confirmez d’abord votre inscription",
    "RETIREE, 0, Votre inscription est retirée"
  })
  void only_who_takes_part_is_invited_to_book(String status, int buttons, String words) {
    Life life = Life.begun(TABLES);
    TABLES.update("Registrations", Life.BOB).set("statut", status).apply();
    LocalSite web = LocalSite.on(TABLES, Life.TODAY);
    Element main =
        Visit.get(web, "/coaching/" + LocalSite.link(life.person(Life.BOB)))
            .document()
            .expectFirst("main");
    assertEquals(buttons, main.select("form").size());
    assertTrue(main.text().contains(words), main.text());
    assertEquals(buttons == 1, main.text().contains("nous vous écrivons"));
  }

  @Test
  void an_hour_that_has_begun_stays_in_the_calendar() {
    Life life = Life.begun(TABLES);
    LocalSite web = LocalSite.on(TABLES, LocalDate.of(2026, 11, 18));
    Visit visit =
        Visit.postJson(
            web, "/coaching/" + LocalSite.link(life.person(Life.ADA)), Map.of("action", "annuler"));
    assertEquals(409, visit.status());
    assertEquals(List.of(), life.mailsQueued());
  }

  /** The id of an element has no blanks, but the key of a slot may. */
  @Test
  void each_button_is_described_by_the_hour_that_it_books() {
    Life life = Life.begun(TABLES).slot("2026-11-19 10h").slot("2026-11-20 10h");
    LocalSite web = LocalSite.on(TABLES, Life.TODAY);
    Document page = Visit.get(web, "/coaching/" + LocalSite.link(life.person(Life.BOB))).document();
    for (String key : new String[] {"2026-11-19 10h", "2026-11-20 10h"}) {
      Element button = page.expectFirst("button[value=" + key + "]");
      Element hour = page.getElementById(button.attr("aria-describedby"));
      String day = key.substring(8, 10) + " novembre";
      assertEquals(true, hour != null && hour.text().contains(day), key);
    }
  }
}
