package fr.vismonjob.registration;

import fr.vismonjob.dynamodb.Item;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The {@code Registrations} table. */
public final class RegistrationTable {
  private final DynamoDbClient dynamoDb;
  private final String table;

  public RegistrationTable(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  public Optional<Registration> find(String id) {
    Map<String, AttributeValue> item =
        dynamoDb.getItem(get -> get.tableName(table).key(key(id)).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(RegistrationItem.read(item));
  }

  static Map<String, AttributeValue> key(String id) {
    return Map.of("inscription", Item.text(id));
  }
}
