package fr.vismonjob.function;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.MailSender;
import fr.vismonjob.delivery.Post;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.FailingClient;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.MailStatus;
import fr.vismonjob.metric.MetricLines;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class SendMailsFunctionTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();
  private final MetricLines metrics = new MetricLines();

  private final RegistrationBuilder ada = ambassador("Ada").status(Status.A_CONFIRMER);
  private final RegistrationBuilder zoe = student("Zoe").status(Status.A_CONFIRMER);
  private final String toAda = "relance/" + RegistrationBuilder.id("Ada") + "/1";
  private final String toZoe = "relance/" + RegistrationBuilder.id("Zoe") + "/1";

  private Post post() {
    return Post.of(TABLES, ses.client());
  }

  @BeforeEach
  void two_people_have_not_confirmed_yet() {
    post().edition(EditionBuilder.edition()).registered(ada, zoe);
    post().queue(MailKind.NUDGE, RegistrationBuilder.id("Ada"));
    post().queue(MailKind.NUDGE, RegistrationBuilder.id("Zoe"));
  }

  private String handle(TestContext context) throws IOException {
    return handle(Files.readString(Path.of("../events/send-mails.json")), context);
  }

  private String handle(String event, TestContext context) {
    return handle(event, context, post()::sender);
  }

  private String handle(String event, TestContext context, Supplier<MailSender> sender) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new SendMailsFunction(sender, metrics.metrics())
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, context);
    return answer.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_batch_leaves_in_order() throws IOException {
    assertEquals(
        "{\"envoyes\":2,\"sans_objet\":0,\"echecs\":0,\"a_reprendre\":[]}",
        handle(new TestContext()));
    assertEquals(
        "ada@example.gouv.fr,zoe@example.gouv.fr",
        String.join(",", ses.received().stream().map(SesServer.Received::destination).toList()));
  }

  @Test
  void the_mails_of_a_batch_are_counted_by_their_outcome() throws IOException {
    handle(new TestContext());
    assertEquals(List.of("Mails[SENT,WORKFLOW]=2"), metrics.written());
  }

  @Test
  void the_same_batch_again_sends_nothing() throws IOException {
    handle(new TestContext());
    assertEquals(
        "{\"envoyes\":0,\"sans_objet\":0,\"echecs\":0,\"a_reprendre\":[]}",
        handle(new TestContext()));
    assertEquals(2, ses.received().size());
  }

  @Test
  void what_could_not_go_is_listed_and_the_rest_goes() throws IOException {
    ses.next(SesServer.Behaviour.THROTTLE);
    assertEquals(
        "{\"envoyes\":1,\"sans_objet\":0,\"echecs\":0,\"a_reprendre\":[\"" + toAda + "\"]}",
        handle(new TestContext()));
    assertEquals(MailStatus.A_ENVOYER, post().status(toAda));
  }

  @Test
  void the_last_attempt_records_as_failed_what_could_not_go() throws IOException {
    ses.next(SesServer.Behaviour.THROTTLE);
    assertEquals(
        "{\"envoyes\":1,\"sans_objet\":0,\"echecs\":1,\"a_reprendre\":[]}",
        handle(lastAttempt(), new TestContext()));
    assertEquals(MailStatus.ECHEC, post().status(toAda));
    assertEquals(
        "le service d’envoi n’a pas pris le mail malgré plusieurs essais",
        post().text(toAda, "motif"));
    assertEquals(MailStatus.ENVOYE, post().status(toZoe));
  }

  @Test
  void what_could_not_be_read_at_the_last_attempt_is_not_told_as_a_fault_of_ses()
      throws IOException {
    DynamoDbClient failing = FailingClient.onCall(TABLES.client(), 1, "getItem").client();
    assertEquals(
        "{\"envoyes\":1,\"sans_objet\":0,\"echecs\":1,\"a_reprendre\":[]}",
        handle(lastAttempt(), new TestContext(), () -> post().sender(failing)));
    assertEquals(MailStatus.ECHEC, post().status(toAda));
    assertEquals(
        "l’application n’a pas pu lire de quoi écrire le mail malgré plusieurs essais",
        post().text(toAda, "motif"));
    assertEquals(1, ses.received().size());
  }

  @Test
  void a_wrong_value_in_another_edition_delays_no_mail_and_gives_none_up() throws IOException {
    TABLES.put("Editions", EditionBuilder.edition("2027").item("expediteur", "vis-mon-job"));
    TABLES.put("Registrations", ada.edition("2027").item());
    for (String event :
        List.of(Files.readString(Path.of("../events/send-mails.json")), lastAttempt())) {
      assertTrue(handle(event, new TestContext()).endsWith("\"echecs\":0,\"a_reprendre\":[]}"));
      assertEquals(MailStatus.A_ENVOYER, post().status(toAda));
      assertEquals("2027", post().text(toAda, "retenu_edition"));
      assertEquals(MailStatus.ENVOYE, post().status(toZoe));
    }
  }

  private static String lastAttempt() throws IOException {
    return Files.readString(Path.of("../events/send-mails-last-attempt.json"));
  }

  @Test
  void the_last_attempt_gives_up_nothing_that_it_had_no_time_for() throws IOException {
    String answer = handle(lastAttempt(), new TestContext(5_000));
    assertTrue(answer.contains("\"a_reprendre\":[\"" + toAda + "\",\"" + toZoe + "\"]"), answer);
    assertEquals(MailStatus.A_ENVOYER, post().status(toAda));
  }

  @Test
  void once_ses_has_refused_the_sender_it_is_not_asked_again_and_nothing_is_given_up()
      throws IOException {
    ses.next(SesServer.Behaviour.NOT_VERIFIED);
    assertEquals(
        "{\"envoyes\":0,\"sans_objet\":0,\"echecs\":0,\"a_reprendre\":[]}",
        handle(lastAttempt(), new TestContext()));
    assertEquals(1, ses.received().size());
    assertEquals(MailStatus.A_ENVOYER, post().status(toAda));
    assertEquals(MailStatus.A_ENVOYER, post().status(toZoe));
    assertEquals("2026", post().text(toZoe, "retenu_edition"));
  }

  @Test
  void failed_and_pointless_mails_are_counted() throws IOException {
    post().registered(ada.status(Status.CONFIRMEE));
    ses.next(SesServer.Behaviour.HANG_UP);
    assertEquals(
        "{\"envoyes\":0,\"sans_objet\":1,\"echecs\":1,\"a_reprendre\":[]}",
        handle(new TestContext()));
  }

  @Test
  void with_too_little_time_left_nothing_is_begun() throws IOException {
    assertEquals(
        "{\"envoyes\":0,\"sans_objet\":0,\"echecs\":0,\"a_reprendre\":[\""
            + toAda
            + "\",\""
            + toZoe
            + "\"]}",
        handle(new TestContext(5_000)));
    assertEquals(MailStatus.A_ENVOYER, post().status(toZoe));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"envois\":[]}",
        "{\"envois\":\"a\",\"par_seconde\":1}",
        "{\"envois\":[],\"par_seconde\":0}",
        "{\"envois\":[],\"today\":\"2026-11-10\",\"par_seconde\":1}",
        "{\"envois\":[],\"today\":\"2026-11-10\",\"par_seconde\":1,\"tentative\":1}"
      })
  void a_wrong_input_is_refused_before_anything_is_sent(String event) {
    assertThrows(IllegalArgumentException.class, () -> handle(event, new TestContext()));
  }

  @Test
  void the_rate_is_kept() {
    Pace pace = Pace.perSecond(50);
    long start = System.nanoTime();
    for (int i = 0; i < 6; i++) {
      pace.await();
    }
    assertTrue(System.nanoTime() - start >= Duration.ofMillis(100).toNanos());
  }
}
