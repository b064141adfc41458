package fr.vismonjob.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure.ALL_OLD;

import fr.vismonjob.dynamodb.Transactions.Write;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * An update of an existing item: attributes to set and remove, and the conditions under which it
 * passes. Under the same conditions the item may be deleted or replaced instead. Other attributes
 * stay as they are, even if somebody writes them at the same time.
 *
 * <p>A missing number counts as zero, a missing list as empty: an organiser may have removed it, or
 * the item may be older than the attribute. An attribute that somebody typed in another spelling of
 * the same meaning counts as what it means: DynamoDB compares letter by letter, so the condition is
 * then made anew of what DynamoDB says that the item holds.
 */
public final class ItemUpdate {
  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Map<String, AttributeValue> key;
  private final Item changes = Item.empty();
  private final Item expected = Item.empty();
  private final Map<String, Long> additions = new HashMap<>();
  private final List<Consumer<Expressions>> others = new ArrayList<>();

  ItemUpdate(DynamoDbClient dynamoDb, String table, Map<String, AttributeValue> key) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.key = key;
  }

  /** Without this condition an update would create an item that does not exist. */
  ItemUpdate ofExisting() {
    key.keySet().forEach(name -> others.add(expressions -> expressions.exists(name)));
    return this;
  }

  public ItemUpdate set(String name, String text) {
    return set(Item.empty().put(name, text));
  }

  /** Sets these attributes, and removes those that are put empty. */
  public ItemUpdate set(Item attributes) {
    changes.putAll(attributes);
    return this;
  }

  /** Adds to a number that no organiser edits. */
  public ItemUpdate add(String name, long number) {
    additions.put(name, number);
    return this;
  }

  /** Removes an attribute; it need not exist. */
  public ItemUpdate remove(String name) {
    return set(name, "");
  }

  public ItemUpdate onlyIf(String name, String text) {
    return onlyIf(Item.empty().put(name, text));
  }

  public ItemUpdate onlyIf(String name, long number) {
    return onlyIf(Item.empty().put(name, number));
  }

  /** Passes only if these attributes are so, and those that are put empty are not there. */
  public ItemUpdate onlyIf(Item attributes) {
    expected.putAll(attributes);
    return this;
  }

  /** Passes only if the attribute is there, whatever it says. */
  public ItemUpdate onlyIfPresent(String name) {
    others.add(expressions -> expressions.exists(name));
    return this;
  }

  public ItemUpdate onlyIfAbsent(String name) {
    return onlyIf(name, "");
  }

  /** Passes only if the number is less than this, or missing. */
  public ItemUpdate onlyIfBelow(String name, long number) {
    others.add(expressions -> expressions.isBelow(name, number));
    return this;
  }

  /**
   * Passes only if the list (or the text or set that an organiser may have made of it) does not
   * hold this text.
   */
  public ItemUpdate onlyIfWithout(String list, String text) {
    others.add(expressions -> expressions.isWithout(list, text));
    return this;
  }

  /**
   * Carries the update out at once; empty if a condition does not hold. An item that already is as
   * the update makes it counts as updated: if an answer is lost, the SDK asks again, and then the
   * condition fails because of our own write. Whoever must be the only one sets a unique value.
   */
  public Optional<Item> apply() {
    try {
      return Optional.of(applyTo(Item.empty()));
    } catch (ConditionalCheckFailedException e) {
      Item found = Item.of(e.item());
      return isSpeltOtherwise(found)
          ? applyOnceMore(found)
          : Optional.of(found).filter(this::isMade);
    }
  }

  private Optional<Item> applyOnceMore(Item found) {
    try {
      return Optional.of(applyTo(found));
    } catch (ConditionalCheckFailedException e) {
      return Optional.of(Item.of(e.item())).filter(this::isMade);
    }
  }

  private boolean isMade(Item found) {
    return additions.isEmpty()
        && !found.attributes().isEmpty()
        && found.attributes().entrySet().containsAll(changes.attributes().entrySet())
        && changes.absent().stream().noneMatch(found::has);
  }

  private Item applyTo(Item found) {
    Expressions expressions = changing(found);
    return Item.of(
        dynamoDb
            .updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(key)
                        .updateExpression(expressions.update())
                        .conditionExpression(expressions.condition())
                        .expressionAttributeNames(expressions.names())
                        .expressionAttributeValues(expressions.valuesOrNone())
                        .returnValuesOnConditionCheckFailure(ALL_OLD)
                        .returnValues("ALL_NEW"))
            .attributes());
  }

  public Write write() {
    changing(Item.empty());
    return write(
        found -> {
          Expressions expressions = changing(found);
          return TransactWriteItem.builder()
              .update(
                  update ->
                      update
                          .tableName(table)
                          .key(key)
                          .updateExpression(expressions.update())
                          .conditionExpression(expressions.condition())
                          .expressionAttributeNames(expressions.names())
                          .expressionAttributeValues(expressions.valuesOrNone())
                          .returnValuesOnConditionCheckFailure(ALL_OLD))
              .build();
        });
  }

  /** Deletes the item instead. */
  public Write delete() {
    return write(
        found -> {
          Expressions expressions = conditions(found);
          return TransactWriteItem.builder()
              .delete(
                  delete ->
                      delete
                          .tableName(table)
                          .key(key)
                          .conditionExpression(expressions.condition())
                          .expressionAttributeNames(expressions.names())
                          .expressionAttributeValues(expressions.valuesOrNone())
                          .returnValuesOnConditionCheckFailure(ALL_OLD))
              .build();
        });
  }

  /** Replaces the whole item with this one. */
  public Write replaceWith(Item item) {
    return write(
        found -> {
          Expressions expressions = conditions(found);
          return TransactWriteItem.builder()
              .put(
                  put ->
                      put.tableName(table)
                          .item(item.attributes())
                          .conditionExpression(expressions.condition())
                          .expressionAttributeNames(expressions.names())
                          .expressionAttributeValues(expressions.valuesOrNone())
                          .returnValuesOnConditionCheckFailure(ALL_OLD))
              .build();
        });
  }

  /** Changes nothing, but lets a transaction pass only under the conditions. */
  public Write check() {
    return write(
        found -> {
          Expressions expressions = conditions(found);
          return TransactWriteItem.builder()
              .conditionCheck(
                  check ->
                      check
                          .tableName(table)
                          .key(key)
                          .conditionExpression(expressions.condition())
                          .expressionAttributeNames(expressions.names())
                          .expressionAttributeValues(expressions.valuesOrNone())
                          .returnValuesOnConditionCheckFailure(ALL_OLD))
              .build();
        });
  }

  private Expressions changing(Item found) {
    Expressions expressions = conditions(found);
    changes.attributes().forEach(expressions::set);
    changes.absent().forEach(expressions::remove);
    additions.forEach(expressions::add);
    if (expressions.update().isEmpty()) {
      throw new IllegalStateException(
          "an update of " + table + " changes nothing: set or remove an attribute, or use check()");
    }
    return expressions;
  }

  /**
   * @param found what the item is known to hold; empty if nothing is known
   */
  private Expressions conditions(Item found) {
    Expressions expressions = new Expressions();
    others.forEach(other -> other.accept(expressions));
    expected
        .attributes()
        .forEach(
            (name, is) -> {
              Optional<AttributeValue> same =
                  found.value(name).filter(value -> Meaning.isSame(is, value));
              if (same.isPresent()) {
                expressions.is(name, same.get());
              } else if ((is.hasL() && is.l().isEmpty()) || "0".equals(is.n())) {
                expressions.isOrIsAbsent(name, is);
              } else {
                expressions.is(name, is);
              }
            });
    expected
        .absent()
        .forEach(
            name ->
                found
                    .value(name)
                    .filter(Meaning::isNothing)
                    .ifPresentOrElse(
                        nothing -> expressions.is(name, nothing),
                        () -> expressions.isAbsent(name)));
    return expressions;
  }

  /** Whether the item holds what is expected in another spelling. */
  private boolean isSpeltOtherwise(Item found) {
    return expected.attributes().entrySet().stream()
            .anyMatch(
                is ->
                    found.means(is.getKey(), is.getValue())
                        && !is.getValue().equals(found.attributes().get(is.getKey())))
        || expected.absent().stream().anyMatch(found::has);
  }

  private Write write(Function<Item, TransactWriteItem> given) {
    return new Write(key, given);
  }
}
