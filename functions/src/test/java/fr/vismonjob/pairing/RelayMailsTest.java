package fr.vismonjob.pairing;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.WITH_ZOE;
import static fr.vismonjob.pairing.Life.ZOE;
import static fr.vismonjob.pairing.RelayTest.LOU;
import static fr.vismonjob.pairing.RelayTest.form;
import static fr.vismonjob.pairing.RelayTest.idOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import fr.vismonjob.delivery.Post;
import fr.vismonjob.delivery.ReceivedMail;
import fr.vismonjob.delivery.RejectionRecorder;
import fr.vismonjob.delivery.SendResult;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.mail.Rejection;
import fr.vismonjob.mail.Rejection.Gravity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What each of those concerned by a relay reads in the mail, and what calendars make of it. */
final class RelayMailsTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();

  private static final Instant NOON = Instant.parse("2026-11-12T11:00:00Z");

  private Life life;

  @BeforeEach
  void begin() {
    life = Life.begun(TABLES);
    post().edition(EditionBuilder.edition());
  }

  private Post post() {
    return Post.of(TABLES, ses.client()).at(NOON);
  }

  /** Sends what waits, in any order, and answers the mail of that kind to this address. */
  private ReceivedMail sent(String to, String kind) {
    send(post());
    return ses.received().stream()
        .filter(mail -> mail.destination().equals(to))
        .map(mail -> ReceivedMail.of(mail.message()))
        .filter(mail -> mail.header("X-Vis-Mon-Job").equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> keys() {
    return TABLES.items("Mails").stream()
        .map(row -> Item.of(row).required("envoi"))
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private static void send(Post post) {
    keys().forEach(post.sender()::send);
  }

  private static VEvent event(ReceivedMail mail) {
    return mail.calendar().getEvents().getFirst();
  }

  private static String method(ReceivedMail mail) {
    ICalendar calendar = mail.calendar();
    return calendar.getMethod().getValue();
  }

  @Test
  void the_colleague_reads_who_asks_and_no_word_of_a_stranger() {
    life.entrust(WITH_ZOE, LOU);
    ReceivedMail mail = sent(LOU, "relais");
    String link = SecretLink.ofRelay(WITH_ZOE, life.relay(WITH_ZOE).at(), Post.KEYED).text();
    mail.bodies()
        .forEach(
            body -> {
              assertTrue(body.contains("Ada Martin") && body.contains("/relais/" + link), body);
              assertTrue(body.contains("Paris (Paris)") && body.contains("Développement"), body);
              assertFalse(body.contains("Zoe") || body.contains("/inscription/"), body);
            });
    assertTrue(mail.calendars().isEmpty());
  }

  @Test
  void the_student_s_entry_is_updated_and_the_former_ambassador_s_goes() {
    Pair former = life.pair(WITH_ZOE);
    life.entrust(WITH_ZOE, LOU);
    life.takeOver(life.relay(WITH_ZOE), form("Lou"));
    ReceivedMail student = sent("zoe@example.gouv.fr", "relais-pris");
    ReceivedMail colleague = sent(LOU, "relais-pris");
    ReceivedMail host = sent("ada@example.gouv.fr", "relais-pris");
    String uid = event(student).getUid().getValue();
    assertTrue(uid.startsWith(former.calendarUid()));
    assertEquals(uid, event(colleague).getUid().getValue());
    assertEquals(uid, event(host).getUid().getValue());
    assertEquals(
        List.of("REQUEST", "REQUEST", "CANCEL"),
        List.of(method(student), method(colleague), method(host)));
    assertTrue(event(host).getSequence().getValue() > former.calendarSequence());
    assertTrue(event(student).getSequence().getValue() > event(host).getSequence().getValue());
    assertEquals(
        List.of(LOU, "zoe@example.gouv.fr"),
        event(student).getAttendees().stream().map(to -> to.getEmail()).toList());
    assertTrue(student.text().contains("Lou Petit") && student.text().contains(LOU));
    assertTrue(colleague.text().contains("zoe@example.gouv.fr"));
    assertTrue(colleague.text().contains("/binome/" + idOf(LOU)));
    assertTrue(host.text().contains("Zoe Martin") && !host.text().contains(LOU));
    for (String reason : life.pair(PairId.of(idOf(LOU), ZOE)).origin().reasons()) {
      assertTrue(student.text().contains(reason) && colleague.text().contains(reason), reason);
    }
    assertEquals(3, ses.received().size(), "one mail each; what was asked is answered");
  }

  @Test
  void the_ambassador_reads_that_nothing_has_changed() {
    life.entrust(WITH_ZOE, LOU);
    life.decline(life.relay(WITH_ZOE));
    String text = sent("ada@example.gouv.fr", "relais-decline").text();
    assertTrue(text.contains("Rien n’est changé") && text.contains("Zoe Martin"), text);
    assertFalse(text.contains(LOU));
    assertEquals(1, ses.received().size(), "what was asked is asked no more");
  }

  @Test
  void a_request_that_was_replaced_or_whose_pair_is_off_is_not_sent() {
    life.entrust(WITH_ZOE, "max@example.gouv.fr");
    life.entrust(WITH_ZOE, LOU);
    sent(LOU, "relais");
    assertEquals(1, ses.received().size());
    life.entrust(Life.WITH_YAN, LOU);
    life.cancel(ADA, Life.WITH_YAN);
    send(post());
    assertTrue(
        ses.received().stream()
            .noneMatch(mail -> mail.destination().equals("max@example.gouv.fr")));
    assertEquals(1, ses.received().stream().filter(mail -> mail.destination().equals(LOU)).count());
  }

  @Test
  void it_counts_in_the_budget_for_strangers() {
    life.entrust(WITH_ZOE, LOU);
    life.entrust(Life.WITH_YAN, LOU);
    List<SendResult> results = keys().stream().map(post().sendingAtMost(1).sender()::send).toList();
    assertEquals(List.of(SendResult.SENT, SendResult.POSTPONED), results);
  }

  @Test
  void a_bounce_at_the_colleague_s_is_told_to_the_ambassador_and_says_nothing_about_them() {
    life.entrust(WITH_ZOE, LOU);
    sent(LOU, "relais");
    String key = keys().getFirst();
    reject(key, Gravity.TEMPORAIRE);
    assertTrue(
        TABLES.tables(() -> NOON).pairs().relays().find(WITH_ZOE).isPresent(),
        "a full mailbox may be emptied");

    reject(key, Gravity.DEFINITIF);
    reject(key, Gravity.DEFINITIF);
    assertEquals(Optional.empty(), TABLES.tables(() -> NOON).pairs().relays().find(WITH_ZOE));
    String text = sent("ada@example.gouv.fr", "relais-decline").text();
    assertTrue(text.contains("vérifiez son adresse") && !text.contains(LOU), text);
    assertEquals(2, ses.received().size(), "the request and its end, once");
    assertTrue(life.person(ADA).reachability().stopped().isEmpty());
    assertTrue(life.person(ADA).reachability().toCall().isEmpty());
    assertEquals("REJETE", post().text(key, "statut"));
  }

  @Test
  void a_bounce_of_an_earlier_request_leaves_the_one_that_replaced_it() {
    life.entrust(WITH_ZOE, "max@example.gouv.fr");
    sent("max@example.gouv.fr", "relais");
    String earlier = keys().getFirst();
    life.entrust(WITH_ZOE, LOU);
    reject(earlier, Gravity.DEFINITIF);
    assertEquals(Optional.of(LOU), life.relay(WITH_ZOE).address());
    assertEquals(2, keys().size(), "nobody is told");
  }

  private static void reject(String key, Gravity gravity) {
    new RejectionRecorder(TABLES.tables(() -> NOON))
        .record(
            new Rejection(
                "id-1",
                Optional.of(key),
                List.of(LOU),
                gravity,
                "l’adresse n’existe pas",
                Life.TODAY));
  }
}
