package fr.vismonjob.dynamodb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * An update of an existing item: attributes to set and remove, and the conditions under which it
 * passes. Under the same conditions the item may be deleted or replaced instead. Other attributes
 * stay as they are, even if somebody writes them at the same time. Expressions name attributes by
 * placeholders, because DynamoDB reserves many words ({@code date}).
 *
 * <p>A missing number counts as zero, a missing list or map as empty: an organiser may have removed
 * it, or the item may be older than the attribute.
 */
public final class ItemUpdate {
  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Map<String, AttributeValue> key;
  private final Map<String, String> placeholders = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();
  private final List<String> sets = new ArrayList<>();
  private final List<String> removals = new ArrayList<>();
  private final List<String> additions = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();

  ItemUpdate(DynamoDbClient dynamoDb, String table, Map<String, AttributeValue> key) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.key = key;
    // Without this condition an update would create an item that does not exist.
    key.keySet().forEach(name -> conditions.add("attribute_exists(" + path(name) + ")"));
  }

  public ItemUpdate set(String name, String text) {
    return set(Item.empty().put(name, text));
  }

  /** Sets these attributes, and removes those that are put empty. */
  public ItemUpdate set(Item attributes) {
    attributes.attributes().forEach((name, to) -> sets.add(path(name) + " = " + value(to)));
    attributes.absent().forEach(this::remove);
    return this;
  }

  /** Adds to a number. */
  public ItemUpdate add(String name, long number) {
    additions.add(path(name) + " " + value(AttributeValue.fromN(Long.toString(number))));
    return this;
  }

  /** Adds to the end of a list. */
  public ItemUpdate append(String list, String text) {
    sets.add(
        "%s = list_append(if_not_exists(%s, %s), %s)"
            .formatted(
                path(list),
                path(list),
                value(AttributeValue.fromL(List.of())),
                value(AttributeValue.fromL(List.of(AttributeValue.fromS(text))))));
    return this;
  }

  /** Removes a text from a list. Passes only if the text is at that position. */
  public ItemUpdate takeOut(String list, int position, String text) {
    String entry = path(list) + "[" + position + "]";
    conditions.add(entry + " = " + value(AttributeValue.fromS(text)));
    removals.add(entry);
    return this;
  }

  /** Removes an attribute or an entry of a map; it need not exist. */
  public ItemUpdate remove(String... path) {
    removals.add(path(path));
    return this;
  }

  public ItemUpdate onlyIf(String name, String text) {
    return onlyIf(Item.empty().put(name, text));
  }

  public ItemUpdate onlyIf(String name, long number) {
    return onlyIf(Item.empty().put(name, number));
  }

  /** Passes only if these attributes are so, and those that are put empty are not there. */
  public ItemUpdate onlyIf(Item attributes) {
    attributes
        .attributes()
        .forEach(
            (name, is) -> {
              String same = path(name) + " = " + value(is);
              boolean isNothing = (is.hasL() && is.l().isEmpty()) || "0".equals(is.n());
              conditions.add(isNothing ? "(" + absent(name) + " OR " + same + ")" : same);
            });
    attributes.absent().forEach(this::onlyIfAbsent);
    return this;
  }

  public ItemUpdate onlyIfAbsent(String name) {
    conditions.add(absent(name));
    return this;
  }

  /** Passes only if the number exists and is at least this. */
  public ItemUpdate onlyIfAtLeast(String name, long number) {
    conditions.add(path(name) + " >= " + value(AttributeValue.fromN(Long.toString(number))));
    return this;
  }

  /** Passes only if the number exists and is less than this. */
  public ItemUpdate onlyIfBelow(String name, long number) {
    conditions.add(path(name) + " < " + value(AttributeValue.fromN(Long.toString(number))));
    return this;
  }

  /**
   * Passes only if the list (or the text or set that an organiser may have made of it) does not
   * hold this text.
   */
  public ItemUpdate onlyIfWithout(String list, String text) {
    conditions.add("NOT contains(" + path(list) + ", " + value(AttributeValue.fromS(text)) + ")");
    return this;
  }

  /** Carries the update out at once; empty if a condition does not hold. */
  public Optional<Item> apply() {
    try {
      return Optional.of(
          Item.of(
              dynamoDb
                  .updateItem(
                      update ->
                          update
                              .tableName(table)
                              .key(key)
                              .updateExpression(expression())
                              .conditionExpression(condition())
                              .expressionAttributeNames(names)
                              .expressionAttributeValues(valuesOrNone())
                              .returnValues("ALL_NEW"))
                  .attributes()));
    } catch (ConditionalCheckFailedException e) {
      return Optional.empty();
    }
  }

  public Write write() {
    return new Write(
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(table)
                        .key(key)
                        .updateExpression(expression())
                        .conditionExpression(condition())
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(valuesOrNone()))
            .build());
  }

  /** Deletes the item instead. */
  public Write delete() {
    return new Write(
        TransactWriteItem.builder()
            .delete(
                delete ->
                    delete
                        .tableName(table)
                        .key(key)
                        .conditionExpression(condition())
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(valuesOrNone()))
            .build());
  }

  /** Replaces the whole item with this one. */
  public Write replaceWith(Item item) {
    return new Write(
        TransactWriteItem.builder()
            .put(
                put ->
                    put.tableName(table)
                        .item(item.attributes())
                        .conditionExpression(condition())
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(valuesOrNone()))
            .build());
  }

  /** Changes nothing, but lets a transaction pass only under the conditions. */
  public Write check() {
    return new Write(
        TransactWriteItem.builder()
            .conditionCheck(
                check ->
                    check
                        .tableName(table)
                        .key(key)
                        .conditionExpression(condition())
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(valuesOrNone()))
            .build());
  }

  private String expression() {
    String expression =
        Stream.of(clause("SET", sets), clause("REMOVE", removals), clause("ADD", additions))
            .filter(clause -> !clause.isEmpty())
            .collect(Collectors.joining(" "));
    if (expression.isEmpty()) {
      throw new IllegalStateException(
          "an update of " + table + " changes nothing: set or remove an attribute, or use check()");
    }
    return expression;
  }

  private static String clause(String verb, List<String> parts) {
    return parts.isEmpty() ? "" : verb + " " + String.join(", ", parts);
  }

  private String condition() {
    return String.join(" AND ", conditions);
  }

  /** DynamoDB refuses an empty map. */
  private @Nullable Map<String, AttributeValue> valuesOrNone() {
    return values.isEmpty() ? null : values;
  }

  private String absent(String name) {
    return "attribute_not_exists(" + path(name) + ")";
  }

  private String path(String... path) {
    return Arrays.stream(path).map(this::name).collect(Collectors.joining("."));
  }

  private String name(String name) {
    String placeholder = placeholders.computeIfAbsent(name, _ -> "#n" + placeholders.size());
    names.put(placeholder, name);
    return placeholder;
  }

  private String value(AttributeValue value) {
    String placeholder = ":v" + values.size();
    values.put(placeholder, value);
    return placeholder;
  }
}
