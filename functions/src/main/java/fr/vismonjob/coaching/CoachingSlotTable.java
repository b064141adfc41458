package fr.vismonjob.coaching;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.Write;
import fr.vismonjob.registration.Registration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The {@code CoachingSlots} table. Organisers make its items by hand. */
public final class CoachingSlotTable {
  private static final String ID = "seance";
  private static final String SEATS_LEFT = "places_restantes";
  private static final String ATTENDEES = "inscrits";

  private final ItemTable items;

  public CoachingSlotTable(DynamoDbClient dynamoDb, String table) {
    this.items = new ItemTable(dynamoDb, table, ID);
  }

  /**
   * The slots of an edition, by start. The table has a few dozen items at most, so it is read
   * whole.
   */
  public List<CoachingSlot> ofEdition(String edition) {
    return items
        .scan()
        .map(CoachingSlotTable::read)
        .filter(slot -> slot.edition().equals(edition))
        .sorted(Comparator.comparing(CoachingSlot::start).thenComparing(CoachingSlot::id))
        .toList();
  }

  public Optional<CoachingSlot> find(String id) {
    return items.find(id).map(CoachingSlotTable::read);
  }

  /**
   * Takes a seat. The transaction passes only if one is left and the person has none in this slot.
   */
  Write take(CoachingSlot slot, String registration) {
    return items
        .update(slot.id())
        .onlyIfAtLeast(SEATS_LEFT, 1)
        .onlyIfWithout(ATTENDEES, registration)
        .add(SEATS_LEFT, -1)
        .append(ATTENDEES, registration)
        .write();
  }

  /**
   * Gives back the person's seat, if there is one: an organiser may have deleted the slot, or the
   * person from its list, by hand. The transaction passes only if the person is still at the same
   * position of the list.
   */
  public Optional<Write> giveBackSeatOf(Registration ambassador) {
    return ambassador
        .seat()
        .flatMap(this::find)
        .filter(slot -> slot.attendees().contains(ambassador.id()))
        .map(
            slot ->
                items
                    .update(slot.id())
                    .takeOut(ATTENDEES, slot.attendees().indexOf(ambassador.id()), ambassador.id())
                    .add(SEATS_LEFT, 1)
                    .write());
  }

  private static CoachingSlot read(Item item) {
    return new CoachingSlot(
        item.required(ID),
        item.required("edition"),
        OffsetDateTime.parse(item.required("debut")),
        OffsetDateTime.parse(item.required("fin")),
        (int) item.requiredNumber("places"),
        (int) item.requiredNumber(SEATS_LEFT),
        item.textOrEmpty("lien"),
        item.list(ATTENDEES));
  }
}
