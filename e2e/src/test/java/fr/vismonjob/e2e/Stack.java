package fr.vismonjob.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The deployed stack, as {@code make up} wrote it down. */
final class Stack {
  private static final Stack CURRENT = read();

  private final Map<String, Object> outputs;

  private Stack(Map<String, Object> outputs) {
    this.outputs = outputs;
  }

  static Stack current() {
    return CURRENT;
  }

  private static Stack read() {
    Path file = Path.of(System.getProperty("vismonjob.stack", "../.local/stack.json"));
    try {
      return new Stack(Json.object(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("No stack is up (make up): " + file, e);
    }
  }

  /** Without a final slash. */
  String siteUrl() {
    return output("SiteUrl");
  }

  URI endpoint() {
    return URI.create(output("Endpoint"));
  }

  String region() {
    return output("Region");
  }

  String output(String name) {
    Object value = outputs.get(name);
    if (value == null) {
      throw new IllegalStateException("The stack has no output " + name);
    }
    return value.toString();
  }
}
