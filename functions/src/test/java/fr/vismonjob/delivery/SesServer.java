package fr.vismonjob.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ses.SesClient;

/**
 * Speaks as much of SES's query protocol as our functions hear, and fails on demand as SES and
 * networks do.
 */
public final class SesServer implements BeforeEachCallback, AfterEachCallback {
  /** How the next request is met; without any, messages are accepted. */
  public enum Behaviour {
    THROTTLE,
    REJECT,
    NOT_VERIFIED,
    BREAK_DOWN,
    PAUSE_SENDING,
    REFUSE_CREDENTIALS,
    GATEWAY_TIMEOUT,
    /** It takes the message, and its answer is lost. */
    LOSE_ANSWER,
    STAY_SILENT,
    HANG_UP
  }

  /**
   * A message that reached the service, whether it answered or not.
   *
   * @param events the configuration set that decides where SES reports of it
   * @param tag what SES gives back with its reports, as {@code name=value}
   */
  public record Received(
      String source, String destination, byte[] message, String events, String tag) {}

  private static final Duration SOON = Duration.ofMillis(700);

  private final Deque<Behaviour> behaviours = new ArrayDeque<>();
  private final Deque<Behaviour> atQuota = new ArrayDeque<>();
  private final Map<String, Deque<Behaviour>> byAddress = new HashMap<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final List<Received> accepted = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private Consumer<Received> reader = _ -> {};
  private final HttpServer server;
  // So fast that no test waits.
  private double perSecond = 125_000;
  private double perDay = -1;
  private int longAgo;

