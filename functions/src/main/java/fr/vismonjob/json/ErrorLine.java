package fr.vismonjob.json;

import java.util.LinkedHashMap;
import java.util.Map;

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

  public ErrorLine with(String name, String value) {
    line.put(name, value);
    return this;
  }

  public void print() {
    System.out.println(Json.write(line));
  }
}
