package fr.vismonjob.function;

import fr.vismonjob.json.Json;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * Reads from a batch of a DynamoDB stream which mails are new. The items themselves are read by
 * key.
 */
final class StreamEvent {
  record Inserted(String key, String sequenceNumber) {}

  private StreamEvent() {}

  static List<Inserted> read(InputStream event) {
    return ((List<?>) member(Json.readObject(event), "Records"))
        .stream()
            .map(stream -> (Map<?, ?>) member((Map<?, ?>) stream, "dynamodb"))
            .map(StreamEvent::inserted)
            .toList();
  }

  private static Inserted inserted(Map<?, ?> change) {
    Map<?, ?> key = (Map<?, ?>) member((Map<?, ?>) member(change, "Keys"), "envoi");
    return new Inserted((String) member(key, "S"), (String) member(change, "SequenceNumber"));
  }

  private static Object member(Map<?, ?> object, String name) {
    Object value = object.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the stream's event has no " + name);
    }
    return value;
  }
}
