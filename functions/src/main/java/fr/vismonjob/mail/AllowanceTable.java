package fr.vismonjob.mail;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.Write;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The {@code MailAllowances} table; items end by themselves an hour after the last mail (DynamoDB
 * TTL).
 */
public final class AllowanceTable {
  private final DynamoDbClient dynamoDb;
  private final String table;

  public AllowanceTable(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  public Allowance of(String address) {
    Map<String, AttributeValue> item =
        dynamoDb
            .getItem(
                get ->
                    get.tableName(table)
                        .key(Map.of("destinataire", Item.text(address)))
                        .consistentRead(true))
            .item();
    return new Allowance(
        address, Item.of(item).list("envois").stream().map(Instant::parse).toList());
  }

  /**
   * Counts one more mail; the transaction fails if another was counted since {@code before} was
   * read.
   */
  public Write count(Allowance before, Instant now) {
    Allowance after = before.withOne(now);
    Item item =
        Item.empty()
            .put("destinataire", after.address())
            .put("envois", texts(after.sent()))
            .put("expire_le", now.plus(Allowance.PERIOD).getEpochSecond());
    Put.Builder put = Put.builder().tableName(table).item(item.attributes());
    if (before.sent().isEmpty()) {
      put.conditionExpression("attribute_not_exists(destinataire)");
    } else {
      put.conditionExpression("envois = :before")
          .expressionAttributeValues(Map.of(":before", Item.texts(texts(before.sent()))));
    }
    return new Write(TransactWriteItem.builder().put(put.build()).build());
  }

  private static List<String> texts(List<Instant> instants) {
    return instants.stream().map(Instant::toString).toList();
  }
}
