package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.dynamodb.FailingClient;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.pairing.Life;
import fr.vismonjob.pairing.PairStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class MarkStreamFunctionTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final String NOTHING_FAILED = "{\"batchItemFailures\":[]}";
  private static final InstantSource NOON =
      InstantSource.fixed(Life.TODAY.atTime(12, 0).atZone(FrenchDates.PARIS).toInstant());

  private Life life;

  @BeforeEach
  void organisers_have_marked_a_person_and_a_pair() {
    life = Life.begun(TABLES);
    TABLES.update("Registrations", Life.ZOE).set("a_renvoyer", "oui").apply();
    TABLES
        .update("Registrations", Life.XAM)
        .set(Item.empty().put("a_retirer", Item.empty().put("oui", true)))
        .apply();
    TABLES.update("Pairs", Life.WITH_YAN).set(Item.empty().put("a_annuler", true)).apply();
  }

  private static String handle(DynamoDbClient client) throws IOException {
    return handle(client, Files.readString(Path.of("../events/mark-stream.json")));
  }

  private static String handle(DynamoDbClient client, String event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new MarkStreamFunction(TABLES.marks(client, NOON), NOON)
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
            answer,
            new TestContext());
    return answer.toString(StandardCharsets.UTF_8);
  }

  @Test
  void each_mark_is_followed_once_however_often_its_change_comes() throws IOException {
    assertEquals(NOTHING_FAILED, handle(TABLES.client()));
    assertEquals(NOTHING_FAILED, handle(TABLES.client()));
    assertEquals(PairStatus.ANNULE, life.pair(Life.WITH_YAN).status());
    assertEquals(
        List.of("binome-annule Ada", "binome-annule Yan", "lien Zoe", "retrait Xam"),
        life.mailsQueued());
  }

  @Test
  void one_that_fails_now_holds_up_no_other_and_is_named_for_the_retry() throws IOException {
    assertEquals(
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"4421584500000000017450439101\"}]}",
        handle(FailingClient.onCall(TABLES.client(), 1, "transactWriteItems").client()));
    assertEquals(
        List.of("binome-annule Ada", "binome-annule Yan", "retrait Xam"), life.mailsQueued());
    assertEquals(NOTHING_FAILED, handle(TABLES.client()));
    assertEquals(
        List.of("binome-annule Ada", "binome-annule Yan", "lien Zoe", "retrait Xam"),
        life.mailsQueued());
  }

  @Test
  void a_row_without_a_mark_is_not_even_read() throws IOException {
    TappedClient counted = TappedClient.counting(TABLES.client());
    String change =
        """
        {"eventName": "MODIFY", "dynamodb": {
          "Keys": {"inscription": {"S": "%1$s"}},
          "NewImage": {"inscription": {"S": "%1$s"}, "a_renvoyer_refus": {"S": "non"}},
          "SequenceNumber": "1"}}
        """
            .formatted(Life.ZOE);
    assertEquals(NOTHING_FAILED, handle(counted.client(), "{\"Records\": [" + change + "]}"));
    assertEquals(0, counted.calls());
  }
}
