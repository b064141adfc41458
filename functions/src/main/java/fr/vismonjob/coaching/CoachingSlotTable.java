package fr.vismonjob.coaching;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.Write;
import fr.vismonjob.registration.Registration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

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
    return dynamoDb
        .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
        .items()
        .stream()
        .map(CoachingSlotTable::read)
        .filter(slot -> slot.edition().equals(edition))
        .sorted(Comparator.comparing(CoachingSlot::start).thenComparing(CoachingSlot::id))
        .toList();
  }

  public Optional<CoachingSlot> find(String id) {
    Map<String, AttributeValue> item =
        dynamoDb
            .getItem(
                get ->
                    get.tableName(table).key(Map.of("seance", Item.text(id))).consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
  }

  /** Takes a seat; the transaction passes only if one is left and the person has none here. */
  Write take(CoachingSlot slot, String registration) {
    return update(
        slot,
        "SET places_restantes = places_restantes - :one, inscrits = list_append(inscrits, :list)",
        "places_restantes >= :one AND NOT contains(inscrits, :who)",
        Map.of(
            ":one", Item.number(1),
            ":list", Item.texts(List.of(registration)),
            ":who", Item.text(registration)));
  }

  /**
   * Gives a seat back; the transaction passes only if the person is still where the list was read
   * to have them.
   */
  private Write giveBack(CoachingSlot slot, String registration) {
    int position = slot.attendees().indexOf(registration);
    if (position < 0) {
      throw new IllegalArgumentException("no seat of " + registration + " in " + slot.id());
    }
    return update(
        slot,
        "SET places_restantes = places_restantes + :one REMOVE inscrits[" + position + "]",
        "inscrits[" + position + "] = :who",
        Map.of(":one", Item.number(1), ":who", Item.text(registration)));
  }

  /**
   * Gives back the seat that the person has, if any; an organiser may have deleted the slot, or the
   * person from it, by hand.
   */
  public Optional<Write> giveBackSeatOf(Registration ambassador) {
    return ambassador
        .seat()
        .flatMap(this::find)
        .filter(slot -> slot.attendees().contains(ambassador.id()))
        .map(slot -> giveBack(slot, ambassador.id()));
  }

  private Write update(
      CoachingSlot slot, String expression, String condition, Map<String, AttributeValue> values) {
    return new Write(
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(table)
                        .key(Map.of("seance", Item.text(slot.id())))
                        .updateExpression(expression)
                        .conditionExpression(condition)
                        .expressionAttributeValues(values))
            .build());
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
