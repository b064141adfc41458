package fr.vismonjob.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The expressions of one write. They name attributes by placeholders, because DynamoDB reserves
 * many words ({@code date}).
 */
final class Expressions {
  private final Map<String, String> placeholders = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();
  private final List<String> sets = new ArrayList<>();
  private final List<String> removals = new ArrayList<>();
  private final List<String> additions = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();

  void exists(String name) {
    conditions.add("attribute_exists(" + path(name) + ")");
  }

  void isAbsent(String name) {
    conditions.add(absent(name));
  }

  void is(String name, AttributeValue value) {
    conditions.add(path(name) + " = " + value(value));
  }

  void isOrIsAbsent(String name, AttributeValue value) {
    conditions.add("(" + absent(name) + " OR " + path(name) + " = " + value(value) + ")");
  }

  void isWithout(String list, String text) {
    conditions.add("NOT contains(" + path(list) + ", " + value(AttributeValue.fromS(text)) + ")");
  }

  void isBelow(String name, long number) {
    conditions.add("(" + absent(name) + " OR " + path(name) + " < " + number(number) + ")");
  }

  void add(String name, long number) {
    additions.add(path(name) + " " + number(number));
  }

  void set(String name, AttributeValue value) {
    sets.add(path(name) + " = " + value(value));
  }

  void remove(String name) {
    removals.add(path(name));
  }

  /** What an update does; empty if nothing. */
  String update() {
    return Stream.of(clause("SET", sets), clause("REMOVE", removals), clause("ADD", additions))
        .filter(clause -> !clause.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String clause(String verb, List<String> parts) {
    return parts.isEmpty() ? "" : verb + " " + String.join(", ", parts);
  }

  String condition() {
    return String.join(" AND ", conditions);
  }

  Map<String, String> names() {
    return names;
  }

  /** DynamoDB refuses an empty map. */
  @Nullable Map<String, AttributeValue> valuesOrNone() {
    return values.isEmpty() ? null : values;
  }

  private String absent(String name) {
    return "attribute_not_exists(" + path(name) + ")";
  }

  private String path(String name) {
    String placeholder = placeholders.computeIfAbsent(name, _ -> "#n" + placeholders.size());
    names.put(placeholder, name);
    return placeholder;
  }

  private String number(long number) {
    return value(AttributeValue.fromN(Long.toString(number)));
  }

  private String value(AttributeValue value) {
    String placeholder = ":v" + values.size();
    values.put(placeholder, value);
    return placeholder;
  }
}
