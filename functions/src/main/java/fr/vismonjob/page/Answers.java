package fr.vismonjob.page;

import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.form.Fields;
import fr.vismonjob.form.FilledField;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into a form, and what is wrong with it.
 *
 * @param values all values of each field, as typed
 * @param violations the message for each field that is wrong, in the order of the page
 */
public record Answers(Map<String, List<String>> values, Map<String, String> violations) {
  public Answers {
    values = Map.copyOf(values);
    violations = Collections.unmodifiableMap(new LinkedHashMap<>(violations));
  }

  /** A blank form. */
  public static Answers blank() {
    return new Answers(Map.of(), Map.of());
  }

  public static Answers of(Map<String, List<String>> values) {
    return new Answers(values, Map.of());
  }

  /** What was typed, and the first thing that is wrong with each field. */
  public static Answers of(Fields fields, List<Violation> violations) {
    Map<String, String> messages = new LinkedHashMap<>();
    violations.forEach(violation -> messages.putIfAbsent(violation.field(), violation.message()));
    return new Answers(fields.typed(), messages);
  }

  /** The present answers of a registration, to be changed. */
  public static Answers of(List<FilledField> fields) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    fields.forEach(filled -> values.put(filled.field().name(), filled.typed()));
    return of(values);
  }

  /** The same with a value for a field that has none. */
  public Answers orElse(String field, String value) {
    Map<String, List<String>> all = new HashMap<>(values);
    all.putIfAbsent(field, List.of(value));
    return new Answers(all, violations);
  }

  public boolean areWrong() {
    return !violations.isEmpty();
  }

  /** The value typed into the field; empty if there is none. */
  public String value(String field) {
    return value(field, 0);
  }

  /** The value typed into the control of that rank of a repeated field. */
  public String value(String field, int rank) {
    List<String> all = values.getOrDefault(field, List.of());
    return rank < all.size() ? all.get(rank) : "";
  }

  /** Whether the value was chosen. */
  public boolean has(String field, String value) {
    return values.getOrDefault(field, List.of()).contains(value);
  }

  /** What is wrong with the field; empty if nothing is. */
  public String error(String field) {
    return violations.getOrDefault(field, "");
  }

  public boolean isWrong(String field) {
    return violations.containsKey(field);
  }

  /** The value typed into the field. Null if there is none, see {@link #describedBy}. */
  public @Nullable String valueOrNull(String field) {
    String value = value(field);
    return value.isEmpty() ? null : value;
  }

  /** The value of {@code aria-invalid}, see {@link #describedBy}. */
  public @Nullable String invalid(String field) {
    return isWrong(field) ? "true" : null;
  }

  /**
   * The value of {@code aria-describedby}: the id of the error. Null if there is none, because
   * templates leave out an attribute whose value is null.
   */
  public @Nullable String describedBy(String field) {
    return isWrong(field) ? field + "-erreur" : null;
  }
}
