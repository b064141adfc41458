package fr.vismonjob.dynamodb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * An update of one item that is there: what is set and removed, and how the item must stand for the
 * transaction to pass; under the same conditions the item may be deleted instead. All else in the
 * item stays as it is, whoever writes it meanwhile. Attribute names never stand in an expression
 * themselves, since DynamoDB reserves many words ({@code date}).
 */
public final class ItemUpdate {
  private final String table;
  private final Map<String, AttributeValue> key;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();
  private final List<String> sets = new ArrayList<>();
  private final List<String> removals = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();

  private ItemUpdate(String table, Map<String, AttributeValue> key) {
    this.table = table;
    this.key = key;
    // An update of an item that is not there would make one.
    key.keySet().forEach(name -> conditions.add("attribute_exists(" + path(name) + ")"));
  }

  public static ItemUpdate of(String table, Map<String, AttributeValue> key) {
    return new ItemUpdate(table, key);
  }

  public ItemUpdate set(String name, AttributeValue value) {
    sets.add(path(name) + " = " + value(value));
    return this;
  }

  public ItemUpdate setAll(Map<String, AttributeValue> attributes) {
    attributes.forEach(this::set);
    return this;
  }

  /** Removes an attribute, or an entry of a map; one that is not there may be removed too. */
  public ItemUpdate remove(String... path) {
    removals.add(path(path));
    return this;
  }

  /** Passes only if the attribute has this value. */
  public ItemUpdate onlyIf(String name, AttributeValue value) {
    conditions.add(path(name) + " = " + value(value));
    return this;
  }

  /** Passes only if the number is this; an item without it counts as zero. */
  public ItemUpdate onlyIfNumber(String name, long number) {
    String same = path(name) + " = " + value(Item.number(number));
    conditions.add(number == 0 ? "(" + absent(name) + " OR " + same + ")" : same);
    return this;
  }

  /** Passes only if the list is this; an item without it counts as empty. */
  public ItemUpdate onlyIfTexts(String name, List<String> texts) {
    String same = path(name) + " = " + value(Item.texts(texts));
    conditions.add(texts.isEmpty() ? "(" + absent(name) + " OR " + same + ")" : same);
    return this;
  }

  public ItemUpdate onlyIfAbsent(String name) {
    conditions.add(absent(name));
    return this;
  }

  /** Passes only if the attribute has one of these values. */
  public ItemUpdate onlyIfAnyOf(String name, List<AttributeValue> values) {
    conditions.add(anyOf(name, values));
    return this;
  }

  /** Passes only if the attribute is not there, or has one of these values. */
  public ItemUpdate onlyIfAbsentOr(String name, List<AttributeValue> values) {
    conditions.add(
        values.isEmpty() ? absent(name) : "(" + absent(name) + " OR " + anyOf(name, values) + ")");
    return this;
  }

  public Write write() {
    if (sets.isEmpty() && removals.isEmpty()) {
      throw new IllegalStateException("an update of " + table + " that changes nothing");
    }
    Update.Builder update =
        Update.builder()
            .tableName(table)
            .key(key)
            .updateExpression(expression())
            .conditionExpression(String.join(" AND ", conditions))
            .expressionAttributeNames(names);
    if (!values.isEmpty()) {
      update.expressionAttributeValues(values);
    }
    return new Write(TransactWriteItem.builder().update(update.build()).build());
  }

  public Write delete() {
    Delete.Builder delete =
        Delete.builder()
            .tableName(table)
            .key(key)
            .conditionExpression(String.join(" AND ", conditions))
            .expressionAttributeNames(names);
    if (!values.isEmpty()) {
      delete.expressionAttributeValues(values);
    }
    return new Write(TransactWriteItem.builder().delete(delete.build()).build());
  }

  private String expression() {
    String set = sets.isEmpty() ? "" : "SET " + String.join(", ", sets) + " ";
    return removals.isEmpty() ? set : set + "REMOVE " + String.join(", ", removals);
  }

  private String anyOf(String name, List<AttributeValue> values) {
    return path(name)
        + " IN ("
        + values.stream().map(this::value).collect(Collectors.joining(", "))
        + ")";
  }

  private String absent(String name) {
    return "attribute_not_exists(" + path(name) + ")";
  }

  private String path(String... path) {
    return Arrays.stream(path).map(this::name).collect(Collectors.joining("."));
  }

  private String name(String name) {
    String placeholder = "#" + name;
    names.put(placeholder, name);
    return placeholder;
  }

  private String value(AttributeValue value) {
    String placeholder = ":v" + values.size();
    values.put(placeholder, value);
    return placeholder;
  }
}
