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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a schedule calls every hour; here it is called by hand, twice. */
class PostponedMailsIT {
  @Test
  void a_mail_beyond_the_budget_of_an_earlier_hour_leaves_once() {
    Member member = VISITORS.register(Sheet.student(EDITION.day()));
    String key = postponed(member, "confirmation");

    send();
    MAILBOX.awaitNth(member.address(), "confirmation", 2);
    send();
    assertEquals("ENVOYE", TABLES.find("MailsTable", "envoi", key).orElseThrow().text("statut"));
    assertEquals(2, MAILBOX.all(member.address(), "confirmation").size());
  }

  /** The colleague who is asked to host has not confirmed any address. */
  @Test
  void so_does_a_mail_about_a_pair() {
    Member host = VISITORS.join(Sheet.ambassador(EDITION.day()));
    Member guest = VISITORS.join(Sheet.student(EDITION.day()));
    MadePairs.of(host, guest, EDITION.day());
    String colleague = Sheet.colleague();
    HTTP.postForm("/binome/" + host.link(), Sheet.form("action", "confier", "courriel", colleague));
    MAILBOX.await(colleague, "relais");
    postponed(host, "relais");

    send();
    MAILBOX.awaitNth(colleague, "relais", 2);
    List.of(host, guest)
        .forEach(
            member ->
                HTTP.postForm("/inscription/" + member.link(), Sheet.form("action", "supprimer")));
  }

  @Test
  void so_does_the_last_mail_of_somebody_who_gave_a_seat_back_and_has_registered_again() {
    Sheet sheet = Sheet.ambassador(EDITION.day());
    Member member = VISITORS.join(sheet);
    String slot = TABLES.freeSlot();
    HTTP.postForm("/coaching/" + member.link(), Sheet.form("seance", slot));
    HTTP.postForm("/inscription/" + member.link(), Sheet.form("action", "retirer"));
    MAILBOX.await(member.address(), "retrait");
    HTTP.postForm(sheet.path(), sheet.form());
    assertEquals("A_CONFIRMER", TABLES.registration(member.id()).text("statut"));
    postponed(member, "retrait");

    send();
    Letter last = MAILBOX.awaitNth(member.address(), "retrait", 2);
    assertTrue(last.calendar().orElseThrow().getMethod().isCancel());
  }

  /** The key of a copy of that mail, which waits for a later hour's budget. */
  private static String postponed(Member member, String kind) {
    Row mail = TABLES.mailsOf(member.id(), kind).getFirst();
    String key = mail.text("envoi") + "/reporte";
    TABLES.put(
        "MailsTable",
        mail.with("envoi", text(key))
            .with("statut", text("A_ENVOYER"))
            // The stream would send it otherwise.
            .with("depart", text("CAMPAGNE"))
            .with("reporte_le", text(Instant.now().minusSeconds(3600).toString()))
            .attributes());
    return key;
  }

  private static void send() {
    new Functions(STACK).call("PostponedMailsFunction", Map.of("scheduled", "now"));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
