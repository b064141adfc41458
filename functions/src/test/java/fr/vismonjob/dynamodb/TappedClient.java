package fr.vismonjob.dynamodb;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Counts the calls to DynamoDB, and does something else at one of them. */
public final class TappedClient {
  /** What may go wrong with a call. */
  public enum Fault {
    /** It never reaches the table. */
    BEFORE,
    /** It is done and its answer lost. */
    AFTER,
    /** The table is too busy, for longer than the client tries. */
    THROTTLED,
    /** A transaction meets somebody else's once. */
    CONFLICT
  }

  private static final Set<String> WRITES =
      Set.of("transactWriteItems", "updateItem", "putItem", "deleteItem");

  private interface Call {
    Object go() throws Throwable;
  }

  private interface Tap {
    Object around(int number, String method, Call call) throws Throwable;
  }

  private final DynamoDbClient client;
  private int calls;

  private TappedClient(DynamoDbClient real, Tap tap) {
    client =
        (DynamoDbClient)
            Proxy.newProxyInstance(
                TappedClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) ->
                    tap.around(
                        ++calls,
                        method.getName(),
                        () -> {
                          try {
                            return method.invoke(real, arguments);
                          } catch (InvocationTargetException e) {
                            throw e.getCause() == null ? e : e.getCause();
                          }
                        }));
  }

  public static TappedClient counting(DynamoDbClient real) {
    return new TappedClient(real, (number, method, call) -> call.go());
  }

  /** The n-th call, from 1 on, goes wrong. */
  public static TappedClient failing(DynamoDbClient real, int n, Fault fault) {
    return new TappedClient(
        real, (number, method, call) -> number == n ? fail(fault, method, call) : call.go());
  }

  /** The n-th call that writes goes wrong. */
  public static TappedClient failingToWrite(DynamoDbClient real, int n, Fault fault) {
    AtomicInteger writes = new AtomicInteger();
    return new TappedClient(
        real,
        (number, method, call) ->
            WRITES.contains(method) && writes.incrementAndGet() == n
                ? fail(fault, method, call)
                : call.go());
  }

  /** Somebody else does something just before the n-th call. */
  public static TappedClient interrupted(DynamoDbClient real, int n, Runnable rival) {
    return new TappedClient(
        real,
        (number, method, call) -> {
          if (number == n) {
            rival.run();
          }
          return call.go();
        });
  }

  /** Does something before each call. */
  public static TappedClient before(DynamoDbClient real, Runnable act) {
    return new TappedClient(
        real,
        (number, method, call) -> {
          act.run();
          return call.go();
        });
  }

  /**
   * Every write of one item is done, its answer lost, and the same asked for again, as the SDK does
   * it. A transaction has a token by which DynamoDB knows the repetition, so nothing happens to it.
   */
  public static TappedClient losingAnswers(DynamoDbClient real) {
    return new TappedClient(
        real,
        (number, method, call) -> {
          if (method.equals("updateItem") || method.equals("putItem")) {
            call.go();
          }
          return call.go();
        });
  }

  private static Object fail(Fault fault, String method, Call call) throws Throwable {
    return switch (fault) {
      case BEFORE -> throw new IllegalStateException("no connection");
      case AFTER -> {
        call.go();
        throw new IllegalStateException("answer lost");
      }
      case THROTTLED ->
          throw ProvisionedThroughputExceededException.builder().message("too busy").build();
      case CONFLICT -> {
        if (method.equals("transactWriteItems")) {
          throw TransactionCanceledException.builder()
              .cancellationReasons(CancellationReason.builder().code("TransactionConflict").build())
              .build();
        }
        yield call.go();
      }
    };
  }

  public DynamoDbClient client() {
    return client;
  }

  public int calls() {
    return calls;
  }
}
