package fr.vismonjob.dynamodb;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Commits several writes as one transaction: all of them happen, or none does. */
public record Transactions(DynamoDbClient dynamoDb) {
  private static final int ATTEMPTS = 12;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /**
   * A condition no longer holds, others write the same items, or the table is busy. Reading,
   * deciding and writing again a moment later may succeed.
   */
  private static final Set<String> PASSING =
      Set.of(
          "ConditionalCheckFailed",
          "TransactionConflict",
          "ThrottlingError",
          "ProvisionedThroughputExceeded");

  /**
   * One table's part in a transaction, with its condition. The table's class makes it.
   *
   * @param key the item's key
   * @param given makes the write from what the item is known to hold; empty if nothing is known
   */
  public record Write(Map<String, AttributeValue> key, Function<Item, TransactWriteItem> given) {}

  /**
   * The decision of a use case, made on the items that it has read.
   *
   * @param outcome what the use case returns once the writes have passed
   * @param writes the writes, with the conditions on which the decision depends; empty if nothing
   *     changes
   */
  public record Decision<T>(T outcome, List<Write> writes) {
    public static <T> Decision<T> nothingToWrite(T outcome) {
      return new Decision<>(outcome, List.of());
    }
  }

  /**
   * Reads, decides and writes. If somebody else has written meanwhile, all three are repeated, for
   * some seconds at most.
   *
   * @param what names the action and the item, such as {@code withdrawing registration 3f1c}; it
   *     stands in the error
   * @param decision reads the items again each time it is called
   * @throws IllegalStateException if others have written first each time
   * @throws TransactionCanceledException if the writes themselves are wrong
   */
  public <T> T decide(String what, Supplier<Decision<T>> decision) {
    Map<Map<String, AttributeValue>, Item> found = new HashMap<>();
    for (int attempt = 1; ; attempt++) {
      Decision<T> decided = decision.get();
      try {
        commit(decided.writes(), found);
        return decided.outcome();
      } catch (TransactionCanceledException e) {
        remember(decided.writes(), e.cancellationReasons(), found);
        if (!isPassing(e)) {
          throw e;
        }
        if (attempt == ATTEMPTS) {
          throw new IllegalStateException(
              what + ": others wrote to the same items during each of " + attempt + " attempts", e);
        }
      }
      pause(attempt);
    }
  }

  private void commit(List<Write> writes, Map<Map<String, AttributeValue>, Item> found) {
    if (!writes.isEmpty()) {
      dynamoDb.transactWriteItems(
          request ->
              request.transactItems(
                  writes.stream()
                      .map(
                          write ->
                              write.given().apply(found.getOrDefault(write.key(), Item.empty())))
                      .toList()));
    }
  }

  /**
   * Keeps what the items hold whose conditions failed. The conditions are made anew of that: an
   * attribute that somebody typed in another spelling of the same meaning passes next ({@link
   * ItemUpdate}).
   */
  private static void remember(
      List<Write> writes,
      List<CancellationReason> reasons,
      Map<Map<String, AttributeValue>, Item> found) {
    for (int i = 0; i < reasons.size(); i++) {
      if (reasons.get(i).hasItem()) {
        found.put(writes.get(i).key(), Item.of(reasons.get(i).item()));
      }
    }
  }

  private static boolean isPassing(TransactionCanceledException e) {
    Set<String> codes =
        e.cancellationReasons().stream()
            .map(CancellationReason::code)
            .filter(code -> code != null && !code.equals("None"))
            .collect(Collectors.toSet());
    return !codes.isEmpty() && PASSING.containsAll(codes);
  }

  /**
   * Exponential backoff with full jitter, so that two writers that collided do not collide again.
   */
  private static void pause(int attempt) {
    long most = Math.min(FIRST_PAUSE.toNanos() << attempt, LONGEST_PAUSE.toNanos());
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
  }
}
