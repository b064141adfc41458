package fr.vismonjob.coaching;

import fr.vismonjob.dynamodb.Item;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The {@code CoachingSlots} table. */
public final class CoachingSlotTable {
  private final DynamoDbClient dynamoDb;
  private final String table;

  public CoachingSlotTable(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /** The slots of an edition by start; a few dozen at most, so the table is read whole. */
  public List<CoachingSlot> ofEdition(String edition) {
    return dynamoDb.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
        .map(CoachingSlotTable::read)
        .filter(slot -> slot.edition().equals(edition))
        .sorted(Comparator.comparing(CoachingSlot::start).thenComparing(CoachingSlot::id))
        .toList();
  }

  public Optional<CoachingSlot> find(String id) {
    Map<String, AttributeValue> item =
        dynamoDb
            .getItem(get -> get.tableName(table).key(Map.of("seance", Item.text(id))).consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
  }

  static CoachingSlot read(Map<String, AttributeValue> attributes) {
    Item item = Item.of(attributes);
    return new CoachingSlot(
        item.required("seance"),
        item.required("edition"),
        OffsetDateTime.parse(item.required("debut")),
        OffsetDateTime.parse(item.required("fin")),
        (int) item.requiredNumber("places"),
        (int) item.requiredNumber("places_restantes"),
        item.textOrEmpty("lien"),
        item.list("inscrits"));
  }
}
