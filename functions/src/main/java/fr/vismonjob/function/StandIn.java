package fr.vismonjob.function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.vismonjob.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Stands in for AWS in a {@link Rehearsal}: answers on this machine from rows that never change.
 * Every write passes. It asks its clients to keep no connection.
 */
final class StandIn implements AutoCloseable {
  /** Where it has credentials, as Lambda has them for a function with a snapshot. */
  static final String CREDENTIALS = "/credentials";

  private static final String OF_NOBODY =
      """
      {"AccessKeyId": "rehearsal", "SecretAccessKey": "rehearsal", "Token": "rehearsal",
       "Expiration": "2999-01-01T00:00:00Z"}\
      """;
  private static final String MAIL_TAKEN =
      "<SendRawEmailResponse><SendRawEmailResult><MessageId>0</MessageId></SendRawEmailResult>"
          + "</SendRawEmailResponse>";
  private static final String REPORT = "<!DOCTYPE html><style>p{}</style><p>Bilan</p>";

  private static final String INDEX = "{\"listes\":[\"2026/2026-11-03/essai\"]}";

  private final HttpServer server;
  private final Map<String, List<Map<String, Object>>> tables;
  private final Map<String, String> secrets;

  /**
   * @param tables the rows by table, as plain JSON
   * @param secrets what each secret says, by its name
   */
  StandIn(Map<String, List<Map<String, Object>>> tables, Map<String, String> secrets)
      throws IOException {
    this.tables = tables;
    this.secrets = secrets;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    byte[] asked = exchange.getRequestBody().readAllBytes();
    String answer =
        target == null
            ? exchange.getRequestMethod().equals("POST") ? MAIL_TAKEN : file(exchange)
            : answer(target.substring(target.indexOf('.') + 1), Json.readObject(asked));
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Connection", "close");
    exchange
        .getResponseHeaders()
        .add("x-amz-crc32", checksum(body)); // DynamoDB's clients look at it
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String file(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    return path.equals(CREDENTIALS) ? OF_NOBODY : path.endsWith(".html") ? REPORT : INDEX;
  }

  private static String checksum(byte[] body) {
    CRC32 crc = new CRC32();
    crc.update(body);
    return Long.toString(crc.getValue());
  }

  private String answer(String action, Map<String, Object> asked) {
    return Json.write(
        switch (action) {
          case "GetSecretValue" -> Map.of("SecretString", secret(asked));
          case "GetItem" -> one(asked, "Item");
          case "UpdateItem" -> one(asked, "Attributes");
          case "Query" -> Map.of("Items", having(asked, "ExpressionAttributeValues"));
          case "Scan" -> Map.of("Items", rows(asked).stream().map(StandIn::attributes).toList());
          default -> Map.of();
        });
  }

  private String secret(Map<String, Object> asked) {
    return secrets.getOrDefault(String.valueOf(asked.get("SecretId")), "");
  }

  private Map<String, ?> one(Map<String, Object> asked, String member) {
    List<Map<String, Object>> found = having(asked, "Key");
    return found.isEmpty() ? Map.of() : Map.of(member, found.getFirst());
  }

  /** The rows that have one of the asked values somewhere: every value is a key of its own. */
  private List<Map<String, Object>> having(Map<String, Object> asked, String member) {
    return asked.get(member) instanceof Map<?, ?> values
        ? rows(asked).stream()
            .map(StandIn::attributes)
            .filter(row -> row.values().stream().anyMatch(values::containsValue))
            .toList()
        : List.of();
  }

  private List<Map<String, Object>> rows(Map<String, Object> asked) {
    return tables.getOrDefault(String.valueOf(asked.get("TableName")), List.of());
  }

  private static Map<String, Object> attributes(Map<?, ?> row) {
    return row.entrySet().stream()
        .collect(
            Collectors.toMap(
                value -> value.getKey().toString(), value -> attribute(value.getValue())));
  }

  private static Map<String, Object> attribute(Object value) {
    return switch (value) {
      case List<?> list -> Map.of("L", list.stream().map(StandIn::attribute).toList());
      case Map<?, ?> map -> Map.of("M", attributes(map));
      case Number number -> Map.of("N", number.toString());
      case Boolean is -> Map.of("BOOL", is);
      default -> Map.of("S", value);
    };
  }
}
