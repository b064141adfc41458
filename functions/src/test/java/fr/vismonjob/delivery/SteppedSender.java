package fr.vismonjob.delivery;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.ses.SesClient;

/**
 * A sender of mails that stops before each of its steps, until the test lets it go on or has it
 * die.
 */
final class SteppedSender {
  /** Where it stops. */
  enum Stop {
    IDLE,
    BEFORE_MAIL,
    BEFORE_STATE,
    BEFORE_BUDGET,
    BEFORE_SES
  }

  /** The process has ended; no code of ours can catch that. */
  private static final class Ended extends Error {
    private static final long serialVersionUID = 1L;
  }

  private enum Order {
    GO,
    FAIL,
    DIE
  }

  private static final long PATIENCE_SECONDS = 60;

  private final SynchronousQueue<Stop> stops = new SynchronousQueue<>();
  private final SynchronousQueue<Order> orders = new SynchronousQueue<>();
  private final DynamoDbClient tables;
  private final SesClient ses;
  private volatile boolean hasClaimed;
  private volatile boolean hasRead;
  private volatile boolean losesAnswer;
  private Stop at = Stop.IDLE;

  SteppedSender(DynamoDbClient tables, SesClient ses) {
    this.tables = proxy(DynamoDbClient.class, tables);
    this.ses = proxy(SesClient.class, ses);
  }

  DynamoDbClient tables() {
    return tables;
  }

  SesClient ses() {
    return ses;
  }

  Stop at() {
    return at;
  }

  /** Lets it begin with something, up to its first stop. */
  void begin(Runnable work) {
    if (at != Stop.IDLE) {
      throw new AssertionError("a sender that is " + at + " cannot begin");
    }
    hasClaimed = false;
    hasRead = false;
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                work.run();
              } catch (Ended | RuntimeException e) {
                // Whatever became of the mail stands in the table.
              } finally {
                tell(Stop.IDLE);
              }
            });
    at = next();
  }

  /** Lets it do what it has stopped before. */
  void pass(Stop expected) {
    order(expected, Order.GO);
  }

  /** The same with a call to SES whose answer is lost. */
  void passWithoutAnswer() {
    losesAnswer = true;
    pass(Stop.BEFORE_SES);
    losesAnswer = false;
  }

  /** What it was about to do fails, and is not done. */
  void fail() {
    order(at, Order.FAIL);
  }

  void die() {
    order(at, Order.DIE);
  }

  private void order(Stop expected, Order order) {
    if (at != expected || at == Stop.IDLE) {
      throw new AssertionError("a sender is " + at + " and not " + expected);
    }
    try {
      if (!orders.offer(order, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("a sender waits for nothing");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    at = next();
  }

  private Stop next() {
    try {
      Stop next = stops.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("a sender does not come to its next step");
      }
      return next;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void tell(Stop stop) {
    try {
      stops.put(stop);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void stop(Stop stop) {
    tell(stop);
    try {
      switch (orders.take()) {
        case GO -> {}
        case FAIL -> throw SdkClientException.create("no answer", new IOException("no answer"));
        case DIE -> throw new Ended();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private <T> T proxy(Class<T> client, T real) {
    return client.cast(
        Proxy.newProxyInstance(
            SteppedSender.class.getClassLoader(),
            new Class<?>[] {client},
            (_, method, arguments) -> {
              before(method.getName(), arguments);
              try {
                Object answer = method.invoke(real, arguments);
                after(method.getName());
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
            }));
  }

  private void before(String method, Object... arguments) {
    switch (method) {
      case "sendRawEmail" -> stop(Stop.BEFORE_SES);
      case "updateItem" ->
          stop(table(arguments[0]).equals("Mails") ? Stop.BEFORE_MAIL : Stop.BEFORE_BUDGET);
      default -> {
        // What the letter is written from is read by several calls, and is one step.
        if (hasClaimed && !hasRead) {
          hasRead = true;
          stop(Stop.BEFORE_STATE);
        }
      }
    }
  }

  private void after(String method) {
    hasClaimed = hasClaimed || method.equals("updateItem");
    if (method.equals("sendRawEmail") && losesAnswer) {
      throw SdkClientException.create("answer lost", new IOException("answer lost"));
    }
  }

  @SuppressWarnings("unchecked") // the SDK's interface has it so
  private static String table(Object argument) {
    return argument instanceof UpdateItemRequest request
        ? request.tableName()
        : UpdateItemRequest.builder()
            .applyMutation((Consumer<UpdateItemRequest.Builder>) argument)
            .build()
            .tableName();
  }
}
