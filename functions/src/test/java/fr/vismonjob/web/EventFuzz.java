package fr.vismonjob.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.vismonjob.form.Fields;
import fr.vismonjob.json.Json;
import fr.vismonjob.metric.MetricLines;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes in place of an event of API Gateway: an answer that is no fault of ours, or no event.
 */
class EventFuzz {
  private static final Resource ECHO =
      new Resource.Form() {
        @Override
        public Answer get(Request request) {
          return new Answer.Data(
              request.query().values().stream().sorted().toList(),
              Map.of("X-Accept", String.valueOf(request.acceptsGzip())));
        }

        @Override
        public Answer post(Request request, Fields fields) {
          return new Answer.Data(List.of(fields.text("prenom")), Map.of());
        }
      };

  private static final WebFunction WEB =
      new WebFunction(
          ErrorPage::detail,
          Map.of("/", ECHO, "/etudiants", ECHO, "/communes", ECHO, "/confirmation/{link}", ECHO),
          new MetricLines().metrics());

  static List<byte[]> events() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../events"))) {
      return files.sorted().map(EventFuzz::bytes).toList();
    }
  }

  @MethodSource("events")
  @FuzzTest(maxDuration = "1m")
  void every_event_is_answered(byte[] event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      WEB.handle(new ByteArrayInputStream(event), out);
    } catch (UncheckedIOException _) {
      return; // This is no event.
    }
    Object status = Json.readObject(out.toByteArray()).get("statusCode");
    assertTrue(Set.of(200, 400, 404, 405, 413, 415).contains(status), () -> "answered " + status);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
