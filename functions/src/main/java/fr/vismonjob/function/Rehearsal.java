package fr.vismonjob.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import fr.vismonjob.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.net.ssl.HttpsURLConnection;
import software.amazon.awssdk.core.SdkSystemSetting;

/**
 * Lives through every page and every mail before Lambda takes a snapshot of the started function,
 * so that the snapshot holds the classes that a request needs, already compiled in part.
 *
 * <p>It plays with a function of its own, whose clients talk to a {@link StandIn} with made-up
 * credentials, keys and settings, at set times. All of that is left to the garbage collector: the
 * function that answers people has read nothing and connected to nothing yet. {@code
 * rehearsal.json} has the scenes; a test fails for a template that none of them shows.
 */
final class Rehearsal {
  private static final String SCRIPT = "/rehearsal.json";

  /** Code that has run often is compiled in the snapshot; nobody waits for that. */
  private static final int ROUNDS = 10;

  /** Longer than one compilation takes. */
  private static final Duration WAIT = Duration.ofMillis(200);

  private static final int MOST_WAITS = 15;

  /** Lambda says by it for what it starts the function. */
  private static final String STARTED_FOR = "AWS_LAMBDA_INITIALIZATION_TYPE";

  /** The links in the file are made with it. */
  private static final String KEY = "a key for the rehearsal";

  private static final String PAGE_SETTINGS = "PUBLISHER_SECURITY=a@rehearsal.invalid";

  private static final String MAIL_SETTINGS =
      """
      SITE=https://rehearsal.invalid/Prod
      ALLOWED_RECIPIENTS=*
      UNCONFIRMED_MAILS_PER_HOUR=500
      """;

  /** The names in the environment, which are the values as well; tables have their names' own. */
  private static final Map<String, String> SAID =
      Map.of(
          "PAGE_SETTINGS", PAGE_SETTINGS,
          "MAIL_SETTINGS", MAIL_SETTINGS,
          "ID_KEY", KEY,
          "LINK_KEY", KEY);

  private final String function;
  private final Function<Wiring, RequestStreamHandler> made;
  private final Map<String, Object> script;

