package fr.vismonjob.campaign;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.Post;
import fr.vismonjob.delivery.RejectionRecorder;
import fr.vismonjob.delivery.SendResult;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.FailingClient;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.mail.Rejection;
import fr.vismonjob.mail.Rejection.Gravity;
import fr.vismonjob.pairing.Tables;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import fr.vismonjob.subscription.Subscription;
import fr.vismonjob.subscription.SubscriptionTable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An edition opens, and those who wanted to know are told, each once. */
final class OpeningTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();
  @RegisterExtension final SesServer ses = new SesServer();

  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final String FIRST_DAY = "2027-09-14";
  private static final Edition OLD = EditionBuilder.edition("2026").build();
  private static final EditionBuilder NEXT = next("2027", FIRST_DAY, "2027-11-12");

  private static EditionBuilder next(String id, String from, String until) {
    return EditionBuilder.edition(id)
        .day("2027-11-23")
        .registration(from, until)
        .matching("2027-11-02", "2027-11-15");
  }

  @BeforeEach
  void somebody_wants_to_be_told() {
    TABLES.put("Editions", NEXT.item());
    wants("zoe@example.fr", OLD);
  }

  private static SubscriptionTable subscriptions() {
    return TABLES.subscriptions(TABLES.client());
  }

  private static void wants(String address, Edition edition) {
    subscriptions().keep(address, edition, NOW).forEach(TABLES::write);
  }

  private static Subscription wish(String address) {
    return subscriptions().ofAddress(address, NOW).orElseThrow();
  }

  private static int run(EditionBuilder edition, String today) {
    return run(TABLES.client(), edition, today, Share.WHOLE);
  }

  private static int run(DynamoDbClient client, EditionBuilder edition, String today, Share share) {
    Tables tables = TABLES.tables(client, InstantSource.fixed(NOW));
    return new CampaignRun(tables)
        .queue(edition.build(), LocalDate.parse(today), share, LocalTables.ALL_READABLE);
  }

  private static List<String> queued() {
    return TABLES.items("Mails").stream()
        .map(mail -> mail.getOrDefault("envoi", AttributeValue.fromS("")).s())
        .sorted()
        .toList();
  }

  private static String key(String edition) {
    return "nouvelle-edition/" + edition + "/" + wish("zoe@example.fr").id();
  }

  @Test
  void on_the_first_day_one_mail_goes_and_none_on_the_days_after() {
    assertEquals(0, run(NEXT, "2027-09-13"));
    assertEquals(1, run(NEXT, FIRST_DAY));
    assertEquals(List.of(key("2027")), queued());
    assertEquals(0, run(NEXT, FIRST_DAY));
    assertEquals(0, run(NEXT, "2027-09-15"));
    assertEquals(1, queued().size());
  }

  @Test
  void a_missed_first_day_is_made_up_for_while_registration_is_open() {
    assertEquals(0, run(NEXT, "2027-11-13"));
    assertEquals(1, run(NEXT, "2027-11-12"));
  }

  @Test
  void all_shares_together_tell_everybody_once() {
    IntStream.range(0, 30).forEach(i -> wants("personne" + i + "@example.fr", OLD));
    int told = 0;
    for (int i = 0; i < 4; i++) {
      told += run(TABLES.client(), NEXT, FIRST_DAY, new Share(i, 4));
    }
    assertEquals(31, told);
    assertEquals(31, queued().size());
  }

  @Test
  void nobody_is_told_of_the_edition_in_which_they_said_it_or_of_an_earlier_one() {
    wants("zoe@example.fr", NEXT.build());
    assertEquals(0, run(NEXT, FIRST_DAY));
    assertEquals(0, run(EditionBuilder.edition("2026"), "2026-10-01"));
    assertEquals(List.of(), queued());
  }

  @Test
  void whoever_has_withdrawn_from_it_already_is_told_all_the_same() {
    RegistrationBuilder zoe =
        ambassador("Zoe").edition("2027").person(named("Zoe", "Petit", "zoe@example.fr"));
    TABLES.put("Registrations", zoe.status(Status.RETIREE).item());
    assertEquals(1, run(NEXT, FIRST_DAY));
    assertEquals(List.of(key("2027")), queued());
  }

  @Test
  void two_runs_at_once_tell_somebody_once() {
    TappedClient counting = TappedClient.counting(TABLES.client());
    assertEquals(1, run(counting.client(), NEXT, FIRST_DAY, Share.WHOLE));
    for (int n = 1; n <= counting.calls(); n++) {
      TABLES.empty();
      somebody_wants_to_be_told();
      TappedClient both = TappedClient.interrupted(TABLES.client(), n, () -> run(NEXT, FIRST_DAY));
      assertEquals(0, run(both.client(), NEXT, FIRST_DAY, Share.WHOLE));
      assertEquals(1, queued().size());
    }
  }

  @Test
  void of_two_that_open_only_one_is_told() {
    EditionBuilder other = next("2027-bis", FIRST_DAY, "2027-11-12").day("2027-12-01");
    assertEquals(1, run(NEXT, FIRST_DAY));
    assertEquals(0, run(other, FIRST_DAY));
    assertEquals(List.of(key("2027")), queued());
  }

  @Test
  void when_the_first_day_is_moved_the_mail_goes_once_on_the_new_one() {
    EditionBuilder moved = next("2027", "2027-10-01", "2027-11-12");
    assertEquals(0, run(moved, FIRST_DAY));
    assertEquals(1, run(moved, "2027-10-01"));
    assertEquals(0, run(NEXT, FIRST_DAY), "nor if it is moved back");
    assertEquals(1, queued().size());
  }

  @Test
  void who_says_it_again_after_the_next_edition_is_told_of_the_one_after() {
    run(NEXT, FIRST_DAY);
    wants("zoe@example.fr", NEXT.build());
    EditionBuilder after =
        EditionBuilder.edition("2028")
            .day("2028-11-21")
            .registration("2028-09-12", "2028-11-10")
            .matching("2028-11-01", "2028-11-15");
    assertEquals(0, run(NEXT, FIRST_DAY));
    assertEquals(1, run(after, "2028-09-12"));
    assertEquals(List.of(key("2027"), key("2028")), queued());
  }

  @Test
  void after_two_years_nobody_is_told() {
    EditionBuilder late =
        EditionBuilder.edition("2029")
            .day("2029-11-20")
            .registration("2028-11-25", "2029-11-10")
            .matching("2029-11-01", "2029-11-15");
    assertEquals(0, run(late, "2028-11-25"));
  }

  @Test
  void who_takes_part_already_is_forgotten_instead() {
    RegistrationBuilder wil = ambassador("Wil").edition("2027");
    TABLES.put("Registrations", wil.item());
    String address = wil.build().person().address();
    wants(address, OLD);
    assertEquals(1, run(NEXT, FIRST_DAY));
    assertEquals(List.of(key("2027")), queued());
    assertTrue(subscriptions().ofAddress(address, NOW).isEmpty());
  }

  @Test
  void told_the_address_stays_until_that_edition_s_day_at_the_latest() {
    run(NEXT, FIRST_DAY);
    Subscription told = wish("zoe@example.fr");
    assertEquals("2027", told.toldOf().orElseThrow());
    assertEquals(Instant.parse("2027-11-23T23:00:00Z"), told.expires());
    assertTrue(
        subscriptions()
            .ofAddress("zoe@example.fr", Instant.parse("2027-11-24T00:00:00Z"))
            .isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void a_crash_at_any_call_tells_nobody_twice_and_forgets_nobody(int n) {
    wants("yan@example.fr", OLD);
    for (String call : List.of("transactWriteItems", "getItem", "scanPaginator")) {
      for (boolean before : List.of(true, false)) {
        FailingClient failing =
            before
                ? FailingClient.onCall(TABLES.client(), n, call)
                : FailingClient.afterCall(TABLES.client(), n, call);
        try {
          run(failing.client(), NEXT, FIRST_DAY, Share.WHOLE);
        } catch (IllegalStateException e) {
          assertTrue(String.valueOf(e.getMessage()).startsWith("crash"), e.toString());
        }
        run(NEXT, FIRST_DAY);
        assertEquals(2, queued().size());
        TABLES.empty();
        somebody_wants_to_be_told();
        wants("yan@example.fr", OLD);
      }
    }
  }

  @Test
  void a_conflict_is_tried_again() {
    run(FailingClient.conflicts(TABLES.client(), 3).client(), NEXT, FIRST_DAY, Share.WHOLE);
    assertEquals(1, queued().size());
  }

  @Test
  void the_mail_goes_to_the_address_with_a_way_to_leave() {
    run(NEXT, FIRST_DAY);
    Post post = Post.of(TABLES, ses.client());
    assertEquals(SendResult.SENT, post.send(key("2027"), FIRST_DAY));
    String raw = new String(ses.received().getFirst().message(), StandardCharsets.US_ASCII);
    String leave =
        "https://vismonjob.example/Prod/prochaine/" + wish("zoe@example.fr").link().text();
    assertTrue(raw.contains("zoe@example.fr"), raw);
    assertTrue(raw.replaceAll("\\r?\\n\\s+", "").contains("<" + leave + ">"), raw);
    assertFalse(raw.contains("List-Unsubscribe-Post"), "a page asks before it forgets");
  }

  @Test
  void who_left_meanwhile_gets_no_mail() {
    run(NEXT, FIRST_DAY);
    String key = key("2027");
    subscriptions().forget("zoe@example.fr").forEach(TABLES::write);
    Post post = Post.of(TABLES, ses.client());
    assertEquals(SendResult.POINTLESS, post.send(key, FIRST_DAY));
    assertFalse(TABLES.items("Mails").toString().contains("zoe@example.fr"));
  }

  @Test
  void once_registration_is_over_no_mail_goes() {
    run(NEXT, FIRST_DAY);
    Post post = Post.of(TABLES, ses.client());
    assertEquals(SendResult.POINTLESS, post.send(key("2027"), "2027-11-13"));
  }

  @Test
  void an_earlier_edition_with_wrong_dates_of_registration_holds_up_nothing() {
    EditionBuilder wrong = EditionBuilder.edition("2026").registration("2026-11-13", "2026-09-01");
    assertEquals(0, run(wrong, "2027-01-10"));
  }

  @Test
  void a_wish_follows_a_changed_address_also_to_where_an_earlier_one_was_told() {
    wants("ada@example.fr", OLD);
    run(NEXT, FIRST_DAY);
    wants("zoe@example.fr", NEXT.build());
    subscriptions().move("zoe@example.fr", "ada@example.fr", NOW).forEach(TABLES::write);
    assertEquals(Optional.empty(), wish("ada@example.fr").toldOf());
    assertEquals(Optional.empty(), subscriptions().ofAddress("zoe@example.fr", NOW));
  }

  @Test
  void a_wish_that_is_told_leaves_one_that_still_waits_at_the_other_address() {
    run(NEXT, FIRST_DAY);
    wants("ada@example.fr", NEXT.build());
    Subscription waiting = wish("ada@example.fr");
    subscriptions().move("zoe@example.fr", "ada@example.fr", NOW).forEach(TABLES::write);
    assertEquals(waiting, wish("ada@example.fr"));
    assertEquals(Optional.empty(), subscriptions().ofAddress("zoe@example.fr", NOW));
  }

  @Test
  void a_mail_that_comes_back_for_good_forgets_the_wish_and_one_for_now_does_not() {
    run(NEXT, FIRST_DAY);
    String key = key("2027");
    Post.of(TABLES, ses.client()).send(key, FIRST_DAY);
    rejected(key, Gravity.TEMPORAIRE);
    assertEquals(Optional.of("2027"), wish("zoe@example.fr").toldOf());
    rejected(key, Gravity.DEFINITIF);
    assertEquals(Optional.empty(), subscriptions().ofAddress("zoe@example.fr", NOW));
  }

  private static void rejected(String key, Gravity gravity) {
    Tables tables = TABLES.tables(TABLES.client(), InstantSource.fixed(NOW));
    RejectionRecorder.Handling handling =
        new RejectionRecorder(tables)
            .record(
                new Rejection(
                    Item.of(TABLES.items("Mails").getFirst()).required("ses_message_id"),
                    Optional.of(key),
                    List.of("zoe@example.fr"),
                    gravity,
                    "la boîte est pleine",
                    LocalDate.parse(FIRST_DAY)));
    assertEquals(RejectionRecorder.Handling.RECORDED, handling);
  }
}
