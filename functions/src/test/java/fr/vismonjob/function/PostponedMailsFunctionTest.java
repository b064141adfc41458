package fr.vismonjob.function;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.Batch;
import fr.vismonjob.delivery.Post;
import fr.vismonjob.delivery.SendResult;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.FailingClient;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.MailStatus;
import fr.vismonjob.metric.MetricLines;
import fr.vismonjob.pairing.Life;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The budget of an hour for mails to addresses that have not confirmed, here two. */
final class PostponedMailsFunctionTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();
  private final MetricLines metrics = new MetricLines();

  private static final List<String> NAMES = List.of("Ada", "Bob", "Eve", "Lou", "Zoe");

  private List<String> keys = List.of();

  private Post post() {
    return Post.of(TABLES, ses.client()).sendingAtMost(2);
  }

  private Post later(int hours) {
    return post().at(Post.NOW.plus(Duration.ofHours(hours)));
  }

  @BeforeEach
  void five_people_have_to_confirm() {
    post().edition(EditionBuilder.edition());
    NAMES.forEach(name -> post().registered(student(name).status(Status.A_CONFIRMER)));
    keys =
        NAMES.stream()
            .map(name -> post().queue(MailKind.CONFIRMATION, RegistrationBuilder.id(name)))
            .toList();
  }

  private List<SendResult> sendAll(Post post) {
    return keys.stream().map(key -> post.sender().send(key)).toList();
  }

  private String everyHour(Post post) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new PostponedMailsFunction(
            TABLES.mails().ledger(),
            post::sender,
            InstantSource.fixed(post.now()),
            metrics.metrics())
        .handleRequest(
            new ByteArrayInputStream(Files.readAllBytes(Path.of("../events/postponed-mails.json"))),
            answer,
            new TestContext());
    return answer.toString(StandardCharsets.UTF_8);
  }

  @Test
  void beyond_the_budget_mails_wait_and_say_why() {
    assertEquals(
        List.of(
            SendResult.SENT,
            SendResult.SENT,
            SendResult.POSTPONED,
            SendResult.POSTPONED,
            SendResult.POSTPONED),
        sendAll(post()));
    assertEquals(2, ses.received().size());
    assertEquals(MailStatus.A_ENVOYER, post().status(keys.getLast()));
    assertTrue(post().text(keys.getLast(), "motif").contains("partira plus tard"));
  }

  @Test
  void they_leave_in_later_hours_by_themselves_each_once() throws IOException {
    sendAll(post());
    assertEquals("{\"envoyes\":0}", everyHour(post()), "the hour is not over");
    assertEquals("{\"envoyes\":2}", everyHour(later(1)));
    assertEquals("{\"envoyes\":1}", everyHour(later(2)));
    assertEquals("{\"envoyes\":0}", everyHour(later(3)));
    assertEquals(
        NAMES.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList(),
        ses.received().stream().map(mail -> mail.destination().split("@", 2)[0]).sorted().toList());
    keys.forEach(key -> assertEquals(MailStatus.ENVOYE, post().status(key)));
  }

  @Test
  void a_mail_that_ses_does_not_take_in_its_later_hour_is_tried_again() throws IOException {
    sendAll(post());
    ses.next(SesServer.Behaviour.THROTTLE, SesServer.Behaviour.THROTTLE);
    assertEquals("{\"envoyes\":1}", everyHour(later(1)));
    assertEquals("{\"envoyes\":2}", everyHour(later(2)));
  }

  /** The letter is written of the pair and of what is asked in it. */
  @Test
  void a_request_to_a_colleague_leaves_in_a_later_hour() throws IOException {
    TABLES.empty();
    Life.begun(TABLES).entrust(Life.WITH_ZOE, "lou@example.gouv.fr");
    assertLeavesLater("lou@example.gouv.fr", TABLES.items("Mails").getFirst());
  }

  /** The letter takes the day and the seat out of the calendar. */
  @Test
  void the_last_mail_of_somebody_who_registered_again_leaves_in_a_later_hour() throws IOException {
    TABLES.empty();
    Life.begun(TABLES);
    post().registered(ambassador("Ada").number(2).status(Status.A_CONFIRMER));
    String key = post().queue(MailKind.WITHDRAWN, Life.ADA, "seance", Life.SEAT, "sequence", "1");
    assertLeavesLater("ada@example.gouv.fr", post().item(key));
  }

  private void assertLeavesLater(String address, Map<String, AttributeValue> mail)
      throws IOException {
    String key = Item.of(mail).required("envoi");
    post().edition(EditionBuilder.edition());
    Post noon = post().at(Instant.parse("2026-11-12T11:00:00Z")).sendingAtMost(1);
    assertTrue(
        noon.sender().allowances().countInHour(noon.now(), noon.sender().budget().getAsInt()));
    assertEquals(SendResult.POSTPONED, noon.sender().send(key));
    assertEquals("{\"envoyes\":1}", everyHour(noon.at(noon.now().plus(Duration.ofHours(1)))));
    assertEquals(address, ses.received().getFirst().destination());
  }

  @ParameterizedTest
  @EnumSource(names = {"THROTTLE", "BREAK_DOWN", "NOT_VERIFIED"})
  void what_ses_did_not_take_costs_nothing_of_the_budget(SesServer.Behaviour behaviour) {
    SesServer.Behaviour[] always = new SesServer.Behaviour[NAMES.size()];
    Arrays.fill(always, behaviour);
    ses.next(always);
    assertTrue(sendAll(post()).stream().noneMatch(SendResult.POSTPONED::equals));
    assertEquals(NAMES.size(), ses.received().size());
    assertEquals(0, counted());
    assertEquals(2, sendAll(post()).stream().filter(SendResult.SENT::equals).count());
    assertEquals(2, counted());
  }

  @ParameterizedTest
  @EnumSource(names = {"HANG_UP", "REJECT"})
  void what_may_have_left_or_was_refused_for_good_counts(SesServer.Behaviour behaviour) {
    ses.next(behaviour);
    sendAll(post());
    assertEquals(2, ses.received().size());
    assertEquals(2, counted());
  }

  @Test
  void a_batch_whose_sender_is_refused_asks_for_no_more_of_the_budget() {
    ses.next(SesServer.Behaviour.NOT_VERIFIED);
    Batch batch = new Batch("a run", LocalDate.parse("2026-11-10"));
    Post one = post().sendingAtMost(1);
    keys.forEach(key -> assertEquals(SendResult.HELD_BACK, one.sender().send(key, batch)));
    assertEquals(1, ses.received().size());
    assertEquals(0, counted());
  }

  @Test
  void what_cannot_be_given_back_costs_one_and_changes_no_outcome() {
    ses.next(SesServer.Behaviour.THROTTLE);
    DynamoDbClient failing = FailingClient.onCall(TABLES.client(), 4, "updateItem").client();
    assertEquals(SendResult.TO_RETRY, post().sender(failing).send(keys.getFirst()));
    assertEquals(MailStatus.A_ENVOYER, post().status(keys.getFirst()));
    assertEquals(1, counted());
  }

  /** How many of this hour's budget are taken. */
  private static long counted() {
    return TABLES.items("MailAllowances").stream()
        .map(Item::of)
        .filter(item -> item.required("destinataire").startsWith("heure/"))
        .mapToLong(item -> item.requiredNumber("nombre"))
        .sum();
  }

  @Test
  void a_mail_to_somebody_confirmed_needs_no_budget_and_gives_none_back() {
    sendAll(post());
    post().registered(student("Max"));
    String link = post().queue(MailKind.LINK, RegistrationBuilder.id("Max"));
    ses.next(SesServer.Behaviour.THROTTLE);
    assertEquals(SendResult.TO_RETRY, post().sender().send(link));
    assertEquals(2, counted());
    assertEquals(SendResult.SENT, post().sender().send(link));
  }

  @Test
  void no_workflow_tries_what_waits_for_a_later_hour_whoever_has_postponed_it() throws IOException {
    Batch batch = new Batch("a run", LocalDate.parse("2026-11-10"));
    keys.subList(0, 4).forEach(key -> post().sender().send(key, batch));
    post().sender().send(keys.getLast());
    assertEquals(List.of(), TABLES.mails().ledger().waiting(later(1).now(), "a run"));
    everyHour(later(1).sendingAtMost(0));
    assertEquals(List.of(), TABLES.mails().ledger().waiting(later(1).now(), "another run"));
  }

  @Test
  void one_that_its_later_hour_could_not_send_for_another_reason_is_sent_by_hours_and_runs()
      throws IOException {
    sendAll(post());
    ses.next(SesServer.Behaviour.NOT_VERIFIED);
    everyHour(later(1).sendingAtMost(5));
    assertEquals(keys.subList(2, 5), TABLES.mails().ledger().waiting(later(1).now(), "a run"));
    assertEquals("{\"envoyes\":3}", everyHour(later(2).sendingAtMost(5)));
  }

  @Test
  void one_that_failed_in_its_later_hour_waits_for_no_hour_any_more() throws IOException {
    sendAll(post());
    ses.next(SesServer.Behaviour.REJECT);
    everyHour(later(1).sendingAtMost(1));
    List<String> failed =
        keys.stream().filter(key -> post().status(key) == MailStatus.ECHEC).toList();
    assertEquals(1, failed.size());
    assertEquals("", post().text(failed.getFirst(), "reporte_le"));
  }

  @Test
  void the_alarm_counts_what_is_postponed_by_the_stream() throws IOException {
    Post one = post().sendingAtMost(1);
    one.sender().send(keys.getLast());
    MailStreamFunction stream = new MailStreamFunction(one::sender, metrics.metrics());
    String event =
        "{\"Records\":[{\"dynamodb\":{\"SequenceNumber\":\"1\",\"Keys\":{\"envoi\":{\"S\":\"%s\"}}}}]}"
            .formatted(keys.getFirst());
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    stream.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
        answer,
        new TestContext());
    assertEquals("{\"batchItemFailures\":[]}", answer.toString(StandardCharsets.UTF_8));
    assertEquals(List.of("Mails[POSTPONED,STREAM]=1", "MailsPostponed[]=1"), metrics.written());
  }

  @Test
  void senders_at_the_same_time_exceed_the_budget_by_none() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
      List<Callable<SendResult>> all =
          keys.stream().<Callable<SendResult>>map(key -> () -> post().sender().send(key)).toList();
      List<SendResult> outcomes = threads.invokeAll(all).stream().map(Future::resultNow).toList();
      assertEquals(2, outcomes.stream().filter(SendResult.SENT::equals).count());
    }
    assertEquals(2, ses.received().size());
  }
}
