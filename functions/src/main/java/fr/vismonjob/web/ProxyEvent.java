package fr.vismonjob.web;

import fr.vismonjob.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests from events of API Gateway's proxy integration (payload format 1.0), and writes
 * responses for it.
 */
final class ProxyEvent {
  private ProxyEvent() {}

  /**
   * @throws UncheckedIOException if this is no such event
   */
  static Request read(InputStream event) {
    Map<String, Object> json = Json.readObject(event);
    Map<String, ?> context = map(json.get("requestContext"));
    return new Request(
        text(json.get("httpMethod")).toUpperCase(Locale.ROOT),
        text(json.get("resource")),
        texts(map(json.get("pathParameters")), false),
        query(
            map(json.get("multiValueQueryStringParameters")),
            map(json.get("queryStringParameters"))),
        headers(map(json.get("multiValueHeaders")), map(json.get("headers"))),
        body(json.get("body"), Boolean.TRUE.equals(json.get("isBase64Encoded"))),
        text(map(json.get("stageVariables")).get("site")),
        text(context.get("requestId")));
  }

  static void write(Response response, OutputStream out) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("statusCode", response.status());
    json.put("headers", response.headers());
    json.put("isBase64Encoded", response.binary());
    json.put(
        "body",
        response.binary()
            ? Base64.getEncoder().encodeToString(response.body())
            : new String(response.body(), StandardCharsets.UTF_8));
    Json.write(json, out);
  }

  private static byte[] body(@Nullable Object body, boolean base64) {
    String text = text(body);
    try {
      return base64 ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new UncheckedIOException(new IOException("the event's body is not Base64"));
    }
  }

  private static Map<String, String> query(Map<String, ?> multi, Map<String, ?> single) {
    Map<String, String> query = texts(single, false);
    multi.forEach(
        (name, values) -> {
          if (values instanceof List<?> list && !list.isEmpty()) {
            query.put(name, text(list.getFirst()));
          }
        });
    return query;
  }

  /** A header on several lines is one with all their values (RFC 9110 §5.3). */
  private static Map<String, String> headers(Map<String, ?> multi, Map<String, ?> single) {
    Map<String, String> headers = texts(single, true);
    multi.forEach(
        (name, values) -> {
          if (values instanceof List<?> list && !list.isEmpty()) {
            headers.put(
                name.toLowerCase(Locale.ROOT),
                list.stream().map(ProxyEvent::text).collect(Collectors.joining(", ")));
          }
        });
    return headers;
  }

  private static Map<String, String> texts(Map<String, ?> map, boolean lowerCase) {
    Map<String, String> texts = new HashMap<>();
    map.forEach(
        (name, value) -> texts.put(lowerCase ? name.toLowerCase(Locale.ROOT) : name, text(value)));
    return texts;
  }

  @SuppressWarnings("unchecked") // JSON objects have text keys
  private static Map<String, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, ?>) map : Map.of();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
