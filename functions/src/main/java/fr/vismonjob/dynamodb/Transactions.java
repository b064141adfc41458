package fr.vismonjob.dynamodb;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Commits several writes as one: all of them happen or none does. */
public final class Transactions {
  private static final int ATTEMPTS = 8;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);

  /**
   * Others were at the same items, or the table was busy: the same writes may pass a moment later.
   */
  private static final Set<String> PASSING =
      Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private final DynamoDbClient dynamoDb;

  public Transactions(DynamoDbClient dynamoDb) {
    this.dynamoDb = dynamoDb;
  }

  /**
   * Commits the writes; conflicts with others are tried again for about two seconds.
   *
   * @return false if a condition does not hold, so that nothing was written
   * @throws TransactionCanceledException if conflicts last, or the writes themselves are wrong
   */
  public boolean commit(List<Write> writes) {
    for (int attempt = 1; ; attempt++) {
      try {
        dynamoDb.transactWriteItems(
            request -> request.transactItems(writes.stream().map(Write::item).toList()));
        return true;
      } catch (TransactionCanceledException e) {
        Set<String> codes =
            e.cancellationReasons().stream()
                .map(CancellationReason::code)
                .filter(code -> code != null && !code.equals("None"))
                .collect(java.util.stream.Collectors.toSet());
        if (codes.contains("ConditionalCheckFailed")) {
          return false;
        }
        if (attempt == ATTEMPTS || codes.isEmpty() || !PASSING.containsAll(codes)) {
          throw e;
        }
        pause(attempt);
      }
    }
  }

  /** Exponential with full jitter, so that those who met once do not meet again. */
  private static void pause(int attempt) {
    long most = FIRST_PAUSE.toNanos() << attempt;
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 4, most));
  }
}
