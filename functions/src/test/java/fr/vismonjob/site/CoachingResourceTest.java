package fr.vismonjob.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.function.LocalSite;
import fr.vismonjob.pairing.Life;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class CoachingResourceTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

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
