package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.Tables.Row;
import fr.vismonjob.e2e.Visitors.Member;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Registrations, a pair and mails were lost, and the operator puts back what point-in-time recovery
 * kept. LocalStack does not know that; the test keeps the rows in tables of its own instead.
 */
class RestoreIT {
  private final String suffix = UUID.randomUUID().toString();

  private void keep(String output, String key, List<Row> rows) {
    TABLES.create(output + "-" + suffix, key);
    rows.forEach(row -> TABLES.putInto(output + "-" + suffix, row.attributes()));
  }

  @Test
  void people_come_back_with_their_pages_mails_do_not_leave_again_and_the_erased_stay_away() {
    Member host = VISITORS.join(Sheet.ambassador(EDITION.day()));
    Member guest = VISITORS.join(Sheet.student(EDITION.day()));
    Member leaver = VISITORS.join(Sheet.student(EDITION.day()));
    MAILBOX.await(guest.address(), "confirmee");
    String pair = MadePairs.of(host, guest, EDITION.day());
    Row sent = TABLES.awaitMail(guest.id(), "confirmee", "ENVOYE");
    String key = "confirmee/" + guest.id() + "/lost";
    Row waited =
        sent.with("envoi", AttributeValue.fromS(key))
            .with("statut", AttributeValue.fromS("A_ENVOYER"))
            .with("depart", AttributeValue.fromS("CAMPAGNE"))
            .without("envoye_le");
    List<Row> people =
        List.of(
            TABLES.registration(host.id()),
            TABLES.registration(guest.id()),
            TABLES.registration(leaver.id()));
    keep("Registrations", "inscription", people);
    keep("Pairs", "binome", List.of(TABLES.find("PairsTable", "binome", pair).orElseThrow()));
    keep("Mails", "envoi", List.of(waited));

    assertEquals(
        303,
        HTTP.postForm("/inscription/" + leaver.link(), Sheet.form("action", "supprimer")).status());
    TABLES.delete("RegistrationsTable", "inscription", host.id());
    TABLES.delete("RegistrationsTable", "inscription", guest.id());
    TABLES.delete("PairsTable", "binome", pair);

    String command =
        "make restore AT=2026-01-01T00:00:00Z FROM='Registrations=Registrations-%1$s"
                .formatted(suffix)
            + " Pairs=Pairs-%1$s Mails=Mails-%1$s'".formatted(suffix);
    String shown = new Operator(STACK).run(command);
    assertTrue(shown.contains("1 erased since, left out"), shown);
    assertEquals(
        Optional.empty(), TABLES.find("RegistrationsTable", "inscription", host.id()), shown);
    new Operator(STACK).run(command + " APPLY=1");

    assertEquals(people.get(1), TABLES.registration(guest.id()));
    Reply page = HTTP.get("/binome/" + guest.link());
    assertEquals(200, page.status());
    assertTrue(page.text().contains(host.name()), page.text());
    assertEquals(404, HTTP.get("/inscription/" + leaver.link()).status());
    assertEquals("ECHEC", TABLES.find("MailsTable", "envoi", key).orElseThrow().text("statut"));

    assertTrue(
        new Workflows(STACK)
            .mail(EDITION.key(), LocalDate.now(ZoneId.of("Europe/Paris")))
            .succeeded());
    assertEquals(1, MAILBOX.all(guest.address(), "confirmee").size());
    String again = new Operator(STACK).run(command + " APPLY=1");
    assertTrue(again.contains("0 items written, 0 refused"), again);
  }
}
