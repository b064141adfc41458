package fr.vismonjob.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Calls the site. Redirections are shown, not followed. */
final class Http {
  static final String FORM = "application/x-www-form-urlencoded";
  static final String JSON = "application/json";
  static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LONGEST).build();
  private final String siteUrl;

  Http(Stack stack) {
    this.siteUrl = stack.siteUrl();
  }

  /** Follows what a browser would: reads a page. */
  Reply get(String path) {
    return send("GET", path, new byte[0], "Accept", HTML);
  }

  Reply getJson(String path) {
    return send("GET", path, new byte[0], "Accept", JSON);
  }

  /** Sends a form as a browser does. */
  Reply postForm(String path, String form) {
    return send("POST", path, utf8(form), "Accept", HTML, "Content-Type", FORM);
  }

  /** Sends JSON as a program does. */
  Reply postJson(String path, String json) {
    return send("POST", path, utf8(json), "Accept", JSON, "Content-Type", JSON);
  }

  /** Anything else; the headers in turn with their values. */
  Reply send(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .timeout(LONGEST)
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return Reply.of(client.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A path of the site, or a whole address such as a {@code Location}. */
  private URI uri(String path) {
    if (path.startsWith("http")) {
      return URI.create(path);
    }
    URI site = URI.create(siteUrl);
    boolean withBase = path.startsWith(site.getPath() + "/");
    return withBase ? site.resolve(path) : URI.create(siteUrl + path);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
