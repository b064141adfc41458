package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.Write;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The {@code Pairs} table. */
public final class PairTable {
  private final DynamoDbClient dynamoDb;
  private final String table;

  public PairTable(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  public Optional<Pair> find(String id) {
    Map<String, AttributeValue> item =
        dynamoDb.getItem(get -> get.tableName(table).key(key(id)).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(PairItem.read(item));
  }

  /**
   * The part of a transaction that records a pair; the transaction fails if the two ever were one.
   */
  Write put(Pair pair) {
    return new Write(
        TransactWriteItem.builder()
            .put(
                put ->
                    put.tableName(table)
                        .item(PairItem.write(pair))
                        .conditionExpression("attribute_not_exists(binome)"))
            .build());
  }

  /**
   * A share of an edition's pairs, as they stand: all shares together are all of them, each once.
   */
  public Stream<Pair> scan(String edition, Share share) {
    return dynamoDb
        .scanPaginator(
            scan ->
                scan.tableName(table)
                    .consistentRead(true)
                    .segment(share.index())
                    .totalSegments(share.of())
                    .filterExpression("edition = :edition")
                    .expressionAttributeValues(Map.of(":edition", Item.text(edition))))
        .items()
        .stream()
        .map(PairItem::read);
  }

  static Map<String, AttributeValue> key(String id) {
    return Map.of("binome", Item.text(id));
  }
}
