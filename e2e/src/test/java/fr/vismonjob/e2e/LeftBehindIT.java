package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.Tables.Row;
import fr.vismonjob.e2e.Visitors.Member;
import fr.vismonjob.e2e.Workflows.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Mails that the stream's sender has left behind, on the next morning. */
class LeftBehindIT {
  private static final Workflows WORKFLOWS = new Workflows(STACK);

  private static Outcome sendWhatWaits() {
    return WORKFLOWS.mail(EDITION.key(), LocalDate.now(ZoneId.of("Europe/Paris")));
  }

  /** The offer of coaching that a new ambassador got. */
  private static String offerTo(Member host) {
    MAILBOX.await(host.address(), "coaching");
    return TABLES.awaitMail(host.id(), "coaching", "ENVOYE").text("envoi");
  }

  private static void put(String mail, String status, String since) {
    String anHourAgo = Instant.now().minus(Duration.ofMinutes(61)).toString();
    TABLES.set("MailsTable", "envoi", mail, "statut", AttributeValue.fromS(status));
    TABLES.set("MailsTable", "envoi", mail, since, AttributeValue.fromS(anHourAgo));
  }

  private static Row row(String mail) {
    return TABLES.find("MailsTable", "envoi", mail).orElseThrow();
  }

  @Test
  void one_that_was_never_taken_leaves() {
    Member host = VISITORS.join(Sheet.ambassador(EDITION.day()));
    String offer = offerTo(host);
    put(offer, "A_ENVOYER", "cree_le");
    Outcome sent = sendWhatWaits();
    assertTrue(sent.succeeded(), sent.toString());
    assertEquals("ENVOYE", row(offer).text("statut"));
    assertEquals(2, MAILBOX.all(host.address(), "coaching").size());
  }

  @Test
  void one_whose_sender_died_is_not_sent_again_and_somebody_is_told() {
    Member host = VISITORS.join(Sheet.ambassador(EDITION.day()));
    String offer = offerTo(host);
    put(offer, "EN_COURS", "pris_le");
    Outcome told = sendWhatWaits();
    assertEquals("MailsEnEchec", told.error(), told.toString());
    assertEquals("ECHEC", row(offer).text("statut"));
    assertTrue(row(offer).text("motif").startsWith("issue inconnue"), row(offer).text("motif"));
    assertEquals(1, MAILBOX.all(host.address(), "coaching").size());
  }
}
