package fr.vismonjob;

import fr.vismonjob.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Walks through the models, which {@code model/traces.py} has written. */
public final class ModelWalks {
  /** A step, and what is so after it. */
  public record Step(List<?> act, List<?> state) {}

  private ModelWalks() {}

  /** Those that are kept with the tests, or those of {@code make model}. */
  public static List<List<Step>> of(String file) throws IOException {
    String folder = System.getProperty("model.traces", "");
    try (InputStream in =
        folder.isEmpty()
            ? ModelWalks.class.getResourceAsStream("/model/" + file)
            : Files.newInputStream(Path.of(folder, file))) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return list(Json.readObject(bytes).get("traces")).stream()
          .map(walk -> list(walk).stream().map(step -> step((Map<?, ?>) step)).toList())
          .toList();
    }
  }

  private static Step step(Map<?, ?> step) {
    return new Step(list(step.get("act")), list(step.get("state")));
  }

  private static List<?> list(Object value) {
    return (List<?>) Objects.requireNonNull(value);
  }
}
