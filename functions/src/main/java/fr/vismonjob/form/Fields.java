package fr.vismonjob.form;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The content of a body, whether it was a form or JSON: each field with its values as text. All
 * text that people type passes through this class, which cleans it by {@link TypedText}.
 */
public final class Fields {
  private final Map<String, List<String>> values;

  /** The JSON type of each field; empty for a form. */
  private final Map<String, Kind.Json> types;

  private final boolean json;

  private Fields(Map<String, List<String>> values, Map<String, Kind.Json> types, boolean json) {
    this.values = values;
    this.types = types;
    this.json = json;
  }

  public static Fields of(Map<String, List<String>> values) {
    return new Fields(new LinkedHashMap<>(values), Map.of(), false);
  }

  /** The fields of a JSON object. A field that is null counts as left out. */
  public static Fields ofJson(Map<String, Object> object) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    Map<String, Kind.Json> types = new HashMap<>();
    object.forEach(
        (name, value) -> {
          if (value != null) {
            types.put(name, type(value));
            values.put(name, texts(value));
          }
        });
    return new Fields(values, types, true);
  }

  private static Kind.Json type(Object value) {
    return switch (value) {
      case String _ -> Kind.Json.TEXT;
      case Number _ -> Kind.Json.NUMBER;
      case Boolean _ -> Kind.Json.TRUTH;
      case List<?> list when list.stream().allMatch(String.class::isInstance) -> Kind.Json.TEXTS;
      default -> Kind.Json.OTHER;
    };
  }

  private static List<String> texts(Object value) {
    return switch (value) {
      case Boolean truth -> truth ? List.of("oui") : List.of();
      case List<?> list -> list.stream().map(String::valueOf).toList();
      default -> List.of(value.toString());
    };
  }

  public Set<String> names() {
    return new TreeSet<>(values.keySet());
  }

  /** Whether the field came in JSON with a value of another type. */
  public boolean isMisTyped(String name, Kind.Json type) {
    return types.getOrDefault(name, type) != type;
  }

  /** The same without these fields. */
  public Fields without(Set<String> left) {
    Map<String, List<String>> others = new LinkedHashMap<>(values);
    others.keySet().removeAll(left);
    return new Fields(others, types, json);
  }

  /** These fields alone. */
  public Fields only(Set<String> kept) {
    Map<String, List<String>> some = new LinkedHashMap<>(values);
    some.keySet().retainAll(kept);
    return new Fields(some, types, json);
  }

  public boolean isJson() {
    return json;
  }

  /**
   * All codes of a repeated field, blank ones left out (a form sends one for each list left at its
   * first line).
   */
  public List<String> codes(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .map(TypedText::code)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  /** How often a field was sent, empty values counted too. */
  int count(String name) {
    return values.getOrDefault(name, List.of()).size();
  }

  /** The field's value in people's own words; empty if it was not sent or shows nothing. */
  public String text(String name) {
    return TypedText.words(first(name));
  }

  /** The field's value without blanks around it; empty if it was not sent or shows nothing. */
  public String code(String name) {
    return TypedText.code(first(name));
  }

  private String first(String name) {
    List<String> all = values.getOrDefault(name, List.of());
    return all.isEmpty() ? "" : all.getFirst();
  }

  /** The values as they were typed, to be shown again. */
  public Map<String, List<String>> typed() {
    return values;
  }
}
