package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.e2e.Visitors.Member;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a schedule calls every hour; here it is called by hand, twice. */
class PostponedMailsIT {
  @Test
  void a_mail_beyond_the_budget_of_an_earlier_hour_leaves_once() {
    Member member = VISITORS.register(Sheet.student(EDITION.day()));
    String key = "confirmation/" + member.id() + "/reporte";
    TABLES.put(
        "MailsTable",
        TABLES
            .mailsOf(member.id(), "confirmation")
            .getFirst()
            .with("envoi", text(key))
            .with("statut", text("A_ENVOYER"))
            // The stream would send it otherwise.
            .with("depart", text("CAMPAGNE"))
            .with("reporte_le", text(Instant.now().minusSeconds(3600).toString()))
            .attributes());

    send();
    MAILBOX.awaitNth(member.address(), "confirmation", 2);
    send();
    assertEquals("ENVOYE", TABLES.find("MailsTable", "envoi", key).orElseThrow().text("statut"));
    assertEquals(2, MAILBOX.all(member.address(), "confirmation").size());
  }

  private static void send() {
    new Functions(STACK).call("PostponedMailsFunction", Map.of("scheduled", "now"));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
