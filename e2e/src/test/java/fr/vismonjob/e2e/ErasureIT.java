package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The day comes on which an edition's personal data has been kept long enough. */
class ErasureIT {
  private static final int KEPT = 90;

  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));

  @Test
  void nothing_tells_any_more_who_was_there() {
    Member host =
        VISITORS.join(Sheet.ambassador(EDITION.day()).with("nom", Sheet.unique("Lenoir")));
    Member guest =
        VISITORS.join(Sheet.student(EDITION.day()).with("nom", Sheet.unique("Courtois")));
    MAILBOX.await(host.address(), "coaching");
    MAILBOX.await(guest.address(), "confirmee");
    String confirmed = TABLES.mailsOf(guest.id(), "confirmee").getFirst().text("envoi");
    TABLES.set("MailsTable", "envoi", confirmed, "motif", text("550 " + guest.address()));
    List<String> traces = List.of(host.name(), host.address(), guest.name(), guest.address());
    try (PastEdition past = PastEdition.of("ancienne", today.minusDays(KEPT + 10))) {
      String pair = past.pair(host, guest);
      String slot = past.seat(host, past.day().minusDays(7));
      assertEquals(200, HTTP.get(ownPage(host)).status());
      assertFalse(Stores.read(STACK).telling(traces).isEmpty(), "the search finds what is there");

      Outcome erased = new Workflows(STACK).run(past.key(), today);

      assertTrue(erased.succeeded(), erased.toString());
      for (Member member : List.of(host, guest)) {
        assertTrue(TABLES.find("RegistrationsTable", "inscription", member.id()).isEmpty());
        assertEquals(404, HTTP.get(ownPage(member)).status());
        assertEquals(List.of(), MAILBOX.all(member.address(), "efface"), "nobody is told");
      }
      Stores stores = Stores.read(STACK);
      assertEquals(List.of(), stores.telling(traces));
      for (String kind : List.of("table", "bucket", "executions")) {
        assertTrue(stores.filled(kind) > 0, kind + " was searched");
      }
      Row rest = TABLES.find("PairsTable", "binome", pair).orElseThrow();
      assertEquals("Développement", rest.text("metier"));
      assertNamesNobody(rest, host, guest);
      assertNamesNobody(TABLES.find("MailsTable", "envoi", confirmed).orElseThrow(), guest);
      assertEquals(5, TABLES.slot(slot).number("places_restantes"));
      assertEquals(List.of(), TABLES.slot(slot).list("inscrits"));
      assertEquals(
          today.toString(),
          TABLES
              .find("EditionsTable", "edition", past.key())
              .orElseThrow()
              .text("donnees_effacees_le"));
    }
  }

  @Test
  void who_has_not_confirmed_for_a_month_is_forgotten() {
    Member stranger = VISITORS.register(Sheet.student(EDITION.day()));
    Member guest = VISITORS.join(Sheet.student(EDITION.day()));
    try (PastEdition past = PastEdition.of("recente", today.minusDays(10))) {
      for (Member member : List.of(stranger, guest)) {
        String monthAgo = today.minusDays(31) + "T08:00:00Z";
        TABLES.set("RegistrationsTable", "inscription", member.id(), "inscrit_le", text(monthAgo));
        TABLES.set("RegistrationsTable", "inscription", member.id(), "edition", text(past.key()));
      }

      Outcome day = new Workflows(STACK).run(past.key(), today);

      assertTrue(day.succeeded(), day.toString());
      assertTrue(TABLES.find("RegistrationsTable", "inscription", stranger.id()).isEmpty());
      assertTrue(TABLES.find("RegistrationsTable", "inscription", guest.id()).isPresent());
      assertEquals(404, HTTP.get(ownPage(stranger)).status());
      assertEquals(List.of(), MAILBOX.all(stranger.address(), "efface"), "nobody is told");
    }
  }

  private static String ownPage(Member member) {
    return "/inscription/" + member.link();
  }

  private static void assertNamesNobody(Row row, Member... members) {
    for (Member member : members) {
      String all = row.toString();
      assertFalse(all.contains(member.name()) || all.contains(member.address()), all);
    }
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
