package fr.vismonjob.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every mail that LocalStack's SES took. */
final class Mailbox {
  private static final Duration LONGEST = Duration.ofSeconds(40);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;
  private final Map<String, Letter> letters = new LinkedHashMap<>();

  Mailbox(Stack stack) {
    this.address = stack.endpoint().resolve("/_aws/ses");
  }

  /** The first mail of a kind to an address, once it is there. */
  Letter await(String to, String kind) {
    return awaitNth(to, kind, 1);
  }

  /** The nth mail of a kind to an address, once it is there. */
  Letter awaitNth(String to, String kind, int n) {
    return Waiting.until(
        "mail " + n + " of kind " + kind + " to " + to,
        () -> {
          List<Letter> found = all(to, kind);
          return found.size() < n ? Optional.empty() : Optional.of(found.get(n - 1));
        });
  }

  /** The mails of a kind to an address by now, oldest first. */
  List<Letter> all(String to, String kind) {
    return all().stream()
        .filter(letter -> letter.kind().equals(kind) && letter.to().equals(to))
        .toList();
  }

  List<Letter> allTo(String to) {
    return all().stream().filter(letter -> letter.to().equals(to)).toList();
  }

  /** All mails by now, in the order in which they were seen. */
  synchronized List<Letter> all() {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(LONGEST).build();
      byte[] body = client.send(request, BodyHandlers.ofByteArray()).body();
      for (Map<String, Object> message :
          Json.objects(Json.object(body).getOrDefault("messages", List.of()))) {
        Object raw = message.get("RawData");
        if (raw != null) {
          letters.computeIfAbsent(
              String.valueOf(message.get("Id")), id -> new Letter(raw.toString()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return List.copyOf(letters.values());
  }
}
