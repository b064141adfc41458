package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.Visitors.Member;
import fr.vismonjob.e2e.Workflows.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A morning with three editions: this one, last one's whose day was yesterday, and a wrong one. */
class ScheduleIT {
  private static final Workflows WORKFLOWS = new Workflows(STACK);
  private static final String WRONG = Sheet.unique("fausse");

  private final Instant now = Instant.now();
  private final LocalDate today = LocalDate.ofInstant(now, ZoneId.of("Europe/Paris"));
  private final PastEdition last = PastEdition.of("passee", today.minusDays(1));

  @AfterEach
  void they_are_gone() {
    last.close();
    TABLES.delete("EditionsTable", "edition", WRONG);
  }

  @Test
  void those_of_the_last_edition_are_asked_and_the_wrong_one_is_named() {
    Member host = VISITORS.join(Sheet.ambassador(EDITION.day()));
    Member guest = VISITORS.join(Sheet.student(EDITION.day()));
    last.pair(host, guest);
    last.seat(host, today.plusDays(1));
    TABLES.put(
        "EditionsTable",
        last.row()
            .with("edition", AttributeValue.fromS(WRONG))
            .with("expediteur", AttributeValue.fromS("hasard"))
            .attributes());

    Outcome morning = WORKFLOWS.morning(now);

    assertTrue(morning.failed(), morning.toString());
    assertTrue(morning.cause().contains(WRONG), morning.cause());
    assertTrue(morning.cause().contains("expediteur"), morning.cause());
    assertFalse(morning.cause().contains(last.key()), morning.cause());
    for (Member member : List.of(host, guest)) {
      assertEquals(1, MAILBOX.all(member.address(), "avis").size());
    }
    assertEquals(1, MAILBOX.all(host.address(), "rappel-seance").size());

    TABLES.delete("EditionsTable", "edition", WRONG);
    Outcome again = WORKFLOWS.morning(now);
    assertTrue(again.succeeded(), again.toString());
    assertEquals(1, MAILBOX.all(host.address(), "avis").size());
    assertEquals(1, MAILBOX.all(host.address(), "rappel-seance").size());
  }
}
