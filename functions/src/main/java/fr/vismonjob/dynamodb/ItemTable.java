package fr.vismonjob.dynamodb;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** A table whose key is one text. Reads are consistent: they see the last write. */
public record ItemTable(DynamoDbClient dynamoDb, String table, String keyName) {
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

  /** Reads a share of the items with this value in this attribute. */
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
                    .expressionAttributeValues(Map.of(":value", AttributeValue.fromS(value))))
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

  /** An update of the item with this key. It passes only if the item exists. */
  public ItemUpdate update(String key) {
    return new ItemUpdate(dynamoDb, table, key(key));
  }

  /** Inserts an item in a transaction, which passes only if no item has this key yet. */
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

  private Map<String, AttributeValue> key(String key) {
    return Map.of(keyName, AttributeValue.fromS(key));
  }
}
