package fr.vismonjob.dynamodb;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** A table whose items have one text as their key. What is read is what was last written. */
public final class ItemTable {
  private final DynamoDbClient dynamoDb;
  private final String table;
  private final String keyName;

  public ItemTable(DynamoDbClient dynamoDb, String table, String keyName) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.keyName = keyName;
  }

  public Optional<Item> find(String key) {
    return Optional.of(
            dynamoDb.getItem(get -> get.tableName(table).key(key(key)).consistentRead(true)).item())
        .filter(attributes -> !attributes.isEmpty())
        .map(Item::of);
  }

  public Stream<Item> scan() {
    return dynamoDb
        .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
        .items()
        .stream()
        .map(Item::of);
  }

  /** A share of the items that have this value in this attribute. */
  public Stream<Item> scan(String attribute, String value, Share share) {
    return dynamoDb
        .scanPaginator(
            scan ->
                scan.tableName(table)
                    .consistentRead(true)
                    .segment(share.index())
                    .totalSegments(share.of())
                    .filterExpression("#attribute = :value")
                    .expressionAttributeNames(Map.of("#attribute", attribute))
                    .expressionAttributeValues(Map.of(":value", Item.text(value))))
        .items()
        .stream()
        .map(Item::of);
  }

  /** The items of an index that have this value; the index may lag a moment behind the table. */
  public Stream<Item> query(String index, String attribute, String value) {
    return dynamoDb
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .indexName(index)
                    .keyConditionExpression("#attribute = :value")
                    .expressionAttributeNames(Map.of("#attribute", attribute))
                    .expressionAttributeValues(Map.of(":value", Item.text(value))))
        .items()
        .stream()
        .map(Item::of);
  }

  /** An update of the item of this key; it passes only if there is one. */
  public ItemUpdate update(String key) {
    return new ItemUpdate(dynamoDb, table, key(key));
  }

  /** Passes only if there is no item of this key yet. */
  public Write insert(Item item) {
    return new Write(
        TransactWriteItem.builder()
            .put(
                Put.builder()
                    .tableName(table)
                    .item(item.attributes())
                    .conditionExpression("attribute_not_exists(#key)")
                    .expressionAttributeNames(Map.of("#key", keyName))
                    .build())
            .build());
  }

  /** Inserts an item on its own; false if there is one of this key already. */
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

  private Map<String, AttributeValue> key(String key) {
    return Map.of(keyName, Item.text(key));
  }
}
