package fr.vismonjob.coaching;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.dynamodb.Unreadable;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.form.WebAddress;
import fr.vismonjob.registration.Registration;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The {@code CoachingSlots} table. Organisers make its items by hand. */
public final class CoachingSlotTable {
  private static final String ID = "seance";
  private static final String EDITION = "edition";
  private static final String SEATS = "places";
  private static final String SEATS_LEFT = "places_restantes";
  private static final String LINK = "lien";
  private static final String ATTENDEES = "inscrits";

  /** More are a slip of the hand. */
  private static final int MOST_SEATS = 10_000;

  private final ItemTable items;

  public CoachingSlotTable(DynamoDbClient dynamoDb, String table) {
    this.items = new ItemTable(dynamoDb, table, ID);
  }

  /**
   * The slots of an edition, by start. The table has a few dozen items at most, so it is read
   * whole.
   */
  public List<CoachingSlot> ofEdition(String edition, Consumer<UnreadableRow> unreadable) {
    return items
        .read(items.scan(EDITION, edition, Share.WHOLE), CoachingSlotTable::read, unreadable)
        .sorted(Comparator.comparing(CoachingSlot::start).thenComparing(CoachingSlot::id))
        .toList();
  }

  public Optional<CoachingSlot> find(String id) {
    return items.find(id).map(item -> items.read(item, CoachingSlotTable::read));
  }

  /** Takes a seat. The transaction passes only if seats and attendees are as they were read. */
  Write take(CoachingSlot slot, String registration) {
    return items
        .update(slot.id())
        .onlyIf(SEATS, slot.seats())
        .onlyIf(Item.empty().put(ATTENDEES, slot.attendees()))
        .set(
            seated(
                slot.seats(),
                Stream.concat(slot.attendees().stream(), Stream.of(registration)).toList()))
        .write();
  }

  /**
   * Gives back the person's seat, if there is one: an organiser may have deleted the slot, or the
   * person from its list, by hand. Of the slot only the attendees need to be readable.
   */
  public Optional<Write> giveBackSeatOf(Registration ambassador) {
    return ambassador
        .seat()
        .flatMap(items::find)
        .flatMap(slot -> givingBack(slot, ambassador.id()));
  }

  private Optional<Write> givingBack(Item slot, String registration) {
    return readable(() -> attendees(slot))
        .filter(attendees -> attendees.contains(registration))
        .map(
            attendees -> {
              List<String> others =
                  attendees.stream().filter(id -> !id.equals(registration)).toList();
              return items
                  .update(slot.key(ID))
                  .onlyIf(Item.empty().put(ATTENDEES, attendees))
                  .set(
                      readable(() -> seats(slot))
                          .map(seats -> seated(seats, others))
                          .orElseGet(() -> Item.empty().put(ATTENDEES, others)))
                  .write();
            });
  }

  private static <T> Optional<T> readable(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (Unreadable e) {
      return Optional.empty();
    }
  }

  /** Who has a seat, and how many are left, for organisers to read. */
  private static Item seated(int seats, List<String> attendees) {
    List<String> once = attendees.stream().distinct().toList();
    return Item.empty().put(ATTENDEES, once).put(SEATS_LEFT, Math.max(0, seats - once.size()));
  }

  private static CoachingSlot read(Item item) {
    OffsetDateTime start = time(item, "debut");
    OffsetDateTime end = time(item, "fin");
    if (!end.isAfter(start)) {
      throw new Unreadable("fin", "une heure après debut est attendue");
    }
    return new CoachingSlot(
        item.plainKey(ID),
        item.required(EDITION),
        start,
        end,
        seats(item),
        item.find(LINK).map(CoachingSlotTable::link).orElse(""),
        attendees(item));
  }

  private static String link(String typed) {
    return WebAddress.complete(typed)
        .orElseThrow(
            () ->
                new Unreadable(
                    LINK,
                    "une adresse de la forme https://visio.exemple.fr est attendue, ou rien"));
  }

  /** As they stand there: a condition on them would not hold for a list without doubles. */
  private static List<String> attendees(Item item) {
    return item.codes(ATTENDEES);
  }

  private static int seats(Item item) {
    long seats = item.requiredNumber(SEATS);
    if (seats < 0 || seats > MOST_SEATS) {
      throw new Unreadable(SEATS, "un nombre entier entre 0 et " + MOST_SEATS + " est attendu");
    }
    return (int) seats;
  }

  /** A time with its offset; one without is a time in Paris. */
  private static OffsetDateTime time(Item item, String name) {
    try {
      TemporalAccessor read =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              item.required(name), OffsetDateTime::from, LocalDateTime::from);
      return read instanceof OffsetDateTime time
          ? time
          : LocalDateTime.from(read).atZone(FrenchDates.PARIS).toOffsetDateTime();
    } catch (DateTimeException e) {
      throw new Unreadable(name, "une heure de la forme 2026-11-10T14:00 est attendue");
    }
  }
}
