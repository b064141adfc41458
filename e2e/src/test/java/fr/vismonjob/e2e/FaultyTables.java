package fr.vismonjob.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between functions and DynamoDB, hands their calls on, and lets them go wrong when a test
 * says so. From the first call of an operation on, all calls fail, so that the SDK's own attempts
 * do not hide the fault.
 */
final class FaultyTables implements AutoCloseable {
  /** What is wrong with the tables. */
  enum Fault {
    /** Nothing reaches them. */
    UNREACHABLE,
    /** The first call is done and its answer lost, then nothing reaches them. */
    ANSWER_LOST,
    /** They are too busy. */
    THROTTLED,
    /** They do not answer, until the function is stopped for taking too long. */
    SILENT
  }

  /** Headers of a call; the rest is the connection's own. */
  private static final List<String> HANDED_ON =
      List.of("Authorization", "Content-Type", "X-Amz-Date", "X-Amz-Target");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI tables;
  private Fault fault = Fault.UNREACHABLE;

  /** The call with which it begins; empty while nothing is to go wrong, or once it has begun. */
  private String operation = "";

  private int left;
  private int failed;

  FaultyTables(Stack stack) throws IOException {
    tables = stack.endpoint().resolve("/");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From the next call of the operation on, so many calls go wrong. */
  synchronized void breakAt(String first, Fault what, int calls) {
    operation = first;
    fault = what;
    left = calls;
    failed = 0;
  }

  /** All is well again; answers how many calls went wrong. */
  synchronized int mend() {
    operation = "";
    left = 0;
    return failed;
  }

  /** How many calls have gone wrong since the tables broke. */
  synchronized int failed() {
    return failed;
  }

  /** What goes wrong with this call, if anything. */
  private synchronized Optional<Fault> faultAt(String called) {
    boolean isFirst = called.equals(operation);
    if (isFirst) {
      operation = "";
    }
    if (!operation.isEmpty() || left == 0) {
      return Optional.empty();
    }
    left--;
    failed++;
    return Optional.of(fault == Fault.ANSWER_LOST && !isFirst ? Fault.UNREACHABLE : fault);
  }

  private synchronized boolean isMended() {
    return left == 0;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Optional<Fault> wrong = faultAt(operation(exchange));
      if (wrong.isEmpty()) {
        handOn(exchange, body);
        return;
      }
      switch (wrong.get()) {
        case UNREACHABLE -> refuse(exchange, 500, "InternalServerError");
        case THROTTLED -> refuse(exchange, 400, "ProvisionedThroughputExceededException");
        case ANSWER_LOST -> {
          ask(exchange, body);
          refuse(exchange, 500, "InternalServerError");
        }
        case SILENT ->
            Waiting.until(
                "the end of the silence", () -> isMended() ? Optional.of(true) : Optional.empty());
      }
    }
  }

  private static String operation(HttpExchange exchange) {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    return target == null ? "" : target.substring(target.indexOf('.') + 1);
  }

  private void handOn(HttpExchange exchange, byte[] body) throws IOException {
    HttpResponse<byte[]> answer = ask(exchange, body);
    for (String name : List.of("Content-Type", "x-amz-crc32", "x-amzn-RequestId")) {
      answer
          .headers()
          .firstValue(name)
          .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
    }
    answer(exchange, answer.statusCode(), answer.body());
  }

  private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(tables).POST(BodyPublishers.ofByteArray(body));
    for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
      if (HANDED_ON.stream().anyMatch(header.getKey()::equalsIgnoreCase)) {
        header.getValue().forEach(value -> request.header(header.getKey(), value));
      }
    }
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void refuse(HttpExchange exchange, int status, String error) throws IOException {
    String body = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#" + error + "\"}";
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    answer(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    mend();
    server.stop(0);
    threads.shutdownNow();
  }
}
