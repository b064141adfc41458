package fr.vismonjob.site;

import fr.vismonjob.function.LocalSite;
import fr.vismonjob.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** One request to a function behind the site, as API Gateway would hand it over, and its answer. */
public record Visit(int status, Map<String, Object> headers, String body) {

  /** A browser opens a page. */
  public static Visit get(LocalSite web, String address) {
    return send(web, "GET", address, "text/html", "", "");
  }

  public static Visit getJson(LocalSite web, String address) {
    return send(web, "GET", address, "application/json", "", "");
  }

  /** A browser sends a form; fields in pairs of name and value. */
  public static Visit post(LocalSite web, String address, String... fields) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      form.append(form.isEmpty() ? "" : "&")
          .append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return send(
        web, "POST", address, "text/html", "application/x-www-form-urlencoded", form.toString());
  }

  public static Visit postJson(LocalSite web, String address, Map<String, Object> body) {
    return send(web, "POST", address, "application/json", "application/json", Json.write(body));
  }

  public static Visit send(
      LocalSite web, String method, String address, String accept, String type, String body) {
    String[] parts = address.split("\\?", 2);
    Map<String, Object> event = new HashMap<>();
    event.put("httpMethod", method);
    event.put("queryStringParameters", query(parts.length > 1 ? parts[1] : ""));
    event.put(
        "headers",
        type.isEmpty() ? Map.of("Accept", accept) : Map.of("Accept", accept, "Content-Type", type));
    event.put("body", body);
    event.put("isBase64Encoded", false);
    event.put("requestContext", Map.of("requestId", "test"));
    return read(Json.readObject(web.call(parts[0], event)));
  }

  private static Map<String, String> query(String query) {
    return List.of(query.split("&", -1)).stream()
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  @SuppressWarnings("unchecked") // an answer's headers are an object
  private static Visit read(Map<String, Object> answer) {
    return new Visit(
        ((Number) answer.getOrDefault("statusCode", 0)).intValue(),
        (Map<String, Object>) answer.getOrDefault("headers", Map.of()),
        String.valueOf(answer.get("body")));
  }

  public Map<String, Object> json() {
    return Json.readObject(body.getBytes(StandardCharsets.UTF_8));
  }

  /** A page that a browser was given. */
  Document document() {
    return Jsoup.parse(body);
  }

  public String header(String name) {
    return String.valueOf(headers.get(name));
  }
}
