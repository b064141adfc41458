package fr.vismonjob.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP response; {@code body} is sent unchanged. */
record Response(int status, Map<String, String> headers, byte[] body, boolean binary) {

  static Response html(int status, String page) {
    return text(status, "text/html; charset=utf-8", page);
  }

  static Response plain(int status, String words) {
    return text(status, "text/plain; charset=utf-8", words);
  }

  static Response json(int status, String json) {
    return text(status, "application/json", json);
  }

  static Response problem(int status, String json) {
    return text(status, "application/problem+json", json);
  }

  private static Response text(int status, String type, String body) {
    return new Response(
        status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8), false);
  }

  Response with(String header, String value) {
    return withAll(Map.of(header, value));
  }

  Response withAll(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new Response(status, all, body, binary);
  }

  Response withAllUnlessGiven(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    more.forEach(all::putIfAbsent);
    return new Response(status, all, body, binary);
  }

  Response withoutBody() {
    return new Response(status, headers, new byte[0], false);
  }
}
