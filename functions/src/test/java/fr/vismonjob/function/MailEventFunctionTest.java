package fr.vismonjob.function;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.MailSender;
import fr.vismonjob.delivery.Post;
import fr.vismonjob.delivery.RejectionRecorder;
import fr.vismonjob.delivery.SendResult;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.dynamodb.TappedClient.Fault;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.pairing.Erasing;
import fr.vismonjob.pairing.PairBuilder;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Zoe is paired with Ada, and the mail about it comes back. */
final class MailEventFunctionTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();

  private static final String PERMANENT = "rejection-permanent.json";
  private static final String TRANSIENT = "rejection-transient.json";
  private static final String COMPLAINT = "rejection-complaint.json";
  private static final String UNTAGGED = "rejection-notification.json";

  private static final String ADA = RegistrationBuilder.id("Ada");
  private static final String ZOE = RegistrationBuilder.id("Zoe");
  private static final String SENT = "binome/" + ZOE + "/p1";
  private static final String NO_SUCH_ADDRESS = "l’adresse n’existe pas ou n’accepte aucun mail";

  private final TestContext context = new TestContext();

  @BeforeEach
  void a_pair_is_told() {
    TABLES.empty();
    begin();
  }

  private void begin() {
    RegistrationBuilder ada = ambassador("Ada").pairedWith("p1", "Zoe Martin");
    RegistrationBuilder zoe = student("Zoe").pairedWith("p1", "Ada Martin");
    Post post = post().edition(EditionBuilder.edition()).registered(ada, zoe);
    TABLES.put("Pairs", PairBuilder.pair("p1", ada.build(), zoe.build()).item());
    TABLES
        .mails()
        .queueUnlessKnown(
            Mail.campaign(
                MailKind.PAIR,
                ZOE,
                "p1",
                Post.NOW,
                new About.Meeting(1, "p1", Optional.empty(), Optional.empty())));
    TABLES.mails().claim(SENT, post.now());
    TABLES.mails().recordSent(SENT, post.now(), "ses-1");
  }

  private Post post() {
    return Post.of(TABLES, ses.client());
  }

  private String report(DynamoDbClient client, String event) {
    RejectionRecorder recorder = recorder(client);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      new MailEventFunction(recorder, InstantSource.fixed(Post.NOW))
          .handleRequest(Files.newInputStream(Path.of("../events", event)), answer, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  private String report(String event) {
    return report(TABLES.client(), event);
  }

  private static String outcome(RejectionRecorder.Handling outcome) {
    return "{\"rejets\":[\"" + outcome + "\"]}";
  }

  private static String attribute(String table, String key, String name) {
    return TABLES.row(table, key).attributes().getOrDefault(name, AttributeValue.fromS("")).s();
  }

  private static String ofZoe(String name) {
    return attribute("Registrations", ZOE, name);
  }

  private static String ofPair(String name) {
    return attribute("Pairs", "p1", name);
  }

  /** All rows, but for the marks of claims, which are drawn by lot. */
  private static SortedSet<String> everything() {
    SortedSet<String> all = new TreeSet<>();
    for (String table : List.of("Registrations", "Pairs", "Mails")) {
      for (Map<String, AttributeValue> item : TABLES.items(table)) {
        Map<String, AttributeValue> row = new TreeMap<>(item);
        row.remove("pris_par");
        all.add(table + " " + row);
      }
    }
    return all;
  }

  private SendResult send(MailKind kind) {
    String key = post().queue(kind, ZOE, "binome", "p1", "date", "2026-11-24");
    return post().sender().send(key);
  }

  @Test
  void a_permanent_bounce_shows_in_all_three_tables() {
    assertEquals(outcome(RejectionRecorder.Handling.RECORDED), report(PERMANENT));
    assertEquals("REJETE", post().text(SENT, "statut"));
    assertEquals("DEFINITIF", post().text(SENT, "rejet"));
    assertEquals(NO_SUCH_ADDRESS, post().text(SENT, "motif"));
    String toCall =
        "Le mail « binome » a été rejeté le mardi 10\u00a0novembre 2026 : " + NO_SUCH_ADDRESS + ".";
    assertEquals(toCall, ofZoe("a_appeler"));
    assertEquals(NO_SUCH_ADDRESS, ofZoe("mails_arretes"));
    assertEquals(toCall, ofPair("etudiant_a_appeler"));
    assertEquals("", ofPair("ambassadeur_a_appeler"));
    assertEquals("APPARIEE", ofZoe("statut"), "the pair stands");
  }

  @Test
  void a_pair_s_row_that_cannot_be_read_does_not_keep_it_from_the_person_s() {
    TABLES.update("Pairs", "p1").set("date", "bientôt").apply();
    assertEquals(outcome(RejectionRecorder.Handling.RECORDED), report(PERMANENT));
    assertEquals(NO_SUCH_ADDRESS, ofZoe("mails_arretes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {PERMANENT, COMPLAINT, UNTAGGED})
  void nothing_more_is_sent_after_a_permanent_bounce_or_a_complaint(String event) {
    report(event);
    assertEquals(SendResult.POINTLESS, send(MailKind.REMINDER_WEEK));
    assertEquals(List.of(), ses.received());
    assertTrue(
        post()
            .text("rappel-j7/" + ZOE + "/1", "motif")
            .startsWith("plus aucun mail n’est envoyé à cette personne : "));
  }

  @Test
  void the_partner_is_still_written_to() {
    report(PERMANENT);
    String key = post().queue(MailKind.REMINDER_WEEK, ADA, "binome", "p1", "date", "2026-11-24");
    assertEquals(SendResult.SENT, post().sender().send(key));
  }

  @Test
  void a_full_mailbox_is_a_case_for_the_organiser_and_stops_nothing() {
    report(TRANSIENT);
    assertEquals("REJETE", post().text(SENT, "statut"));
    assertEquals("TEMPORAIRE", post().text(SENT, "rejet"));
    assertTrue(ofZoe("a_appeler").endsWith("la boîte de réception est pleine."));
    assertTrue(ofPair("etudiant_a_appeler").endsWith("la boîte de réception est pleine."));
    assertEquals("", ofZoe("mails_arretes"));
    assertEquals(SendResult.SENT, send(MailKind.REMINDER_WEEK));
  }

  @ParameterizedTest
  @ValueSource(strings = {PERMANENT, TRANSIENT, COMPLAINT, UNTAGGED})
  void a_report_that_comes_again_changes_nothing_more(String event) {
    report(event);
    SortedSet<String> once = everything();
    assertEquals(outcome(RejectionRecorder.Handling.KNOWN), report(event));
    assertEquals(once, everything());
  }

  @Test
  void a_case_that_the_organiser_has_closed_stays_closed_when_the_report_comes_again() {
    report(PERMANENT);
    TABLES.put("Registrations", student("Zoe").pairedWith("p1", "Ada Martin").item());
    report(PERMANENT);
    assertEquals("", ofZoe("a_appeler"));
    assertEquals(SendResult.SENT, send(MailKind.REMINDER_WEEK));
  }

  @Test
  void in_whichever_order_reports_come_the_worst_one_counts() {
    report(TRANSIENT);
    report(PERMANENT);
    report(COMPLAINT);
    SortedSet<String> oneWay = everything();
    assertEquals("PLAINTE", post().text(SENT, "rejet"));

    TABLES.empty();
    begin();
    report(COMPLAINT);
    report(PERMANENT);
    report(TRANSIENT);
    assertEquals(oneWay, everything());
  }

  @Test
  void a_full_mailbox_does_not_hide_that_mails_are_stopped() {
    report(PERMANENT);
    String before = ofZoe("a_appeler");
    String second = post().queue(MailKind.CONFIRMED, ZOE);
    TABLES.mails().claim(second, Post.NOW);
    TABLES.mails().recordSent(second, Post.NOW, "ses-2");
    RejectionRecorder recorder = recorder(TABLES.client());
    assertEquals(
        RejectionRecorder.Handling.RECORDED,
        recorder.record(
            new fr.vismonjob.mail.Rejection(
                "ses-2",
                Optional.empty(),
                java.util.List.of(),
                fr.vismonjob.mail.Rejection.Gravity.TEMPORAIRE,
                "la boîte de réception est pleine",
                java.time.LocalDate.parse("2026-11-10"))));
    assertEquals("REJETE", post().text(second, "statut"));
    assertEquals(before, ofZoe("a_appeler"));
  }

  private static RejectionRecorder recorder(DynamoDbClient client) {
    return new RejectionRecorder(TABLES.tables(client, InstantSource.fixed(Post.NOW)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rejection-unknown-mail.json",
        "rejection-greeting.json",
        "rejection-absence.json"
      })
  void what_tells_of_no_rejection_of_ours_changes_nothing(String event) {
    SortedSet<String> before = everything();
    report(event);
    assertEquals(before, everything());
  }

  @Test
  void a_report_about_another_message_under_the_same_key_changes_nothing() {
    change("SET ses_message_id = :value", "ses-9");
    SortedSet<String> before = everything();
    assertEquals(outcome(RejectionRecorder.Handling.KNOWN), report(PERMANENT));
    assertEquals(before, everything());
  }

  @Test
  void a_report_that_overtakes_its_mails_sender_is_kept_and_the_sender_completes_it() {
    TABLES.empty();
    begin();
    setWaiting();
    MailSender sender = post().sender();
    ses.next(SesServer.Behaviour.HANG_UP);
    assertEquals(SendResult.UNKNOWN, sender.send(SENT), "SES took it; its answer is under way");
    assertEquals(outcome(RejectionRecorder.Handling.RECORDED), report(PERMANENT));

    TABLES.mails().recordSent(SENT, Post.NOW, "ses-1");
    assertEquals("REJETE", post().text(SENT, "statut"));
    assertEquals("ses-1", post().text(SENT, "ses_message_id"));
    assertEquals(Post.NOW.toString(), post().text(SENT, "envoye_le"));
    assertEquals("DEFINITIF", post().text(SENT, "rejet"));
  }

  @Test
  void a_report_tells_of_a_mail_whose_outcome_was_unknown() {
    setWaiting();
    ses.next(SesServer.Behaviour.HANG_UP);
    post().sender().send(SENT);
    TABLES.mails().ledger().settleStaleClaims(Post.NOW.plusSeconds(7200));
    assertEquals("ECHEC", post().text(SENT, "statut"));
    report(PERMANENT);
    assertEquals("REJETE", post().text(SENT, "statut"));
  }

  private static void setWaiting() {
    change("SET statut = :value REMOVE ses_message_id, envoye_le", "A_ENVOYER");
  }

  private static void change(String expression, String value) {
    TABLES
        .client()
        .updateItem(
            update ->
                update
                    .tableName("Mails")
                    .key(Map.of("envoi", AttributeValue.fromS(SENT)))
                    .updateExpression(expression)
                    .expressionAttributeValues(Map.of(":value", AttributeValue.fromS(value))));
  }

  @Test
  void a_person_who_has_registered_anew_since_is_left_alone() {
    post().registered(student("Zoe").number(2));
    report(PERMANENT);
    assertEquals("REJETE", post().text(SENT, "statut"));
    assertEquals("", ofZoe("a_appeler"));
    assertEquals("", ofZoe("mails_arretes"));
  }

  @Test
  void a_complaint_counts_after_registering_anew() {
    post().registered(student("Zoe").number(2));
    report(COMPLAINT);
    assertEquals("la personne a signalé le mail comme indésirable", ofZoe("mails_arretes"));
  }

  @Test
  void a_complaint_counts_after_withdrawing_and_nobody_is_to_call() {
    post().registered(student("Zoe").status(Status.RETIREE));
    report(COMPLAINT);
    assertEquals("la personne a signalé le mail comme indésirable", ofZoe("mails_arretes"));
    assertEquals("", ofZoe("a_appeler"));
  }

  /** SES tells of it as a bounce or as a complaint, by what put the address there. */
  @ParameterizedTest
  @ValueSource(strings = {"rejection-suppressed.json", "rejection-suppressed-complaint.json"})
  void the_account_s_suppression_list_is_named(String event) {
    report(event);
    assertEquals("DEFINITIF", post().text(SENT, "rejet"));
    assertTrue(post().text(SENT, "motif").contains("liste de suppression de notre compte"));
    assertFalse(post().text(SENT, "motif").contains("n’existe pas"));
  }

  @Test
  void a_pair_that_is_off_needs_no_call() {
    TABLES.put(
        "Pairs",
        PairBuilder.pair("p1", ambassador("Ada").build(), student("Zoe").build())
            .status(PairStatus.ANNULE)
            .item());
    report(PERMANENT);
    assertEquals("", ofPair("etudiant_a_appeler"));
  }

  @Test
  void the_last_mail_to_somebody_who_cannot_be_reached_is_not_sent_and_keeps_no_address() {
    report(PERMANENT);
    new Erasing(TABLES.tables(InstantSource.fixed(Post.NOW)))
        .erase(ZOE, TABLES.addresses(TABLES.client()));
    Map<String, AttributeValue> farewell = new HashMap<>(post().item("efface/" + ZOE + "/1"));
    assertFalse(farewell.toString().contains("@"), farewell.toString());
    assertEquals(SendResult.POINTLESS, post().sender().send("efface/" + ZOE + "/1"));
  }

  @Test
  void no_log_names_an_address() {
    report(PERMANENT);
    report(COMPLAINT);
    String logged = String.join("\n", context.logged());
    assertTrue(logged.contains("ses-1"), logged);
    assertFalse(logged.contains("@"), logged);
  }

  @ParameterizedTest
  @ValueSource(strings = {PERMANENT, UNTAGGED, COMPLAINT})
  void after_a_fault_at_any_call_the_report_handed_over_again_comes_to_the_same(String event) {
    TappedClient counting = TappedClient.counting(TABLES.client());
    report(counting.client(), event);
    SortedSet<String> done = everything();
    for (int n = 1; n <= counting.calls(); n++) {
      for (Fault fault : Fault.values()) {
        TABLES.empty();
        begin();
        try {
          report(TappedClient.failing(TABLES.client(), n, fault).client(), event);
        } catch (RuntimeException _) {
          // Lambda hands the report over again.
        }
        report(event);
        assertEquals(done, everything(), fault + " at call " + n);
      }
    }
  }

  @Test
  void whoever_is_paired_while_the_report_comes_in_is_a_case_in_that_pair_too() {
    post().registered(student("Zoe"));
    TappedClient counting = TappedClient.counting(TABLES.client());
    report(counting.client(), PERMANENT);
    for (int n = 1; n <= counting.calls(); n++) {
      TABLES.empty();
      begin();
      post().registered(student("Zoe"));
      Runnable pairing = () -> post().registered(student("Zoe").pairedWith("p1", "Ada Martin"));
      report(TappedClient.interrupted(TABLES.client(), n, pairing).client(), PERMANENT);
      boolean known = !ofZoe("a_appeler").isEmpty();
      assertEquals(known, !ofPair("etudiant_a_appeler").isEmpty(), "before call " + n);
    }
  }
}
