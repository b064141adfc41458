package fr.vismonjob.edition;

import fr.vismonjob.dynamodb.Item;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the workflows note on the items of the {@code Editions} table, beside what organisers write
 * there. The latest day is noted by the workflows themselves.
 */
public final class EditionProgressTable {
  private static final String HANDLED_UNTIL = "traite_jusqu_au";
  private static final String ERASED_ON = "donnees_effacees_le";

  private final DynamoDbClient dynamoDb;
  private final String table;

  public EditionProgressTable(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /**
   * The latest day that was lived through to its end.
   *
   * @throws InvalidEdition if somebody has written something else there
   */
  public Optional<LocalDate> handledUntil(String edition) {
    AttributeValue value = item(edition).get(HANDLED_UNTIL);
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(value.s() == null ? "" : value.s()));
    } catch (DateTimeException e) {
      throw new InvalidEdition(HANDLED_UNTIL, "une date de la forme 2026-11-24 est attendue");
    }
  }

  /** The names of the editions whose personal data is still kept, in order. */
  public List<String> notErased() {
    return dynamoDb
        .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
        .items()
        .stream()
        .filter(item -> !item.containsKey(ERASED_ON))
        .map(item -> Item.of(item).required("edition"))
        .sorted()
        .toList();
  }

  public boolean isErased(String edition) {
    return item(edition).containsKey(ERASED_ON);
  }

  /**
   * Notes that no personal data of the edition is left; organisers who remove the note have it
   * looked for again.
   */
  public void noteErased(String edition, LocalDate day) {
    dynamoDb.updateItem(
        update ->
            update
                .tableName(table)
                .key(key(edition))
                .updateExpression("SET " + ERASED_ON + " = :day")
                .conditionExpression("attribute_exists(edition)")
                .expressionAttributeValues(Map.of(":day", AttributeValue.fromS(day.toString()))));
  }

  private Map<String, AttributeValue> item(String edition) {
    return dynamoDb
        .getItem(get -> get.tableName(table).key(key(edition)).consistentRead(true))
        .item();
  }

  private static Map<String, AttributeValue> key(String edition) {
    return Map.of("edition", AttributeValue.fromS(edition));
  }
}
