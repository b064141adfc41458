package fr.vismonjob.function;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.Post;
import fr.vismonjob.delivery.ReceivedMail;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
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
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MailStreamFunctionTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();
  private final MetricLines metrics = new MetricLines();

  private static final String NOTHING_FAILED = "{\"batchItemFailures\":[]}";
  private static final String FIRST_FAILED =
      "{\"batchItemFailures\":[{\"itemIdentifier\":\"4421584500000000017450439091\"}]}";

  private final String ofAda = key("Ada");
  private final String ofZoe = key("Zoe");
  private final TestContext context = new TestContext();

  private static String key(String name) {
    return "confirmation/" + RegistrationBuilder.id(name) + "/1790841600000";
  }

  private Post post() {
    return Post.of(TABLES, ses.client());
  }

  @BeforeEach
  void two_people_have_just_registered() {
    post()
        .edition(EditionBuilder.edition())
        .registered(
            ambassador("Ada").status(Status.A_CONFIRMER),
            student("Zoe").status(Status.A_CONFIRMER));
    for (String name : List.of("Ada", "Zoe")) {
      TABLES
          .mails()
          .queueUnlessKnown(
              Mail.immediate(
                  MailKind.CONFIRMATION,
                  RegistrationBuilder.id(name),
                  "1790841600000",
                  Instant.parse("2026-10-01T08:00:00Z"),
                  new About.Own(1)));
    }
  }

  @Test
  void each_mail_is_counted_by_its_outcome() throws IOException {
    handle(post());
    handle(post());
    assertEquals(
        List.of(
            "Mails[SENT,STREAM]=1",
            "Mails[SENT,STREAM]=1",
            "Mails[NOT_WAITING,STREAM]=1",
            "Mails[NOT_WAITING,STREAM]=1"),
        metrics.written());
  }

  private String handle(Post post) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new MailStreamFunction(post::sender, metrics.metrics())
        .handleRequest(
            new ByteArrayInputStream(Files.readAllBytes(Path.of("../events/mail-stream.json"))),
            answer,
            context);
    return answer.toString(StandardCharsets.UTF_8);
  }

  @Test
  void each_new_mail_leaves_with_the_recipients_own_link() throws IOException {
    assertEquals(NOTHING_FAILED, handle(post()));
    assertEquals(
        List.of("ada@example.gouv.fr", "zoe@example.gouv.fr"),
        ses.received().stream().map(SesServer.Received::destination).toList());
    ReceivedMail mail = ReceivedMail.of(ses.received().getFirst().message());
    assertEquals("confirmation", mail.header("X-Vis-Mon-Job"));
    assertTrue(
        mail.bodies()
            .allMatch(
                body ->
                    body.contains(
                        "https://vismonjob.example/Prod/confirmation/"
                            + RegistrationBuilder.id("Ada")
                            + ".")));
    assertEquals(MailStatus.ENVOYE, post().status(ofAda));
    assertEquals("id-1", post().text(ofAda, "ses_message_id"));
  }

  @Test
  void the_same_batch_again_sends_nothing_again() throws IOException {
    handle(post());
    assertEquals(NOTHING_FAILED, handle(post()));
    assertEquals(2, ses.received().size());
  }

  @Test
  void a_mail_that_cannot_go_now_does_not_hold_up_the_next_and_is_named_for_the_retry()
      throws IOException {
    ses.next(SesServer.Behaviour.THROTTLE);
    assertEquals(FIRST_FAILED, handle(post()));
    assertEquals(MailStatus.A_ENVOYER, post().status(ofAda));
    assertEquals(MailStatus.ENVOYE, post().status(ofZoe));

    assertEquals(NOTHING_FAILED, handle(post()));
    assertEquals(MailStatus.ENVOYE, post().status(ofAda));
    assertEquals(3, ses.received().size());
  }

  @Test
  void an_edition_that_cannot_be_read_holds_the_mails_back_and_nobody_is_in_the_log()
      throws IOException {
    TABLES.put("Editions", EditionBuilder.edition().brokenItem());
    assertEquals(FIRST_FAILED, handle(post()));
    assertEquals(MailStatus.A_ENVOYER, post().status(ofAda));
    assertTrue(context.logged().getFirst().endsWith(": HELD_BACK"));
    assertTrue(context.logged().stream().noneMatch(line -> line.contains("@")));

    post().edition(EditionBuilder.edition());
    assertEquals(NOTHING_FAILED, handle(post()));
    assertEquals(MailStatus.ENVOYE, post().status(ofAda));
  }
}
