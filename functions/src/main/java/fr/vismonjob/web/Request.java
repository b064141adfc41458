package fr.vismonjob.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request, as API Gateway's proxy integration describes it.
 *
 * @param method in upper case
 * @param route as template.yaml names it, such as {@code /inscription/{link}}; it is the same if
 *     the path ends in a slash
 * @param pathParameters decoded, such as {@code link}
 * @param query the first value of each parameter
 * @param headers names in lower case
 * @param body the bytes as sent; empty if there were none
 * @param site the address of the site, by which the request came; API Gateway's stage knows it
 * @param id names the request in the log and on an error page
 */
public record Request(
    String method,
    String route,
    Map<String, String> pathParameters,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body,
    String site,
    String id) {

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public Optional<String> queryParameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
  }

  public String pathParameter(String name) {
    return pathParameters.getOrDefault(name, "");
  }

  /** Whether the answer is for a program and not for a browser. */
  public boolean wantsJson() {
    String accept = header("accept").orElse("").toLowerCase(Locale.ROOT);
    if (MediaTypes.names(accept, "application/json")
        || MediaTypes.names(accept, "application/problem+json")) {
      return true;
    }
    boolean anything = accept.isBlank() || MediaTypes.listOf(accept).equals(List.of("*/*"));
    return anything && bodyIsJson();
  }

  /** Whether the answer may be compressed with gzip. */
  public boolean acceptsGzip() {
    return MediaTypes.names(header("accept-encoding").orElse(""), "gzip");
  }

  boolean bodyIsJson() {
    return header("content-type")
        .map(MediaTypes::of)
        .filter("application/json"::equals)
        .isPresent();
  }
}
