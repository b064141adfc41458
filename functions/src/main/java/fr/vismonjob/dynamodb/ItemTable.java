package fr.vismonjob.dynamodb;

import fr.vismonjob.dynamodb.Transactions.Write;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** A table whose key is one text. Reads are consistent: they see the last write. */
public record ItemTable(DynamoDbClient dynamoDb, String table, String keyName) {
  public Optional<Item> find(String key) {
    return Optional.of(
            dynamoDb.getItem(get -> get.tableName(table).key(key(key)).consistentRead(true)).item())
        .filter(attributes -> !attributes.isEmpty())
        .map(Item::of);
  }

  /** What an attribute of an item says now, if it is a text; empty otherwise. */
  public String textNow(String key, String attribute) {
    return find(key).map(item -> item.texts().getOrDefault(attribute, "")).orElse("");
  }

  public Stream<Item> scan() {
    return scan(Share.WHOLE);
  }

  public Stream<Item> scan(Share share) {
    return scan(share, _ -> {});
  }

  /**
   * Reads a share of the items with this text in this attribute, also if somebody typed it as a
   * number or with blanks around it.
   */
  public Stream<Item> scan(String attribute, String value, Share share) {
    return scan(
            share,
            scan ->
                scan.filterExpression(
                        "contains(#attribute, :value) OR NOT attribute_type(#attribute, :text)")
                    .expressionAttributeNames(Map.of("#attribute", attribute))
                    .expressionAttributeValues(
                        Map.of(
                            ":value",
                            AttributeValue.fromS(value),
                            ":text",
                            AttributeValue.fromS("S"))))
        .filter(item -> item.means(attribute, AttributeValue.fromS(value)));
  }

  private Stream<Item> scan(Share share, Consumer<ScanRequest.Builder> further) {
    return dynamoDb
        .scanPaginator(
            scan ->
                scan.tableName(table)
                    .consistentRead(true)
                    .segment(share.index())
                    .totalSegments(share.of())
                    .applyMutation(further))
        .items()
        .stream()
        .map(Item::of);
  }

  /** Reads the items of an index with this value. The index may lag a moment behind the table. */
  public Stream<Item> query(String index, String attribute, String value) {
    return dynamoDb
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .indexName(index)
                    .keyConditionExpression("#attribute = :value")
                    .expressionAttributeNames(Map.of("#attribute", attribute))
                    .expressionAttributeValues(Map.of(":value", AttributeValue.fromS(value))))
        .items()
        .stream()
        .map(Item::of);
  }

  /**
   * Reads what an item of this table says.
   *
   * @throws UnreadableRow if one of its attributes cannot be read
   */
  public <T> T read(Item item, Function<Item, T> reader) {
    try {
      return reader.apply(item);
    } catch (Unreadable e) {
      throw new UnreadableRow(keyName + " " + item.required(keyName), e);
    }
  }

  /** The same, without the items that cannot be read: those are told to {@code unreadable}. */
  public <T> Stream<T> read(
      Stream<Item> items, Function<Item, T> reader, Consumer<UnreadableRow> unreadable) {
    return items.flatMap(
        item -> UnreadableRow.skip(() -> Optional.of(read(item, reader)), unreadable).stream());
  }

  /** An update of the item with this key. It passes only if the item exists. */
  public ItemUpdate update(String key) {
    return new ItemUpdate(dynamoDb, table, key(key)).ofExisting();
  }

  /** An update of the item with this key, which is made if there is none. It needs a condition. */
  public ItemUpdate updateOrMake(String key) {
    return new ItemUpdate(dynamoDb, table, key(key));
  }

  /** Inserts an item in a transaction, which passes only if no item has this key yet. */
  public Write insert(Item item) {
    return updateOrMake(item.required(keyName)).onlyIfAbsent(keyName).replaceWith(item);
  }

  /**
   * The same with another item in its place, under another key, if an item has this key already.
   */
  public Write insert(Item item, Item ifKnown) {
    return new Write(
        key(item.required(keyName)),
        found -> insert(found.has(keyName) ? ifKnown : item).given().apply(Item.empty()));
  }

  /** Inserts an item on its own; false if an item has this key already. */
  public boolean insertNow(Item item) {
    try {
      dynamoDb.putItem(
          put ->
              put.tableName(table)
                  .item(item.attributes())
                  .conditionExpression("attribute_not_exists(#key)")
                  .expressionAttributeNames(Map.of("#key", keyName)));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  /** Deletes an item on its own; it need not exist. */
  public void deleteNow(String key) {
    dynamoDb.deleteItem(delete -> delete.tableName(table).key(key(key)));
  }

  private Map<String, AttributeValue> key(String key) {
    return Map.of(keyName, AttributeValue.fromS(key));
  }
}