  private Rehearsal(String function, Function<Wiring, RequestStreamHandler> made) {
    this.function = function;
    this.made = made;
    try (var json = Objects.requireNonNull(Rehearsal.class.getResourceAsStream(SCRIPT))) {
      this.script = Json.readObject(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Rehearses if Lambda is about to take a snapshot. A rehearsal that fails is told in the log, and
   * the function works all the same.
   *
   * @param made makes the function of its parts
   */
  static void beforeSnapshot(
      Class<? extends RequestStreamHandler> function, Function<Wiring, RequestStreamHandler> made) {
    beforeSnapshot(System.getenv(), function, made);
  }

  static void beforeSnapshot(
      Map<String, String> environment,
      Class<? extends RequestStreamHandler> function,
      Function<Wiring, RequestStreamHandler> made) {
    if (isAhead(environment)) {
      try {
        Rehearsal rehearsal = new Rehearsal(function.getSimpleName(), made);
        for (int round = 0; round < ROUNDS; round++) {
          rehearsal.play();
        }
        shakeHands(Aws.ofLambda(environment));
        System.gc(); // what the rehearsal has left need not be restored each time
        awaitCompiler();
      } catch (IOException | InterruptedException | RuntimeException | LinkageError e) {
        System.out.println(
            Json.write(Map.of("level", "WARN", "event", "rehearsal", "detail", e.toString())));
      }
    }
  }

  /** What the rehearsal has given the compiler it would do beside the first request. */
  private static void awaitCompiler() throws InterruptedException {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    long spent = -1;
    for (int wait = 0; wait < MOST_WAITS && spent < compiler.getTotalCompilationTime(); wait++) {
      spent = compiler.getTotalCompilationTime();
      Thread.sleep(WAIT);
    }
  }

  /**
   * With the service that nearly every request asks. Secrets Manager and SES have the same kind.
   */
  private static void shakeHands(Aws aws) throws IOException {
    Optional<URI> address = aws.address("dynamodb");
    if (address.isPresent()) {
      Handshake.with(
          HttpsURLConnection.getDefaultSSLSocketFactory(),
          new InetSocketAddress(address.get().getHost(), 443));
    }
  }

  /** Whether Lambda starts this function to take a snapshot of it. */
  static boolean isAhead(Map<String, String> environment) {
    return "snap-start".equals(environment.get(STARTED_FOR));
  }

  /**
   * @param answers of all scenes, in their order
   * @param log what the function wrote meanwhile; nothing if all went well
   */
  record Played(List<Map<String, Object>> answers, List<String> log) {}

  static Played play(
      Class<? extends RequestStreamHandler> function, Function<Wiring, RequestStreamHandler> made) {
    return new Rehearsal(function.getSimpleName(), made).play();
  }

  private Played play() {
    Played played = new Played(new ArrayList<>(), new ArrayList<>());
    Map<String, List<Map<String, Object>>> tables = new HashMap<>();
    Map<String, Object> written = object(script, "tables");
    written.keySet().forEach(name -> tables.put(name, objects(written, name)));
    String lambdasCredentials = SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI.property();
    try (StandIn standIn = new StandIn(tables, SAID)) {
      System.setProperty(lambdasCredentials, standIn.address() + StandIn.CREDENTIALS);
      Aws aws = Aws.rehearsed(standIn.address());
      for (Map<String, Object> scene : objects(script, function)) {
        InstantSource clock = InstantSource.fixed(Instant.parse(text(scene, "now")));
        RequestStreamHandler handler = made.apply(wiring(clock, aws, tables.keySet()));
        for (Map<String, Object> event : events(scene)) {
          ByteArrayOutputStream answer = new ByteArrayOutputStream();
          handler.handleRequest(
              new ByteArrayInputStream(Json.write(event).getBytes(StandardCharsets.UTF_8)),
              answer,
              new QuietContext("rehearsal", Integer.MAX_VALUE, played.log()));
          played.answers().add(Json.readObject(answer.toByteArray()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      System.clearProperty(lambdasCredentials);
    }
    return played;
  }

  private static Wiring wiring(InstantSource clock, Aws aws, Set<String> tables) {
    Map<String, String> environment = new HashMap<>();
    tables.forEach(name -> environment.put(name, name));
    SAID.keySet().forEach(name -> environment.put(name, name));
    environment.put("MAIL_ALLOWANCES_TABLE", "allowances");
    environment.put("SUBSCRIPTIONS_TABLE", "SUBSCRIPTIONS_TABLE");
    environment.put("METRICS_NAMESPACE", "rehearsal");
    environment.put("MAIL_EVENTS", "rehearsal");
    environment.put("REPORT_BUCKET", "rehearsal");
    return Wiring.of(environment, clock, aws, _ -> {});
  }

  private static List<Map<String, Object>> events(Map<String, Object> scene) {
    if (scene.get("mails") instanceof List<?> mails) {
      return mails.stream().map(mail -> queued(mail.toString())).toList();
    }
    return objects(scene, "requests").stream().map(Rehearsal::request).toList();
  }

  private static Map<String, Object> queued(String mail) {
    Map<String, ?> change =
        Map.of("Keys", Map.of("envoi", Map.of("S", mail)), "SequenceNumber", mail);
    return Map.of("Records", List.of(Map.of("dynamodb", change)));
  }

  private static Map<String, Object> request(Map<String, Object> of) {
    Map<String, Object> event = new HashMap<>();
    event.put("resource", text(of, "route"));
    event.put("httpMethod", text(of, "method"));
    event.put(
        "headers",
        Map.of("Accept", text(of, "accept"), "Content-Type", "application/x-www-form-urlencoded"));
    event.put("queryStringParameters", of.getOrDefault("query", Map.of()));
    event.put("body", text(of, "body"));
    event.put("stageVariables", Map.of("site", "https://rehearsal.invalid/Prod"));
    event.put("requestContext", Map.of("requestId", "rehearsal"));
    event.put("pathParameters", of.getOrDefault("path", Map.of()));
    return event;
  }

  private static String text(Map<String, Object> object, String name) {
    return String.valueOf(object.getOrDefault(name, ""));
  }

  @SuppressWarnings("unchecked") // the file is ours, and a test plays all of it
  private static List<Map<String, Object>> objects(Map<String, Object> in, String name) {
    return (List<Map<String, Object>>) Objects.requireNonNull(in.get(name), name);
  }

  @SuppressWarnings("unchecked") // the same
  private static Map<String, Object> object(Map<String, Object> in, String name) {
    return (Map<String, Object>) Objects.requireNonNull(in.get(name), name);
  }
}
