package fr.vismonjob.workflow;

import fr.vismonjob.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files that the steps of an execution write for later steps, and for people who want to know later
 * what was done.
 */
public interface RunFiles {
  /** Prefix of the runs' files; each execution has a folder. */
  String RUNS = "passages/";

  /** Prefix of the organisers' reports; each has a folder. */
  String REPORTS = "rapports/";

  /** How many pairs or people one call of a function goes through, if there are few. */
  int BATCH = 25;

  /** The answers of a Distributed Map must fit in 256 KiB together. */
  int MOST_BATCHES = 4000;

  void write(String key, String content);

  String read(String key);

  /** The content of a file; empty if there is no such file. */
  Optional<String> find(String key);

  /** Deletes a file; there need be none. */
  void delete(String key);

  default void writeJson(String key, Object json) {
    write(key, Json.write(json));
  }

  default JsonInput readJson(String key) {
    return JsonInput.parse(read(key));
  }

  /**
   * Writes the items in batches, as one JSON array, which is the input of a Distributed Map.
   *
   * @param items the items by the name of the one member of their batches
   * @return how many batches there are
   */
  default int writeBatches(String key, Map<String, List<?>> items) {
    int all = items.values().stream().mapToInt(List::size).sum();
    return writeBatches(key, items, Math.max(BATCH, Math.ceilDiv(all, MOST_BATCHES)));
  }

  /** The same in batches of this size. */
  default int writeBatches(String key, Map<String, List<?>> items, int size) {
    List<Map<String, Object>> batches = new ArrayList<>();
    items.forEach(
        (name, all) -> {
          for (int from = 0; from < all.size(); from += size) {
            batches.add(Map.of(name, all.subList(from, Math.min(from + size, all.size()))));
          }
        });
    writeJson(key, batches);
    return batches.size();
  }
}
