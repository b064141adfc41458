package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.e2e.Visitors.Member;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Somebody else has read a person's link. */
class OneNewLinkIT {
  @Test
  void whoever_asks_gets_a_new_link_by_mail_and_the_old_one_is_dead() {
    Member member = VISITORS.join(Sheet.student(EDITION.day()));
    String page = "/inscription/" + member.link();
    Document asks = HTTP.get(page + "?action=nouveau-lien").page();
    assertEquals("nouveau-lien", asks.select("form [name=action]").val());
    assertTrue(TABLES.mailsOf(member.id(), "lien").isEmpty(), "looking changes nothing");

    Reply reply = HTTP.postForm(page, Sheet.form("action", "nouveau-lien"));

    assertEquals(303, reply.status());
    assertTrue(reply.header("Location").orElse("").endsWith("/lien-renouvele"));
    assertEquals(200, HTTP.get("/lien-renouvele").status());
    assertEquals(404, HTTP.get(page).status());
    String link = MAILBOX.await(member.address(), "lien").link(STACK.siteUrl(), "inscription");
    assertEquals(200, HTTP.get("/inscription/" + link).status());
    assertEquals("CONFIRMEE", TABLES.registration(member.id()).text("statut"));
  }
}
