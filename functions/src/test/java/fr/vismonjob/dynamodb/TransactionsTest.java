package fr.vismonjob.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Transactions.Write;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

final class TransactionsTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private final AtomicInteger decisions = new AtomicInteger();

  @BeforeEach
  void there_is_a_pair() {
    TABLES.put("Pairs", Item.empty().put("binome", "p1").put("score", 0).attributes());
  }

  private static final ItemTable PAIRS = new ItemTable(TABLES.client(), "Pairs", "binome");

  private static long score(String pair) {
    return PAIRS.find(pair).orElseThrow().requiredNumber("score");
  }

  private long raise(DynamoDbClient client) {
    return new Transactions(client)
        .decide(
            "raising pair p1",
            () -> {
              decisions.incrementAndGet();
              long before = score("p1");
              return new Decision<>(before + 1, List.of(raising(before)));
            });
  }

  private static Write raising(long before) {
    return raising("p1", before);
  }

  private static Write raising(String pair, long before) {
    return PAIRS
        .update(pair)
        .onlyIf("score", before)
        .set(Item.empty().put("score", before + 1))
        .write();
  }

  private void othersRaise() {
    TABLES.write(raising(score("p1")));
  }

  /** By the token DynamoDB knows that it has done the transaction, and answers as before. */
  @Test
  void the_sdk_repeats_a_transaction_whose_answer_is_lost_with_the_same_token() {
    List<String> requests = new ArrayList<>();
    try (DynamoDbClient client =
        DynamoDbClient.builder()
            .region(Region.EU_WEST_3)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClient(new LosingFirstAnswer(requests))
            .build()) {
      assertEquals(1, raise(client));
    }
    assertEquals(1, decisions.get());
    List<String> tokens = requests.stream().map(TransactionsTest::token).toList();
    assertEquals(2, tokens.size());
    assertEquals(1, Set.copyOf(tokens).size());
  }

  private static String token(String request) {
    Matcher token = Pattern.compile("\"ClientRequestToken\":\"([^\"]+)\"").matcher(request);
    assertTrue(token.find(), request);
    return token.group(1);
  }

  /** Answers that a request is done; the first answer is lost on its way. */
  private record LosingFirstAnswer(List<String> requests) implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
            requests.add(new String(body.readAllBytes(), StandardCharsets.UTF_8));
          }
          if (requests.size() == 1) {
            throw new IOException("answer lost");
          }
          return HttpExecuteResponse.builder()
              .response(SdkHttpResponse.builder().statusCode(200).build())
              .responseBody(
                  AbortableInputStream.create(
                      new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8))))
              .build();
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }

  @Test
  void what_nobody_disturbs_is_decided_once() {
    assertEquals(1, raise(TABLES.client()));
    assertEquals(1, score("p1"));
    assertEquals(1, decisions.get());
  }

  @Test
  void what_others_changed_meanwhile_is_read_and_decided_anew() {
    assertEquals(
        2, raise(TappedClient.interrupted(TABLES.client(), 1, this::othersRaise).client()));
    assertEquals(2, score("p1"));
    assertEquals(2, decisions.get());
  }

  @Test
  void a_conflict_is_decided_anew_as_well() {
    assertEquals(1, raise(FailingClient.conflicts(TABLES.client(), 3).client()));
    assertEquals(1, score("p1"));
    assertEquals(4, decisions.get());
  }

  @ParameterizedTest
  @CsvSource({
    "None TransactionConflict, 2",
    "ConditionalCheckFailed None, 2",
    "ThrottlingError ProvisionedThroughputExceeded, 2",
    "unsaid TransactionConflict, 2",
    "TransactionConflict ValidationError, 1", // the second would never pass
    "None None, 1",
    "unsaid, 1"
  })
  void only_what_may_pass_a_moment_later_is_decided_anew(String codes, int times) {
    List<CancellationReason> reasons =
        Stream.of(codes.split(" "))
            .map(code -> reason(CancellationReason.builder(), code))
            .toList();
    DynamoDbClient client = FailingClient.cancelled(TABLES.client(), 1, reasons).client();
    if (times > 1) {
      assertEquals(1, raise(client));
    } else {
      assertThrows(TransactionCanceledException.class, () -> raise(client));
    }
    assertEquals(times, decisions.get());
  }

  private static CancellationReason reason(CancellationReason.Builder reason, String code) {
    return (code.equals("unsaid") ? reason : reason.code(code)).build();
  }

  @Test
  void what_is_found_of_one_row_is_kept_while_another_is_in_the_way() {
    TABLES.put("Pairs", Item.empty().put("binome", "p1").put("score", " 7").attributes());
    TABLES.put("Pairs", Item.empty().put("binome", "p2").put("score", 0).attributes());
    Runnable typed =
        () -> TABLES.put("Pairs", Item.empty().put("binome", "p2").put("score", " 3").attributes());
    new Transactions(TappedClient.interrupted(TABLES.client(), 2, typed).client())
        .decide(
            "raising both",
            () -> {
              decisions.incrementAndGet();
              return new Decision<>(
                  true, List.of(raising(score("p1")), raising("p2", score("p2"))));
            });
    assertEquals(8, score("p1"));
    assertEquals(4, score("p2"));
    assertEquals(3, decisions.get());
  }

  @Test
  void what_somebody_typed_in_another_spelling_passes_once_it_is_found() {
    TABLES.put("Pairs", Item.empty().put("binome", "p1").put("score", " 7").attributes());
    assertEquals(8, raise(TABLES.client()));
    assertEquals(8, score("p1"));
    assertEquals(2, decisions.get());
  }

  @Test
  void others_without_end_are_waited_for_and_told_with_the_action_and_how_often_it_was_tried() {
    long began = System.nanoTime();
    IllegalStateException error =
        assertThrows(
            IllegalStateException.class,
            () -> raise(FailingClient.conflicts(TABLES.client(), 100).client()));
    assertEquals(
        "raising pair p1: others wrote to the same items during each of "
            + decisions.get()
            + " attempts",
        error.getMessage());
    assertTrue(decisions.get() >= 10);
    assertTrue(System.nanoTime() - began > Duration.ofMillis(300).toNanos());
    assertEquals(0, score("p1"));
  }

  @Test
  void a_write_that_is_wrong_in_itself_is_not_tried_again() {
    Write wrong = PAIRS.update("p1").set("x".repeat(70_000), "score").write();
    assertThrows(
        DynamoDbException.class,
        () ->
            TABLES
                .transactions()
                .decide(
                    "writing nonsense",
                    () -> {
                      decisions.incrementAndGet();
                      return new Decision<>(true, List.of(wrong));
                    }));
    assertEquals(1, decisions.get());
  }

  @Test
  void a_decision_to_write_nothing_calls_nobody() {
    TappedClient counting = TappedClient.counting(TABLES.client());
    assertEquals(
        "as it was",
        new Transactions(counting.client())
            .decide("doing nothing", () -> Decision.nothingToWrite("as it was")));
    assertEquals(0, counting.calls());
  }
}
