package fr.vismonjob.edition;

import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.identity.Current;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
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
  private final Current<Edition> current;

  public EditionTable(DynamoDbClient dynamoDb, String table, InstantSource clock) {
    this.items = new ItemTable(dynamoDb, table, EditionItem.ID);
    this.current = new Current<>(clock, CACHED_FOR, this::latest);
  }

  /**
   * The edition with the latest event day, at most a few seconds old.
   *
   * @throws InvalidEdition if its item, or the {@code jour} of any edition, cannot be used
   */
  public Edition current() {
    return current.get();
  }

  private Edition latest() {
    return items
        .scan()
        .max(Comparator.comparing(item -> EditionItem.day(item, EditionItem.DAY)))
        .map(EditionItem::read)
        .orElseThrow(
            () -> new InvalidEdition(EditionItem.ID, "la table ne contient aucune édition"));
  }

  /**
   * Reads the edition of that name.
   *
   * @throws InvalidEdition if its item cannot be used
   */
  public Optional<Edition> find(String id) {
    return items.find(id).map(EditionItem::read);
  }
}
