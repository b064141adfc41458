package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.Tables.Row;
import fr.vismonjob.e2e.Visitors.Member;
import fr.vismonjob.e2e.Workflows.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A morning with three editions: this one, last one's whose day was yesterday, and a wrong one. */
class ScheduleIT {
  private static final Workflows WORKFLOWS = new Workflows(STACK);
  private final Instant now = Instant.now();
  private final LocalDate today = LocalDate.ofInstant(now, ZoneId.of("Europe/Paris"));
  private static final String LAST = Sheet.unique("passee");
  private static final String SLOT = Sheet.unique("demain");
  private static final String WRONG = Sheet.unique("fausse");

  @BeforeEach
  void the_next_edition_is_open_before_the_last_is_over() {
    Row last =
        EDITION
            .row()
            .without("traite_jusqu_au")
            .with("edition", text(LAST))
            .with("inscriptions_du", text(today.minusDays(60).toString()))
            .with("inscriptions_au", text(today.minusDays(20).toString()))
            .with("premier_appariement", text(today.minusDays(19).toString()))
            .with("dernier_appariement", text(today.minusDays(10).toString()))
            .with("jour", text(today.minusDays(1).toString()))
            .with("organisateurs", AttributeValue.fromL(List.of()));
    TABLES.put("EditionsTable", last.attributes());
    TABLES.put(
        "EditionsTable",
        last.with("edition", text(WRONG)).with("graine", text("hasard")).attributes());
  }

  @AfterEach
  void they_are_gone() {
    TABLES.pairs().stream()
        .filter(ScheduleIT::isOfLast)
        .forEach(row -> TABLES.delete("PairsTable", "binome", row.text("binome")));
    TABLES.registrations().stream()
        .filter(ScheduleIT::isOfLast)
        .forEach(
            row -> TABLES.delete("RegistrationsTable", "inscription", row.text("inscription")));
    TABLES.delete("CoachingSlotsTable", "seance", SLOT);
    TABLES.delete("EditionsTable", "edition", LAST);
    TABLES.delete("EditionsTable", "edition", WRONG);
  }

  @Test
  void those_of_the_last_edition_are_asked_and_the_wrong_one_is_named() {
    Member host = VISITORS.join(Sheet.ambassador(EDITION.day()));
    Member guest = VISITORS.join(Sheet.student(EDITION.day()));
    String pair = MadePairs.of(host, guest, today.minusDays(1));
    TABLES.set("PairsTable", "binome", pair, "edition", text(LAST));
    for (Member member : List.of(host, guest)) {
      TABLES.set("RegistrationsTable", "inscription", member.id(), "edition", text(LAST));
    }
    String tomorrow = today.plusDays(1).toString();
    TABLES.put(
        "CoachingSlotsTable",
        Map.of(
            "seance", text(SLOT),
            "edition", text(LAST),
            "debut", text(tomorrow + "T10:00+01:00"),
            "fin", text(tomorrow + "T11:00+01:00"),
            "places", AttributeValue.fromN("5"),
            "places_restantes", AttributeValue.fromN("4"),
            "inscrits", AttributeValue.fromL(List.of(text(host.id())))));
    TABLES.set("RegistrationsTable", "inscription", host.id(), "seance", text(SLOT));

    Outcome morning = WORKFLOWS.morning(now);

    assertTrue(morning.failed(), morning.toString());
    assertTrue(morning.cause().contains(WRONG), morning.cause());
    assertTrue(morning.cause().contains("graine"), morning.cause());
    assertFalse(morning.cause().contains(LAST), morning.cause());
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

  private static boolean isOfLast(Row row) {
    return row.text("edition").equals(LAST);
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
