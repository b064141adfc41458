package fr.vismonjob.workflow;

import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.json.Json;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The members of a JSON object that one step hands to the next. A missing member is a fault of the
 * workflow's definition.
 */
public record JsonInput(Map<String, Object> values) {

  public static JsonInput read(InputStream json) {
    return new JsonInput(Json.readObject(json));
  }

  static JsonInput parse(String json) {
    return new JsonInput(Json.readObject(json.getBytes(StandardCharsets.UTF_8)));
  }

  @SuppressWarnings("unchecked")
  static JsonInput of(Object json) {
    return new JsonInput((Map<String, Object>) json);
  }

  public String text(String name) {
    return required(name, String.class);
  }

  public boolean flag(String name) {
    return required(name, Boolean.class);
  }

  public long number(String name) {
    return required(name, Number.class).longValue();
  }

  public double decimal(String name) {
    return required(name, Number.class).doubleValue();
  }

  public LocalDate day(String name) {
    return LocalDate.parse(text(name));
  }

  public List<String> texts(String name) {
    return list(name).stream().map(String.class::cast).toList();
  }

  public List<LocalDate> days(String name) {
    return texts(name).stream().map(LocalDate::parse).toList();
  }

  public JsonInput object(String name) {
    return of(required(name, Map.class));
  }

  public List<JsonInput> objects(String name) {
    return list(name).stream().map(JsonInput::of).toList();
  }

  /** The objects of a list that need not be there. */
  public List<JsonInput> objectsOrNone(String name) {
    return has(name) ? objects(name) : List.of();
  }

  public boolean has(String name) {
    return values.get(name) != null;
  }

  /** The sum of one member over the objects of a list. */
  public long sum(String list, String name) {
    return objects(list).stream().mapToLong(object -> object.number(name)).sum();
  }

  public Share share(String name) {
    JsonInput share = object(name);
    return new Share((int) share.number("index"), (int) share.number("of"));
  }

  List<?> list(String name) {
    return required(name, List.class);
  }

  private <T> T required(String name, Class<T> type) {
    Object value = values.get(name);
    if (value == null || !type.isInstance(value)) {
      throw new IllegalArgumentException(
          "the step's input has no " + type.getSimpleName() + " named " + name);
    }
    return type.cast(value);
  }
}
