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

/** Everybody's link is mailed while SES does not know the sender that an organiser has typed. */
class UnknownSenderIT {
  private static final Workflows WORKFLOWS = new Workflows(STACK);

  private static Outcome mailLinks() {
    return WORKFLOWS.mailLinks(EDITION.key(), LocalDate.now(ZoneId.of("Europe/Paris")));
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
