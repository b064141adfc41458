package fr.vismonjob.dynamodb;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client that says when something was written. */
public final class WatchedClient {
  private static final Set<String> WRITES =
      Set.of("transactWriteItems", "putItem", "updateItem", "deleteItem");

  private WatchedClient() {}

  public static DynamoDbClient of(DynamoDbClient real, Runnable written) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            WatchedClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              Object answer;
              try {
                answer = method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
              if (WRITES.contains(method.getName())) {
                written.run();
              }
              return answer;
            });
  }
}
