package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.Tables.Row;
import fr.vismonjob.e2e.Visitors.Member;
import fr.vismonjob.e2e.Workflows.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * All links have leaked: the operator does what the runbook says. The tests that come later get
 * links under the new key.
 */
class NewLinksIT {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final Workflows WORKFLOWS = new Workflows(STACK);
  private static final Operator OPERATOR = new Operator(STACK);

  private static void awaitStatus(int status, String page, String link) {
    String path = "/" + page + "/" + link;
    Waiting.until(
        status + " of " + path,
        A_MINUTE,
        () -> Optional.of(path).filter(p -> HTTP.get(p).status() == status));
  }

  @Test
  void old_links_are_dead_within_a_minute_everybody_gets_a_new_one_and_nobody_registers_twice() {
    Member member = VISITORS.join(Sheet.ambassador(EDITION.day()));
    Member waiting = VISITORS.register(Sheet.student(EDITION.day()));
    Row before = TABLES.registration(member.id());
    List<String> commands = OPERATOR.commands("New links for everybody");

    OPERATOR.follow(commands.get(0), EDITION);
    Outcome mailed = WORKFLOWS.end(OPERATOR.follow(commands.get(1), EDITION));
    assertTrue(mailed.succeeded(), mailed.toString());
    String link = MAILBOX.await(member.address(), "lien").link(STACK.siteUrl(), "inscription");
    assertNotEquals(member.link(), link);
    awaitStatus(404, "inscription", member.link());
    awaitStatus(200, "inscription", link);
    assertEquals(before, TABLES.registration(member.id()));

    String toConfirm =
        MAILBOX
            .awaitNth(waiting.address(), "confirmation", 2)
            .link(STACK.siteUrl(), "confirmation");
    awaitStatus(200, "confirmation", toConfirm);
    awaitStatus(404, "confirmation", waiting.link());
    assertEquals(303, HTTP.postForm("/confirmation/" + toConfirm, "").status());
    assertEquals("CONFIRMEE", TABLES.registration(waiting.id()).text("statut"));

    assertTrue(WORKFLOWS.end(OPERATOR.follow(commands.get(1), EDITION)).succeeded());
    assertEquals(1, MAILBOX.all(member.address(), "lien").size(), "once for each key");

    assertEquals(202, HTTP.postJson("/ambassadeurs", member.sheet().json()).status());
    MAILBOX.awaitNth(member.address(), "lien", 2);
    assertEquals(before, TABLES.registration(member.id()), "the same registration");
  }
}
