package fr.vismonjob.workflow;

import fr.vismonjob.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files that the steps of an execution leave for each other, and for whoever wants to know later
 * what was done.
 */
public interface RunFiles {
  /** Where the organisers' reports are, in a folder each. */
  String REPORTS = "rapports/";

  void write(String key, String content);

  String read(String key);

  /** The content; empty if there is no such file. */
  Optional<String> find(String key);

  default void writeJson(String key, Object json) {
    write(key, Json.write(json));
  }

  default StepInput readJson(String key) {
    return new StepInput(Json.readObject(read(key).getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes the items in batches, one JSON array, which a Distributed Map goes through.
   *
   * @param name of each batch's one member
   * @return how many batches there are
   */
  default int writeBatches(String key, String name, List<?> items, int size) {
    List<Map<String, Object>> batches = new ArrayList<>();
    for (int from = 0; from < items.size(); from += size) {
      batches.add(Map.of(name, items.subList(from, Math.min(from + size, items.size()))));
    }
    writeJson(key, batches);
    return batches.size();
  }
}