  public SesServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::meet);
    server.setExecutor(threads);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    start();
  }

  public void start() {
    server.start();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    stop();
  }

  public void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  public synchronized void next(Behaviour... inOrder) {
    behaviours.addAll(List.of(inOrder));
  }

  /** How the next messages to somebody are met, whatever others are. */
  public synchronized void nextTo(String address, Behaviour... inOrder) {
    byAddress.computeIfAbsent(address, _ -> new ArrayDeque<>()).addAll(List.of(inOrder));
  }

  /** How the next questions for the quota are met; without any, they are answered. */
  public synchronized void nextQuota(Behaviour... inOrder) {
    atQuota.addAll(List.of(inOrder));
  }

  /**
   * What the account may send from now on; what it sent so far was more than 24 hours ago.
   *
   * @param perDay in 24 hours; -1 for as many as it likes
   */
  public synchronized void allow(double perSecond, double perDay) {
    this.perSecond = perSecond;
    this.perDay = perDay;
    longAgo = accepted.size();
  }

  public List<Received> received() {
    return received;
  }

  /** Those of them that the service said it would deliver. */
  public List<Received> accepted() {
    return accepted;
  }

  /** Tells somebody each message at the moment when the service accepts it. */
  public synchronized void tell(Consumer<Received> who) {
    reader = who;
  }

  /** A client as the functions have it, but for the time it waits. */
  public SesClient client() {
    return client(server.getAddress().getPort(), SOON);
  }

  /** One that asks in this process, and waits for an answer however slow the machine is. */
  public SesClient patientClient() {
    return client(0, new InProcess(this::meet));
  }

  /** A client of a port on which nobody listens any more. */
  public SesClient clientOfNobody() throws IOException {
    try (java.net.ServerSocket taken =
        new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return client(taken.getLocalPort(), SOON);
    }
  }

  private static SesClient client(int port, Duration patience) {
    return client(port, UrlConnectionHttpClient.builder().socketTimeout(patience).build());
  }

  private static SesClient client(int port, SdkHttpClient http) {
    return SesClient.builder()
        .endpointOverride(URI.create("http://127.0.0.1:" + port))
        .region(Region.EU_WEST_3)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClient(http)
        .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  private void meet(HttpExchange exchange) throws IOException {
    meet(new OverTheNetwork(exchange));
  }

  private void meet(Asked exchange) throws IOException {
    Map<String, String> form = form(exchange);
    if ("GetSendQuota".equals(form.get("Action"))) {
      answer(exchange, next(atQuota), this::quota);
      return;
    }
    Received message =
        new Received(
            form.getOrDefault("Source", ""),
            form.getOrDefault("Destinations.member.1", ""),
            Base64.getDecoder().decode(form.getOrDefault("RawMessage.Data", "")),
            form.getOrDefault("ConfigurationSetName", ""),
            form.getOrDefault("Tags.member.1.Name", "")
                + "="
                + form.getOrDefault("Tags.member.1.Value", ""));
    received.add(message);
    answer(exchange, next(message), () -> accept(message));
  }

  private synchronized Optional<Behaviour> next(Deque<Behaviour> inOrder) {
    return Optional.ofNullable(inOrder.poll());
  }

  private synchronized Optional<Behaviour> next(Received message) {
    Deque<Behaviour> own = byAddress.getOrDefault(message.destination(), behaviours);
    return next(own.isEmpty() ? behaviours : own);
  }

  private void answer(Asked exchange, Optional<Behaviour> behaviour, Supplier<String> well)
      throws IOException {
    if (behaviour.isEmpty()) {
      exchange.answer(200, well.get());
      return;
    }
    switch (behaviour.get()) {
      case THROTTLE -> refuse(exchange, 400, "Throttling", "Maximum sending rate exceeded.");
      case REJECT ->
          refuse(exchange, 400, "MessageRejected", "Address ada@example.gouv.fr is suppressed.");
      case NOT_VERIFIED ->
          refuse(
              exchange,
              400,
              "MessageRejected",
              "Email address is not verified. The following identities failed the check in region"
                  + " EU-WEST-3: vis-mon-job@numerique.gouv.fr");
      case BREAK_DOWN -> refuse(exchange, 500, "InternalFailure", "");
      case PAUSE_SENDING -> refuse(exchange, 400, "AccountSendingPaused", "Paused.");
      case REFUSE_CREDENTIALS -> refuse(exchange, 403, "ExpiredToken", "Expired.");
      case GATEWAY_TIMEOUT -> exchange.answer(504, "<html/>");
      case LOSE_ANSWER -> {
        var unused = well.get();
        exchange.answer(504, "<html/>");
      }
      case STAY_SILENT -> staySilent();
      case HANG_UP -> exchange.hangUp();
    }
  }

  private void staySilent() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized String quota() {
    return """
    <GetSendQuotaResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
      <GetSendQuotaResult>
        <Max24HourSend>%s</Max24HourSend>
        <MaxSendRate>%s</MaxSendRate>
        <SentLast24Hours>%s</SentLast24Hours>
      </GetSendQuotaResult>
      <ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>
    </GetSendQuotaResponse>
    """
        .formatted(perDay, perSecond, (double) (accepted.size() - longAgo));
  }

  private synchronized String accept(Received message) {
    accepted.add(message);
    reader.accept(message);
    return """
    <SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
      <SendRawEmailResult><MessageId>%s</MessageId></SendRawEmailResult>
      <ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>
    </SendRawEmailResponse>
    """
        .formatted("id-" + received.size());
  }

  private static void refuse(Asked exchange, int status, String code, String message)
      throws IOException {
    exchange.answer(
        status,
        """
        <ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
          <Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>
          <RequestId>r</RequestId>
        </ErrorResponse>
        """
            .formatted(code, message));
  }

  private static Map<String, String> form(Asked exchange) throws IOException {
    String body = new String(exchange.body(), StandardCharsets.UTF_8);
    Map<String, String> form = new HashMap<>();
    for (String field : body.split("&", -1)) {
      int equals = field.indexOf('=');
      form.put(
          field.substring(0, equals),
          URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return form;
  }

  /** A request that waits for its answer. */
  interface Asked {
    byte[] body() throws IOException;

    void answer(int status, String body) throws IOException;

    void hangUp() throws IOException;
  }

  private record OverTheNetwork(HttpExchange exchange) implements Asked {
    @Override
    public byte[] body() throws IOException {
      return exchange.getRequestBody().readAllBytes();
    }

    @Override
    public void answer(int status, String body) throws IOException {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/xml");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    }

    @Override
    public void hangUp() {
      exchange.close();
    }
  }
}
