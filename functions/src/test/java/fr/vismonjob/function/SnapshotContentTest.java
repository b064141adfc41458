package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import fr.vismonjob.identity.Current;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What Lambda's snapshot of a started function holds. Many copies go on from one snapshot, perhaps
 * weeks later, so it must hold nothing secret, nothing that ages, and nothing that only one may
 * use.
 */
class SnapshotContentTest {
  private static final List<String> ASKED = new CopyOnWriteArrayList<>();
  private static HttpServer aws;
  private static String heap = "";

  /** AWS hears of every request, also of one for credentials, and refuses it. */
  @BeforeAll
  static void start() throws Exception {
    aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    aws.createContext(
        "/",
        exchange -> {
          ASKED.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          exchange.sendResponseHeaders(403, -1);
          exchange.close();
        });
    aws.start();
    heap = started("http://127.0.0.1:" + aws.getAddress().getPort());
  }

  @AfterAll
  static void stop() {
    aws.stop(0);
  }

  private static String started(String endpoint) throws IOException, InterruptedException {
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            StartedForSnapshot.class.getName());
    java.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    java.environment().putAll(environment(endpoint));
    Process process = java.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  private static Map<String, String> environment(String endpoint) {
    Map<String, String> environment =
        Stream.of(
                "EDITIONS_TABLE",
                "REGISTRATIONS_TABLE",
                "COACHING_SLOTS_TABLE",
                "PAIRS_TABLE",
                "MAILS_TABLE",
                "MAIL_ALLOWANCES_TABLE",
                "SUBSCRIPTIONS_TABLE",
                "METRICS_NAMESPACE",
                "MAIL_EVENTS")
            .collect(Collectors.toMap(name -> name, name -> name));
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    environment.put("AWS_REGION", "eu-west-3");
    environment.put("AWS_ENDPOINT_URL", endpoint);
    environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", endpoint + "/credentials");
    return environment;
  }

  /** The number of objects of a class. */
  private static long objects(String type) {
    return heap.lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(cells -> cells.length >= 4 && cells[3].equals(type))
        .mapToLong(cells -> Long.parseLong(cells[1]))
        .sum();
  }

  @Test
  void the_rehearsals_were_played_and_their_parts_are_gone() {
    assertTrue(heap.contains("started 3"), heap);
    assertTrue(!heap.contains("\"event\":\"rehearsal\""), heap);
    assertEquals(0, objects(StandIn.class.getName()));
  }

  @Test
  void secrets_settings_and_credentials_were_not_even_asked_for() {
    assertEquals(List.of(), ASKED);
  }

  @Test
  void the_clients_that_a_first_request_uses_are_made() {
    String services = "software.amazon.awssdk.services.";
    assertEquals(3, objects(services + "dynamodb.DefaultDynamoDbClient"));
    assertEquals(3, objects(services + "secretsmanager.DefaultSecretsManagerClient"));
    assertEquals(1, objects(services + "ses.DefaultSesClient"), "the sender's");
  }

  @Test
  void nothing_was_read_that_ages() {
    assertTrue(objects(Current.class.getName()) > 0, "the functions' own, still to be read");
    assertEquals(0, objects(Current.class.getName() + "$Read"));
    assertEquals(0, objects("fr.vismonjob.edition.Edition"));
  }

  @Test
  void no_connection_is_open() {
    assertTrue(heap.contains("connections: 0"), heap);
  }

  /**
   * Copies of the snapshot would all go on with the same numbers. The SDK has one generator, which
   * only spreads the pauses before a call is tried again, and one for each of the three functions,
   * which only spreads the times at which credentials are read again.
   */
  @Test
  void no_generator_of_ours_has_drawn_its_seed() {
    assertEquals(1 + 3, objects("java.util.Random"));
    assertEquals(0, objects("java.util.SplittableRandom"));
  }
}
