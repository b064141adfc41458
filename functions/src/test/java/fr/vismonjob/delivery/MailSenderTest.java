package fr.vismonjob.delivery;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.SesServer.Behaviour;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.dynamodb.TappedClient.Fault;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.mail.AllowanceTable;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.MailStatus;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class MailSenderTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();

  private final RegistrationBuilder ada = ambassador("Ada");
  private final String id = ada.build().id();

  private Post post() {
    return Post.of(TABLES, ses.client());
  }

  @BeforeEach
  void ada_is_confirmed() {
    post().edition(EditionBuilder.edition()).registered(ada);
  }

  private String queued() {
    return post().queue(MailKind.LINK, id);
  }

  private String queuedFarewell() {
    TABLES.write(TABLES.update("Registrations", id).delete());
    return post()
        .queue(
            MailKind.ERASED,
            id,
            "edition",
            "2026",
            "destinataire",
            "ada@example.gouv.fr",
            "prenom",
            "Ada");
  }

  @Test
  void a_mail_that_ses_takes_is_recorded_with_its_number() {
    String key = queued();
    assertEquals(SendResult.SENT, post().sender().send(key));
    assertEquals(MailStatus.ENVOYE, post().status(key));
    assertEquals("id-1", post().text(key, "ses_message_id"));
    assertEquals(Post.NOW.toString(), post().text(key, "envoye_le"));
    assertEquals("vis-mon-job@numerique.gouv.fr", ses.received().getFirst().source());
    assertEquals("ada@example.gouv.fr", ses.received().getFirst().destination());
  }

  @Test
  void a_trial_environment_writes_only_to_whom_it_may() {
    String key = queued();
    assertEquals(SendResult.POINTLESS, post().writingOnlyTo("*@essai.fr").sender().send(key));
    assertEquals(MailStatus.SANS_OBJET, post().status(key));
    assertEquals(
        "environnement d’essai : il n’écrit qu’aux adresses du paramètre AllowedRecipients",
        post().text(key, "motif"));
    assertEquals(List.of(), ses.received());
  }

  @Test
  void ses_is_told_where_to_report_to_and_by_which_key() {
    String key = queued();
    post().sender().send(key);
    assertEquals("mail-events", ses.received().getFirst().events());
    String tag = ses.received().getFirst().tag();
    assertTrue(tag.matches("envoi=[A-Za-z0-9_-]{1,256}"), tag);
    assertEquals(Optional.of(key), MailTag.key(tag.substring("envoi=".length())));
  }

  @Test
  void a_batch_writes_links_under_the_key_as_it_is_when_the_batch_begins() {
    AtomicReference<String> linkKey = new AtomicReference<>("former");
    InstantSource clock = InstantSource.fixed(Post.NOW);
    Keyed keyed = new Keyed(clock, () -> "ids", linkKey::get);
    MailSender usual = post().sender();
    MailSender sender =
        new MailSender(
            usual.mails(),
            new LetterReader(TABLES.editions(clock), TABLES.tables(clock), keyed),
            usual.transport(),
            usual.site(),
            usual.recipients(),
            usual.allowances(),
            usual.budget(),
            clock);
    SecretLink former = SecretLink.of(id, 1, keyed);
    linkKey.set("present");
    assertEquals(
        SendResult.SENT, sender.send(queued(), sender.batch("run", LocalDate.parse("2026-11-10"))));
    String text = ReceivedMail.of(ses.received().getFirst().message()).text();
    assertFalse(text.contains(former.text()));
    assertTrue(text.contains(SecretLink.of(id, 1, keyed).text()), text);
  }

  @ParameterizedTest
  @EnumSource(MailKind.class)
  void the_longest_key_fits_in_a_tag(MailKind kind) {
    String longest = kind.code() + "/" + "f".repeat(32) + "/" + "f".repeat(32) + "/2026-11-24";
    assertTrue(MailTag.value(longest).length() <= 256);
  }

  @Test
  void ten_senders_at_once_send_once() throws InterruptedException, ExecutionException {
    assertTenSendOnce(TABLES.client());
  }

  @Test
  void ten_senders_send_once_even_if_each_answer_of_the_table_is_lost_once()
      throws InterruptedException, ExecutionException {
    assertTenSendOnce(TappedClient.losingAnswers(TABLES.client()).client());
  }

  private void assertTenSendOnce(DynamoDbClient client)
      throws InterruptedException, ExecutionException {
    String key = queued();
    MailSender sender = post().sender(client);
    List<Callable<SendResult>> senders = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      senders.add(() -> sender.send(key));
    }
    List<SendResult> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
      for (Future<SendResult> outcome : threads.invokeAll(senders)) {
        outcomes.add(outcome.get());
      }
    }
    assertEquals(1, outcomes.stream().filter(o -> o == SendResult.SENT).count());
    assertEquals(9, outcomes.stream().filter(o -> o == SendResult.NOT_WAITING).count());
    assertEquals(1, ses.received().size());
    assertEquals(MailStatus.ENVOYE, post().status(key));
  }

  @ParameterizedTest
  @CsvSource({"THROTTLE,TO_RETRY", "NOT_VERIFIED,HELD_BACK", "REJECT,FAILED", "HANG_UP,UNKNOWN"})
  void a_lost_answer_of_the_table_changes_no_outcome(Behaviour behaviour, SendResult outcome) {
    String key = queued();
    ses.next(behaviour);
    DynamoDbClient losing = TappedClient.losingAnswers(TABLES.client()).client();
    assertEquals(outcome, post().sender(losing).send(key));
    assertEquals(1, ses.received().size());
  }

  @ParameterizedTest
  @EnumSource(names = {"THROTTLE", "BREAK_DOWN"})
  void what_ses_says_it_did_not_send_waits_and_goes_later(Behaviour behaviour) {
    String key = queued();
    ses.next(behaviour);
    assertEquals(SendResult.TO_RETRY, post().sender().send(key));
    assertEquals(MailStatus.A_ENVOYER, post().status(key));
    assertFalse(post().item(key).containsKey("pris_le"));
    assertEquals(1, ses.received().size(), "the client does not repeat by itself");

    assertEquals(SendResult.SENT, post().sender().send(key));
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_VERIFIED", "PAUSE_SENDING", "REFUSE_CREDENTIALS"})
  void what_ses_refuses_of_every_mail_waits_and_the_cause_names_edition_and_sender(
      Behaviour behaviour) {
    String key = queued();
    ses.next(behaviour);
    assertEquals(SendResult.HELD_BACK, post().sender().send(key));
    String cause = post().text(key, "motif");
    assertTrue(cause.contains("« 2026 », « expediteur » vis-mon-job@numerique.gouv.fr"), cause);
    assertEquals("flux", post().text(key, "retenu_par"));
    assertEquals(MailStatus.A_ENVOYER, post().status(key));
    assertFalse(post().item(key).containsKey("pris_le"));
    assertEquals(1, ses.received().size(), "the client does not repeat by itself");

    assertEquals(SendResult.SENT, post().sender().send(key));
    assertFalse(post().item(key).containsKey("motif"));
    assertFalse(post().item(key).containsKey("retenu_par"));
  }

  @Test
  void a_mail_for_which_no_connection_was_made_waits() throws IOException {
    String key = queued();
    assertEquals(SendResult.TO_RETRY, Post.of(TABLES, ses.clientOfNobody()).sender().send(key));
    assertEquals(MailStatus.A_ENVOYER, post().status(key));
  }

  @Test
  void a_refused_mail_has_failed_and_its_reason_names_no_address() {
    String key = queued();
    ses.next(Behaviour.REJECT);
    assertEquals(SendResult.FAILED, post().sender().send(key));
    assertEquals(MailStatus.ECHEC, post().status(key));
    assertEquals(
        "refusé par SES : MessageRejected (Address adresse is suppressed.)",
        post().text(key, "motif"));
    assertEquals(Post.NOW.toString(), post().text(key, "echec_le"));
    assertEquals(SendResult.NOT_WAITING, post().sender().send(key));
  }

  @Test
  void an_address_that_is_none_fails_before_anything_leaves() {
    post().registered(ada.person(named("Ada", "Martin", "ada@@example.gouv.fr")));
    String key = queued();
    assertEquals(SendResult.FAILED, post().sender().send(key));
    assertEquals(MailStatus.ECHEC, post().status(key));
    assertFalse(post().text(key, "motif").contains("@"));
    assertEquals(List.of(), ses.received());
  }

  @ParameterizedTest
  @EnumSource(names = {"STAY_SILENT", "HANG_UP", "GATEWAY_TIMEOUT"})
  void what_may_have_left_is_never_sent_again(Behaviour behaviour) {
    String before = post().queue(MailKind.CONFIRMED, id);
    String key = queued();
    Post post = post();
    // The second request goes over the first one's connection, where HTTP clients like to repeat
    // it.
    assertEquals(SendResult.SENT, post.sender().send(before));
    ses.next(behaviour);
    assertEquals(SendResult.UNKNOWN, post.sender().send(key));
    assertEquals(MailStatus.EN_COURS, post.status(key));
    assertEquals(SendResult.NOT_WAITING, post.sender().send(key));
    assertEquals(2, ses.received().size());
  }

  @Test
  void a_claim_without_news_for_an_hour_ends_as_failed_with_an_unknown_outcome() {
    String key = queued();
    ses.next(Behaviour.HANG_UP);
    post().sender().send(key);

    assertEquals(
        0, TABLES.mails().ledger().settleStaleClaims(Post.NOW.plus(Duration.ofMinutes(59))));
    assertEquals(MailStatus.EN_COURS, post().status(key));

    Instant later = Post.NOW.plus(Duration.ofMinutes(61));
    assertEquals(1, TABLES.mails().ledger().settleStaleClaims(later));
    assertEquals(MailStatus.ECHEC, post().status(key));
    assertTrue(post().text(key, "motif").startsWith("issue inconnue"));
    assertEquals(0, TABLES.mails().ledger().settleStaleClaims(later));
  }

  @Test
  void the_last_attempt_gives_up_what_ses_does_not_take() {
    String key = queued();
    ses.next(Behaviour.THROTTLE);
    Batch batch = new Batch("run", LocalDate.parse("2026-11-10"));
    assertEquals(SendResult.FAILED, post().sender().sendOrGiveUp(key, batch));
    assertEquals(MailStatus.ECHEC, post().status(key));
    String other = post().queue(MailKind.CONFIRMED, id);
    assertEquals(SendResult.SENT, post().sender().sendOrGiveUp(other, batch));
  }

  @Test
  void what_another_sender_has_claimed_is_not_given_up() {
    String key = queued();
    assertTrue(TABLES.mails().claim(key, Post.NOW).isPresent());
    assertEquals(SendResult.NOT_WAITING, post().sender().giveUpAfterFault(key));
    assertEquals(MailStatus.EN_COURS, post().status(key));
    TABLES.mails().release(key);
    assertEquals(SendResult.FAILED, post().sender().giveUpAfterFault(key));
    assertEquals(MailStatus.ECHEC, post().status(key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jour", "expediteur"})
  void a_mail_whose_edition_has_a_wrong_value_is_held_back_until_the_correction(String attribute) {
    String key = queued();
    TABLES.put("Editions", EditionBuilder.edition().item(attribute, "ada(a)example.org"));
    assertEquals(SendResult.HELD_BACK, post().sender().send(key));
    assertEquals(MailStatus.A_ENVOYER, post().status(key));
    assertEquals("2026", post().text(key, "retenu_edition"));
    assertEquals(
        "À corriger : édition « 2026 », attribut « %s ». Les mails attendent.".formatted(attribute),
        post().text(key, "motif"));

    post().edition(EditionBuilder.edition());
    assertEquals(SendResult.SENT, post().sender().send(key));
  }

  @Test
  void a_value_that_only_the_words_of_a_mail_need_holds_it_back_as_well() {
    String key = post().queue(MailKind.CONFIRMED, id);
    TABLES.put("Editions", EditionBuilder.edition().item("dernier_appariement", "bientôt"));
    assertEquals(SendResult.HELD_BACK, post().sender().send(key));
    assertEquals(MailStatus.A_ENVOYER, post().status(key));
  }

  @Test
  void a_mail_about_a_row_that_cannot_be_read_has_failed_and_names_what_is_to_correct() {
    String key = queued();
    TABLES.update("Registrations", id).set("statut", "PEUT-ETRE").apply();
    assertEquals(SendResult.FAILED, post().sender().send(key));
    assertEquals(MailStatus.ECHEC, post().status(key));
    String reason = post().text(key, "motif");
    assertTrue(reason.startsWith("à corriger : ") && reason.contains("statut"), reason);
    assertEquals(List.of(), ses.received());
  }

  /** How an attempt at a mail ends if nothing goes wrong. */
  private enum Ending {
    SENT(MailStatus.ENVOYE),
    SENT_TO_A_STRANGER(MailStatus.ENVOYE),
    POSTPONED(MailStatus.A_ENVOYER),
    POINTLESS(MailStatus.SANS_OBJET),
    THROTTLED(MailStatus.A_ENVOYER),
    REFUSED(MailStatus.ECHEC),
    SENDER_REFUSED(MailStatus.A_ENVOYER),
    EDITION_INVALID(MailStatus.A_ENVOYER),
    ROW_UNREADABLE(MailStatus.ECHEC);

    private final MailStatus status;

    Ending(MailStatus status) {
      this.status = status;
    }

    boolean isSent() {
      return status == MailStatus.ENVOYE;
    }
  }

  /** A mail whose next attempt ends like this; all but one cost something of the hour's budget. */
  private String queuedFor(Ending ending) {
    TABLES.empty();
    ses.received().clear();
    post().edition(EditionBuilder.edition()).registered(ada.status(Status.A_CONFIRMER));
    switch (ending) {
      case SENT -> {
        post().registered(ada.status(Status.CONFIRMEE));
        return queued();
      }
      case POSTPONED ->
          new AllowanceTable(TABLES.client(), "MailAllowances").countInHour(Post.NOW, 1);
      case POINTLESS -> post().registered(ada.status(Status.CONFIRMEE));
      case EDITION_INVALID ->
          TABLES.put("Editions", EditionBuilder.edition().item("expediteur", "ada(a)example.org"));
      case ROW_UNREADABLE -> TABLES.update("Registrations", id).set("statut", "PEUT-ETRE").apply();
      default -> {}
    }
    return post().queue(MailKind.CONFIRMATION, id);
  }

  private void attempt(Ending ending, String key, DynamoDbClient client) {
    switch (ending) {
      case THROTTLED -> ses.next(Behaviour.THROTTLE);
      case REFUSED -> ses.next(Behaviour.REJECT);
      case SENDER_REFUSED -> ses.next(Behaviour.NOT_VERIFIED);
      default -> {}
    }
    post().sendingAtMost(ending == Ending.POSTPONED ? 1 : 100).sender(client).send(key);
  }

  /**
   * Sending cannot be one with recording it, so one fault leaves it open whether a mail has left:
   * it is never sent again then, and an hour later it shows as failed. Any other fault leaves the
   * mail waiting, or ended.
   */
  @ParameterizedTest
  @EnumSource
  void after_a_fault_at_any_call_the_next_attempt_ends_as_the_first_would_have(Ending ending) {
    TappedClient counting = TappedClient.counting(TABLES.client());
    attempt(ending, queuedFor(ending), counting.client());
    List<String> open = new ArrayList<>();
    for (int n = 1; n <= counting.calls(); n++) {
      for (Fault fault : Fault.values()) {
        String key = queuedFor(ending);
        try {
          attempt(ending, key, TappedClient.failing(TABLES.client(), n, fault).client());
        } catch (RuntimeException _) {
          // It is handed over again.
        }
        attempt(ending, key, TABLES.client());
        if (post().status(key) == MailStatus.EN_COURS) {
          open.add(fault + " at call " + n);
          TABLES.mails().ledger().settleStaleClaims(Post.NOW.plus(Duration.ofMinutes(61)));
          assertEquals(MailStatus.ECHEC, post().status(key));
          assertTrue(ses.received().size() <= 1);
        } else {
          assertEquals(ending.status, post().status(key), fault + " at call " + n);
          if (ending.isSent()) {
            assertEquals(1, ses.received().size(), fault + " at call " + n);
          }
        }
      }
    }
    // The claim whose answer is lost, and the record that is not written.
    int last = counting.calls();
    assertEquals(
        ending.isSent()
            ? List.of("AFTER at call 1", "BEFORE at call " + last, "THROTTLED at call " + last)
            : List.of("AFTER at call 1"),
        open);
  }

  @Test
  void the_last_mail_leaves_no_trace_of_whom_it_went_to() {
    String key = queuedFarewell();
    assertEquals(SendResult.SENT, post().sender().send(key));
    assertEquals("ada@example.gouv.fr", ses.received().getFirst().destination());
    assertNamesNobody(key);
  }

  @Test
  void the_last_mail_leaves_no_trace_when_it_is_refused() {
    String key = queuedFarewell();
    ses.next(Behaviour.REJECT);
    assertEquals(SendResult.FAILED, post().sender().send(key));
    assertNamesNobody(key);
  }

  @Test
  void the_last_mail_leaves_no_trace_when_its_outcome_stays_unknown() {
    String key = queuedFarewell();
    ses.next(Behaviour.HANG_UP);
    post().sender().send(key);
    TABLES.mails().ledger().settleStaleClaims(Post.NOW.plus(Duration.ofHours(2)));
    assertEquals(MailStatus.ECHEC, post().status(key));
    assertNamesNobody(key);
  }

  @Test
  void the_last_mail_keeps_its_addressee_while_it_waits() {
    String key = queuedFarewell();
    ses.next(Behaviour.THROTTLE);
    post().sender().send(key);
    assertEquals(SendResult.SENT, post().sender().send(key));
    assertEquals("ada@example.gouv.fr", ses.received().getLast().destination());
  }

  private void assertNamesNobody(String key) {
    assertTrue(
        post().item(key).values().stream()
            .noneMatch(
                value ->
                    value.s() != null
                        && value.s().toLowerCase(java.util.Locale.ROOT).contains("ada")));
  }
}
