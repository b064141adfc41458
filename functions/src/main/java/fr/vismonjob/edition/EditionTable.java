package fr.vismonjob.edition;

import static java.util.Comparator.reverseOrder;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.identity.Current;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The {@code Editions} table. Organisers edit it by hand, so every attribute is checked when it is
 * read.
 */
public final class EditionTable {
  /** An edit must take effect within a minute; this leaves time for the request itself. */
  private static final Duration CACHED_FOR = Duration.ofSeconds(20);

  private final ItemTable items;
  private final Current<Seen> seen;

  /**
   * What strangers may see of the editions.
   *
   * @param next when the registration of the next edition begins; empty if no date is set
   */
  private record Seen(Edition current, Optional<LocalDate> next) {}

  public EditionTable(DynamoDbClient dynamoDb, String table, InstantSource clock) {
    this.items = new ItemTable(dynamoDb, table, EditionItem.ID);
    this.seen = new Current<>(clock, CACHED_FOR, () -> seen(FrenchDates.dayOf(clock.instant())));
  }

  /**
   * Of the editions that are no drafts, the one whose registration began last; if none has begun,
   * the one that begins first. At most a few seconds old.
   *
   * @throws InvalidEdition if it cannot be told, because of the {@code jour} or {@code
   *     inscriptions_du} of any edition, or if a setting is wrong that the public pages need
   */
  public Edition current() {
    return seen.get().current();
  }

  /** When the registration of the edition after the current one begins; empty if no date is set. */
  public Optional<LocalDate> nextRegistration() {
    return seen.get().next();
  }

  private Seen seen(LocalDate today) {
    List<Edition> all =
        items
            .scan()
            .map(EditionItem::new)
            .filter(item -> !item.isDraft())
            .map(Edition::new)
            .toList();
    Comparator<Edition> byBegin = Comparator.comparing(Edition::registrationFrom);
    // Of two that begin on one day, the one with the earlier event day.
    Edition current =
        all.stream()
            .filter(edition -> !edition.registrationFrom().isAfter(today))
            .max(byBegin.thenComparing(Edition::day, reverseOrder()))
            .or(() -> all.stream().min(byBegin.thenComparing(Edition::day)))
            .orElseThrow(
                () ->
                    new InvalidEdition(
                        "", EditionItem.ID, "la table ne contient aucune édition avec un jour"));
    current.checkForPublic();
    return new Seen(
        current,
        all.stream()
            .map(Edition::registrationFrom)
            .filter(begin -> begin.isAfter(today) && begin.isAfter(current.registrationFrom()))
            .min(Comparator.naturalOrder()));
  }

  /**
   * The editions that everybody may see in numbers, the latest first: those whose registration has
   * begun and of which there was a report. One that cannot be read is left out and named in the
   * log.
   */
  public List<EditionInFigures> inFigures(LocalDate today) {
    return items
        .read(items.scan(), item -> inFigures(item, today), UnreadableRow::log)
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparing(EditionInFigures::day)
                .thenComparing(EditionInFigures::edition)
                .reversed())
        .toList();
  }

  private static Optional<EditionInFigures> inFigures(Item item, LocalDate today) {
    return new EditionItem(item).isDraft() || item.day(EditionItem.REGISTRATION_FROM).isAfter(today)
        ? Optional.empty()
        : PublicFiguresItem.find(item);
  }

  /**
   * Reads the edition of that name; empty if there is none or it is a draft.
   *
   * @throws InvalidEdition if its {@code jour} cannot be read
   */
  public Optional<Edition> find(String id) {
    return items.find(id).map(EditionItem::new).filter(item -> !item.isDraft()).map(Edition::new);
  }

  /**
   * The edition of people who are registered in it.
   *
   * @throws InvalidEdition if an organiser has deleted it or made a draft of it, or if its {@code
   *     jour} cannot be read
   */
  public Edition named(String id) {
    return find(id)
        .orElseThrow(() -> new InvalidEdition(id, EditionItem.DAY, "l’édition a des inscrits"));
  }
}
