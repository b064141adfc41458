package fr.vismonjob.function;

import fr.vismonjob.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Names in the log a setting or key that cannot be read: whoever goes on with the last value shows
 * nothing of the fault.
 */
final class LoggedReading {
  private LoggedReading() {}

  /**
   * @param name the environment variable that says where the value stands
   */
  static <T> T of(String name, Supplier<T> reader) {
    try {
      return reader.get();
    } catch (RuntimeException e) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("level", "ERROR");
      line.put("event", "setting-unreadable");
      line.put("setting", name);
      line.put("detail", FaultWords.of(e));
      System.out.println(Json.write(line));
      throw e;
    }
  }
}
