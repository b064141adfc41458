package fr.vismonjob.function;

import fr.vismonjob.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Stands in for AWS in a {@link Rehearsal}: answers from rows that never change, without a network.
 * Every write passes.
 *
 * @param tables the rows by table, as plain JSON
 * @param settings what each parameter and each secret says, by its name
 */
record StandIn(Map<String, List<Map<String, Object>>> tables, Map<String, String> settings)
    implements SdkHttpClient {
  private static final String MAIL_TAKEN =
      "<SendRawEmailResponse><SendRawEmailResult><MessageId>0</MessageId></SendRawEmailResult>"
          + "</SendRawEmailResponse>";
  private static final String FILE = "<!DOCTYPE html><style>p{}</style><p>Bilan</p>";

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new Call(answer(request));
  }

  @Override
  public void close() {}

  private record Call(String answer) implements ExecutableHttpRequest {
    @Override
    public HttpExecuteResponse call() {
      byte[] body = answer.getBytes(StandardCharsets.UTF_8);
      return HttpExecuteResponse.builder()
          .response(
              SdkHttpResponse.builder()
                  .statusCode(200)
                  .putHeader("Content-Length", Integer.toString(body.length))
                  .build())
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
          .build();
    }

    @Override
    public void abort() {}
  }

  private String answer(HttpExecuteRequest request) {
    String target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
    if (target.isEmpty()) {
      return request.httpRequest().host().startsWith("email") ? MAIL_TAKEN : FILE;
    }
    Map<String, Object> asked = Json.readObject(body(request));
    return Json.write(
        switch (target.substring(target.indexOf('.') + 1)) {
          case "GetParameter" -> Map.of("Parameter", Map.of("Value", setting(asked, "Name")));
          case "GetSecretValue" -> Map.of("SecretString", setting(asked, "SecretId"));
          case "GetItem" -> one(asked, "Item");
          case "UpdateItem" -> one(asked, "Attributes");
          case "Query" -> Map.of("Items", having(asked, "ExpressionAttributeValues"));
          case "Scan" -> Map.of("Items", rows(asked).stream().map(StandIn::attributes).toList());
          default -> Map.of();
        });
  }

  private String setting(Map<String, Object> asked, String name) {
    return settings.getOrDefault(String.valueOf(asked.get(name)), "");
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

  private static byte[] body(HttpExecuteRequest request) {
    try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
