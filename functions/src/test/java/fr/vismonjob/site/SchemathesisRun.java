package fr.vismonjob.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.function.LocalSite;
import fr.vismonjob.json.Json;
import fr.vismonjob.pairing.Life;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Schemathesis makes requests from openapi.yaml, some that it allows and some that it forbids, and
 * compares the answers with it. They reach the functions without API Gateway. Each request finds
 * the same people in the tables, so that what one erases is there again for the next.
 */
final class SchemathesisRun {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final Path PROGRAM = Path.of("../.local/venvs/schemathesis/bin/schemathesis");

  /** A field may be refused for a rule that no schema can tell, such as a commune that exists. */
  private static final String SETTINGS =
      """
      [checks]
      positive_data_acceptance.expected-statuses = ["2xx", "303", "404", "409", "422"]
      """;

  private static final HttpServer SERVER = create();

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    SERVER.createContext("/", SchemathesisRun::answer);
    SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.stop(0);
  }

  @Test
  void a_strangers_browser() throws Exception {
    run("", "text/html");
  }

  @Test
  void a_strangers_program() throws Exception {
    run("", "application/json");
  }

  @Test
  void a_paired_student_s_browser() throws Exception {
    run(LocalSite.link(Life.ZOE, 5), "text/html");
  }

  @Test
  void a_paired_ambassador_s_program() throws Exception {
    run(LocalSite.link(Life.ADA, 1), "application/json");
  }

  private void run(String link, String accept) throws IOException, InterruptedException {
    begun();
    Path settings = folder.resolve("schemathesis.toml");
    Files.writeString(
        settings,
        SETTINGS + (link.isEmpty() ? "" : "[parameters]\n\"path.link\" = \"" + link + "\"\n"));
    List<String> command =
        new ArrayList<>(
            List.of(
                PROGRAM.toAbsolutePath().toString(),
                "--config-file",
                settings.toString(),
                "run",
                Path.of("../openapi.yaml").toAbsolutePath().normalize().toString(),
                "--url=http://127.0.0.1:" + SERVER.getAddress().getPort(),
                "--header=Accept:" + accept,
                "--checks=all",
                "--phases=examples,coverage,fuzzing",
                "--max-examples=" + System.getProperty("schemathesis.examples", "20"),
                "--seed=" + System.getProperty("schemathesis.seed", "1"),
                "--max-redirects=0",
                "--generation-database=none",
                "--no-color"));
    if (!link.isEmpty()) {
      command.add("--include-path-regex=[{]link[}]");
    }
    Process schemathesis =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    schemathesis.getInputStream().transferTo(System.out);
    assertEquals(0, schemathesis.waitFor(), "Schemathesis has found something, see above");
  }

  private static HttpServer create() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      // Only a POST changes something.
      LocalSite web =
          exchange.getRequestMethod().equals("POST")
              ? begun()
              : LocalSite.again(TABLES, Life.TODAY);
      Map<String, Object> answer =
          Json.readObject(
              web.call(
                  decoded(exchange.getRequestURI().getRawPath().replace("+", "%2B")),
                  event(exchange)));
      if (answer.get("headers") instanceof Map<?, ?> headers) {
        headers.forEach(
            (name, value) ->
                exchange.getResponseHeaders().set(String.valueOf(name), String.valueOf(value)));
      }
      String text = String.valueOf(answer.get("body"));
      byte[] body =
          Boolean.TRUE.equals(answer.get("isBase64Encoded"))
              ? Base64.getDecoder().decode(text)
              : text.getBytes(StandardCharsets.UTF_8);
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(
          ((Number) answer.getOrDefault("statusCode", 0)).intValue(),
          head || body.length == 0 ? -1 : body.length);
      if (!head && body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static LocalSite begun() {
    TABLES.empty();
    Life.begun(TABLES).slot("2026-11-19-10h");
    return LocalSite.on(TABLES, Life.TODAY);
  }

  /** What API Gateway makes of a request. */
  private static Map<String, Object> event(HttpExchange exchange) throws IOException {
    Map<String, Object> headers = new HashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    Map<String, Object> query = new HashMap<>();
    String asked = exchange.getRequestURI().getRawQuery();
    Arrays.stream((asked == null ? "" : asked).split("&", -1))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> query.put(decoded(pair[0]), decoded(pair[1])));
    return Map.of(
        "httpMethod",
        exchange.getRequestMethod(),
        "headers",
        headers,
        "queryStringParameters",
        query,
        "body",
        Base64.getEncoder().encodeToString(exchange.getRequestBody().readAllBytes()),
        "isBase64Encoded",
        true,
        "requestContext",
        Map.of("requestId", "test"));
  }

  private static String decoded(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }
}
