package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fr.vismonjob.e2e.Tables.Row;
import fr.vismonjob.e2e.Visitors.Member;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The same address again: the answer tells nothing, the registration stands, the link comes again.
 */
class SecondRegistrationIT {

  @Test
  void it_changes_nothing_gets_the_same_answer_and_the_confirmation_again() {
    Sheet sheet = Sheet.student(EDITION.day());
    Reply first = HTTP.postForm(sheet.path(), sheet.form());
    Letter letter = MAILBOX.await(sheet.address(), "confirmation");
    String id = letter.link(World.STACK.siteUrl(), "confirmation").split("[.]", 2)[0];
    Row before = TABLES.registration(id);

    Sheet other = sheet.with("prenom", "Autre").with("rayon_km", "120");
    Reply second = HTTP.postForm(other.path(), other.form());

    assertEquals(first.status(), second.status());
    assertEquals(first.header("Location"), second.header("Location"));
    assertArrayEquals(first.body(), second.body());
    MAILBOX.awaitNth(sheet.address(), "confirmation", 2);
    assertEquals(before, TABLES.registration(id));
  }

  @Test
  void somebody_confirmed_gets_the_link_again_and_stays_confirmed() {
    Member member = VISITORS.join(Sheet.ambassador(EDITION.day()));
    Row before = TABLES.registration(member.id());
    String other = member.sheet().with("nom", "Autre").with("metier", "securite").json();

    assertEquals(202, HTTP.postJson("/ambassadeurs", other).status());

    Letter letter = MAILBOX.await(member.address(), "lien");
    assertEquals(member.link(), letter.link(World.STACK.siteUrl(), "inscription"));
    assertEquals(before, TABLES.registration(member.id()));
  }

  @Test
  void an_address_gets_three_mails_in_an_hour_that_registering_causes_and_no_more() {
    Member member = VISITORS.register(Sheet.student(EDITION.day()));
    String form = member.sheet().form();
    assertEquals(303, HTTP.postForm("/etudiants", form).status());
    MAILBOX.awaitNth(member.address(), "confirmation", 2);
    assertEquals(303, HTTP.postForm("/confirmation/" + member.link(), "").status());

    for (int i = 0; i < 3; i++) {
      assertEquals(303, HTTP.postForm("/etudiants", form).status());
    }

    MAILBOX.await(member.address(), "lien");
    assertEquals(3, TABLES.mailsOf(member.id(), "confirmation", "lien").size());
    VISITORS.register(Sheet.student(EDITION.day())); // whose mail comes after any of those
    assertEquals(2, MAILBOX.all(member.address(), "confirmation").size());
    assertEquals(1, MAILBOX.all(member.address(), "lien").size());
  }

  @Test
  void a_student_and_an_ambassador_may_have_the_same_address() {
    Member ambassador = VISITORS.join(Sheet.ambassador(EDITION.day()));
    Sheet sheet = Sheet.student(EDITION.day()).with("courriel", ambassador.address());

    assertEquals(303, HTTP.postForm(sheet.path(), sheet.form()).status());

    Letter letter = MAILBOX.awaitNth(ambassador.address(), "confirmation", 2);
    String link = letter.link(World.STACK.siteUrl(), "confirmation");
    assertNotEquals(ambassador.link(), link);
    assertEquals("A_CONFIRMER", TABLES.registration(link.split("[.]", 2)[0]).text("statut"));
  }

  @Test
  void of_six_at_once_one_registers() {
    Sheet sheet = Sheet.student(EDITION.day());

    List<Reply> replies =
        Visitors.atOnce(
            6, List.of(1, 2, 3, 4, 5, 6), n -> HTTP.postForm(sheet.path(), sheet.form()));

    replies.forEach(reply -> assertEquals(303, reply.status()));
    long known =
        TABLES.registrations().stream()
            .filter(row -> row.text("courriel").equals(sheet.address()))
            .count();
    assertEquals(1, known);
  }
}
