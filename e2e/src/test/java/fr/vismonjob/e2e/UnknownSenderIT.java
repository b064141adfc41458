package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.Visitors.Member;
import fr.vismonjob.e2e.Workflows.Outcome;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Mails are to leave while SES does not know the sender that an organiser has typed. */
class UnknownSenderIT {
  private static final Workflows WORKFLOWS = new Workflows(STACK);

  private static Outcome mailLinks() {
    return WORKFLOWS.mailLinks(EDITION.key(), LocalDate.now(ZoneId.of("Europe/Paris")));
  }

  @Test
  void the_mails_of_another_edition_leave_in_the_same_run() {
    Member member = VISITORS.join(Sheet.student(EDITION.day()));
    MAILBOX.await(member.address(), "confirmee");
    String other = "sans-expediteur-" + member.id();
    String held = "confirmee/" + other + "/1";
    TABLES.put(
        "EditionsTable",
        EDITION
            .row()
            .with("edition", text(other))
            .with("jour", text(EDITION.workingDay(-1).toString()))
            .with("expediteur", text("personne@inconnu.example"))
            .attributes());
    TABLES.put(
        "RegistrationsTable",
        TABLES
            .registration(member.id())
            .with("inscription", text(other))
            .with("edition", text(other))
            .attributes());
    TABLES.put(
        "MailsTable",
        TABLES
            .mailsOf(member.id(), "confirmee")
            .getFirst()
            .with("envoi", text(held))
            .with("inscription", text(other))
            .with("statut", text("A_ENVOYER"))
            .with("depart", text("CAMPAGNE"))
            .attributes());
    try {
      Outcome ours = mailLinks();
      assertTrue(ours.succeeded(), ours.toString());
      assertEquals(List.of("ENVOYE"), statuses(member));
      Tables.Row waits = TABLES.find("MailsTable", "envoi", held).orElseThrow();
      assertEquals("A_ENVOYER", waits.text("statut"));
      assertTrue(waits.text("motif").contains("« expediteur » personne@"), waits.text("motif"));

      Outcome theirs = WORKFLOWS.mail(other, LocalDate.now(ZoneId.of("Europe/Paris")));
      assertEquals("SendingBlocked", theirs.error(), theirs.toString());
    } finally {
      TABLES.delete("MailsTable", "envoi", held);
      TABLES.delete("RegistrationsTable", "inscription", other);
      TABLES.delete("EditionsTable", "edition", other);
    }
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static List<String> statuses(Member member) {
    return TABLES.mailsOf(member.id(), "lien").stream().map(mail -> mail.text("statut")).toList();
  }

  @Test
  void the_mails_wait_until_it_is_corrected_and_then_leave_once() {
    Member member = VISITORS.join(Sheet.student(EDITION.day()));
    MAILBOX.await(member.address(), "confirmee");
    AttributeValue unknown = AttributeValue.fromS("personne@inconnu.example");
    TABLES.put("EditionsTable", EDITION.row().with("expediteur", unknown).attributes());
    try {
      Outcome refused = mailLinks();
      assertTrue(refused.failed(), refused.toString());
      assertTrue(refused.cause().contains("« " + EDITION.key() + " »"), refused.cause());
      assertTrue(refused.cause().contains("« expediteur » personne@"), refused.cause());
      assertEquals(List.of("A_ENVOYER"), statuses(member));
    } finally {
      TABLES.put("EditionsTable", EDITION.row().attributes());
    }

    Outcome corrected = mailLinks();
    assertTrue(corrected.succeeded(), corrected.toString());
    MAILBOX.await(member.address(), "lien");
    assertTrue(mailLinks().succeeded());
    assertEquals(List.of("ENVOYE"), statuses(member));
  }
}
