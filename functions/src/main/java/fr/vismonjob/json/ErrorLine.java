package fr.vismonjob.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A line of the log about something that went wrong, without personal data. */
public final class ErrorLine {
  private final Map<String, Object> line = new LinkedHashMap<>();

  private ErrorLine(String event) {
    with("level", "ERROR").with("event", event);
  }

  /**
   * @param event what went wrong; queries and alarms look for it
   */
  public static ErrorLine of(String event) {
    return new ErrorLine(event);
  }

  /**
   * What the log says of a fault: its kind and its place in our code, and never its message, which
   * may hold what somebody typed.
   */
  public static String words(RuntimeException fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    return fault.getClass().getName()
        + " at "
        + Stream.of(trace)
            .filter(element -> element.getClassName().startsWith("fr.vismonjob"))
            .findFirst()
            .or(() -> Stream.of(trace).findFirst())
            .map(StackTraceElement::toString)
            .orElse("?");
  }

  public ErrorLine with(String name, String value) {
    line.put(name, value);
    return this;
  }

  public void print() {
    System.out.println(Json.write(line));
  }
}
