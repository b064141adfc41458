package fr.vismonjob.dynamodb;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * A client that fails where a test wants it to.
 *
 * @param client goes to the real one, but for the failures
 */
public record FailingClient(DynamoDbClient client) {
  private interface Call {
    Object go() throws Throwable;
  }

  private static final List<String> CALLS =
      List.of("transactWriteItems", "putItem", "updateItem", "getItem", "scanPaginator");

  private interface Fault {
    Object around(String method, Call call) throws Throwable;
  }

  public static FailingClient never(DynamoDbClient real) {
    return new FailingClient(real);
  }

  /** The process dies before the n-th call of that name reaches the table. */
  public static FailingClient onCall(DynamoDbClient real, int n, String name) {
    AtomicInteger calls = new AtomicInteger();
    return with(
        real,
        (method, call) -> {
          if (method.equals(name) && calls.incrementAndGet() == n) {
            throw new IllegalStateException("crash before call " + n);
          }
          return call.go();
        });
  }

  /** The n-th call of that name is done and its answer lost. */
  public static FailingClient afterCall(DynamoDbClient real, int n, String name) {
    AtomicInteger calls = new AtomicInteger();
    return with(
        real,
        (method, call) -> {
          Object answer = call.go();
          if (method.equals(name) && calls.incrementAndGet() == n) {
            throw new IllegalStateException("crash after call " + n);
          }
          return answer;
        });
  }

  /** The process dies before or after one of the first {@code most} calls of a name. */
  public static FailingClient somewhere(DynamoDbClient real, Random random, int most) {
    String name = CALLS.get(random.nextInt(CALLS.size()));
    int n = 1 + random.nextInt(most);
    return random.nextBoolean() ? onCall(real, n, name) : afterCall(real, n, name);
  }

  /** The first transactions meet somebody else's. */
  public static FailingClient conflicts(DynamoDbClient real, int times) {
    return cancelled(
        real, times, List.of(CancellationReason.builder().code("TransactionConflict").build()));
  }

  /** The first transactions are not done, for these reasons. */
  static FailingClient cancelled(DynamoDbClient real, int times, List<CancellationReason> reasons) {
    AtomicInteger calls = new AtomicInteger();
    return with(
        real,
        (method, call) -> {
          if (method.equals("transactWriteItems") && calls.incrementAndGet() <= times) {
            throw TransactionCanceledException.builder().cancellationReasons(reasons).build();
          }
          return call.go();
        });
  }

  private static FailingClient with(DynamoDbClient real, Fault fault) {
    return new FailingClient(
        (DynamoDbClient)
            Proxy.newProxyInstance(
                FailingClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                  Call call =
                      () -> {
                        try {
                          return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                          throw e.getCause() == null ? e : e.getCause();
                        }
                      };
                  return fault.around(method.getName(), call);
                }));
  }
}
