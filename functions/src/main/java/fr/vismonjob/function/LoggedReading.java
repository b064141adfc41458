package fr.vismonjob.function;

import fr.vismonjob.json.ErrorLine;
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
      ErrorLine.of("setting-unreadable")
          .with("setting", name)
          .with("detail", ErrorLine.words(e))
          .print();
      throw e;
    }
  }
}
