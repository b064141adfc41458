package fr.vismonjob.workflow;

import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.json.Json;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The members of a JSON object that one step hands to the next. A missing member is a fault of the
 * workflow's definition.
 */
public record StepInput(Map<String, Object> values) {

  public static StepInput read(InputStream json) {
    return new StepInput(Json.readObject(json));
  }

  @SuppressWarnings("unchecked")
  static StepInput of(Object json) {
    return new StepInput((Map<String, Object>) json);
  }

  public String text(String name) {
    return (String) required(name);
  }

  public boolean flag(String name) {
    return (Boolean) required(name);
  }

  public long number(String name) {
    return ((Number) required(name)).longValue();
  }

  public double decimal(String name) {
    return ((Number) required(name)).doubleValue();
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

  public StepInput object(String name) {
    return of(required(name));
  }

  public List<StepInput> objects(String name) {
    return list(name).stream().map(StepInput::of).toList();
  }

  public boolean has(String name) {
    return values.get(name) != null;
  }

  /** The sum of one member over the objects of a list. */
  public long sum(String list, String name) {
    return objects(list).stream().mapToLong(object -> object.number(name)).sum();
  }

  public Share share(String name) {
    StepInput share = object(name);
    return new Share((int) share.number("index"), (int) share.number("of"));
  }

  List<?> list(String name) {
    return (List<?>) required(name);
  }

  private Object required(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the step's input has no member " + name);
    }
    return value;
  }
}
