package fr.vismonjob.e2e;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** An answer of the site. */
record Reply(int status, Map<String, List<String>> headers, byte[] body, String address) {

  static Reply of(HttpResponse<byte[]> response) {
    return new Reply(
        response.statusCode(),
        response.headers().map(),
        response.body(),
        response.uri().toString());
  }

  Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .flatMap(header -> header.getValue().stream())
        .findFirst();
  }

  String contentType() {
    return header("Content-Type").orElse("").split(";", 2)[0].strip();
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  Map<String, Object> json() {
    return Json.object(body);
  }

  Document page() {
    return Jsoup.parse(text(), address);
  }

  /** The fields that a problem document finds fault with. */
  List<String> faultyFields() {
    Object violations = json().getOrDefault("violations", List.of());
    return Json.objects(violations).stream().map(v -> String.valueOf(v.get("field"))).toList();
  }
}
