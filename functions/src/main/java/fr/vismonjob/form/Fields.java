package fr.vismonjob.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a body says, the same whether it came as a form or as JSON: each field with its values as
 * text. What is of the wrong JSON type is kept as {@link #misTyped} so that the field's own rule
 * can answer for it.
 */
public final class Fields {
  private final Map<String, List<String>> values;
  private final Set<String> misTyped;
  private final boolean json;

  private Fields(Map<String, List<String>> values, Set<String> misTyped, boolean json) {
    this.values = values;
    this.misTyped = misTyped;
    this.json = json;
  }

  public static Fields of(Map<String, List<String>> values) {
    return new Fields(new LinkedHashMap<>(values), Set.of(), false);
  }

  /** What a JSON object says. */
  public static Fields ofJson(Map<String, Object> object) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    Set<String> misTyped = new TreeSet<>();
    object.forEach(
        (name, value) -> {
          Optional<List<String>> texts = texts(name, value);
          texts.filter(list -> value != null).ifPresent(list -> values.put(name, list));
          if (texts.isEmpty()) {
            misTyped.add(name);
          }
        });
    return new Fields(values, misTyped, true);
  }

  /** Fields that are lists in JSON; all others are single values there. */
  private static final Set<String> LISTS = Set.of("dates", "metiers", "administrations");

  /** Fields that are numbers in JSON. */
  private static final Set<String> NUMBERS = Set.of("rayon_km", "capacite", "note");

  /** Fields that are {@code true} in JSON and {@code oui} in a form. */
  private static final Set<String> TRUTHS = Set.of("consentement", "tout_metier");

  private static Optional<List<String>> texts(
      String name, @org.jspecify.annotations.Nullable Object value) {
    if (value == null) {
      return Optional.of(List.of());
    }
    if (LISTS.contains(name)) {
      return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
          ? Optional.of(list.stream().map(String.class::cast).toList())
          : Optional.empty();
    }
    if (NUMBERS.contains(name)) {
      return value instanceof Number number
          ? Optional.of(List.of(number.toString()))
          : Optional.empty();
    }
    if (TRUTHS.contains(name)) {
      return switch (value) {
        case Boolean truth -> Optional.of(truth ? List.of("oui") : List.of());
        default -> Optional.empty();
      };
    }
    return value instanceof String text ? Optional.of(List.of(text)) : Optional.empty();
  }

  public Set<String> names() {
    Set<String> names = new TreeSet<>(values.keySet());
    names.addAll(misTyped);
    return names;
  }

  /** Whether the field was sent in JSON with a value of another type than the field's. */
  public boolean isMisTyped(String name) {
    return misTyped.contains(name);
  }

  /** The same but for these fields. */
  public Fields without(Set<String> left) {
    Map<String, List<String>> others = new LinkedHashMap<>(values);
    others.keySet().removeAll(left);
    return new Fields(others, misTyped, json);
  }

  public boolean isJson() {
    return json;
  }

  /**
   * All values of a repeated field, blank ones left out (a form sends one for each list left at its
   * first line).
   */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  /** How often a field was sent, empty values counted too. */
  public int count(String name) {
    return values.getOrDefault(name, List.of()).size();
  }

  /** The field's value without surrounding blanks; empty if it was not sent or blank. */
  public String text(String name) {
    List<String> all = values.getOrDefault(name, List.of());
    return all.isEmpty() ? "" : all.getFirst().strip();
  }

  /** As typed, to be shown again. */
  public Map<String, List<String>> typed() {
    return values;
  }
}
