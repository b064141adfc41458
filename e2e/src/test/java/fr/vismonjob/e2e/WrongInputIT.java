package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.Workflows.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an operator starts wrongly, or an organiser types wrongly, is told and does no harm. */
class WrongInputIT {
  /** An edit is seen within a minute. */
  private static final Duration A_MINUTE = Duration.ofSeconds(75);

  private static final Workflows WORKFLOWS = new Workflows(STACK);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"edition\":\"KEY\"}",
        "{\"edition\":\"KEY\",\"today\":\"hier\"}",
        "{\"edition\":\"KEY\",\"today\":\"2026-02-30\"}",
        "{\"edition\":\"KEY\",\"today\":20261210}",
        "{\"edition\":\"absente\",\"today\":\"2026-12-10\"}",
        "{\"edition\":[],\"today\":\"2026-12-10\"}"
      })
  void a_wrong_input_fails_with_its_cause_and_changes_nothing(String input) {
    Snapshot first = Snapshot.take();

    Outcome wrong = WORKFLOWS.run(input.replace("KEY", EDITION.key()));

    assertTrue(wrong.failed(), wrong.toString());
    assertNotEquals("", wrong.cause());
    first.assertUnchanged();
  }

  @Test
  void a_wrong_value_of_the_edition_stops_what_needs_it_and_is_named() {
    assertEquals(200, HTTP.get("/etudiants").status());
    AttributeValue wrong = AttributeValue.fromS("beaucoup");
    TABLES.put("EditionsTable", EDITION.row().with("fenetre_jours", wrong).attributes());
    try {
      Snapshot first = Snapshot.take();
      Outcome outcome = WORKFLOWS.run(EDITION.key(), EDITION.firstMatching());
      assertTrue(outcome.failed(), outcome.toString());
      assertTrue(outcome.cause().contains("fenetre_jours"), outcome.cause());

      awaitStatus(503);
      Reply json = HTTP.postJson("/etudiants", Sheet.student(EDITION.day()).json());
      assertEquals(503, json.status());
      assertEquals("application/problem+json", json.contentType());
      assertTrue(json.text().contains("fenetre_jours"), json.text());
      assertTrue(HTTP.get("/").text().contains("fenetre_jours"), "the page names it, too");
      first.assertUnchanged();
    } finally {
      TABLES.put("EditionsTable", EDITION.row().attributes());
    }
    awaitStatus(200);
  }

  private static void awaitStatus(int status) {
    for (String path : List.of("/etudiants", "/")) {
      Waiting.until(
          path + " answers " + status,
          A_MINUTE,
          () -> Optional.of(HTTP.get(path)).filter(reply -> reply.status() == status));
    }
  }
}
