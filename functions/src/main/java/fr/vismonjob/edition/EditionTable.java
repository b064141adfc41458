package fr.vismonjob.edition;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The {@code Editions} table. Organisers edit it by hand, so every attribute is checked when it is
 * read.
 */
public final class EditionTable {
  /** An edit must take effect within a minute; this leaves time for the request itself. */
  private static final Duration CACHED_FOR = Duration.ofSeconds(20);

  private record Loaded(Instant at, Edition edition) {}

  private final ItemTable items;
  private final InstantSource clock;
  private @Nullable Loaded loaded;

  public EditionTable(DynamoDbClient dynamoDb, String table, InstantSource clock) {
    this.items = new ItemTable(dynamoDb, table, EditionItem.ID);
    this.clock = clock;
  }

  /**
   * The edition with the latest event day, at most a few seconds old.
   *
   * @throws InvalidEdition if its item, or the {@code jour} of any edition, cannot be used
   */
  public Edition current() {
    Loaded known = loaded;
    Instant now = clock.instant();
    if (known != null && known.at().plus(CACHED_FOR).isAfter(now)) {
      return known.edition();
    }
    Item latest =
        items
            .scan()
            .max(Comparator.comparing(item -> EditionItem.day(item, EditionItem.DAY)))
            .orElseThrow(
                () -> new InvalidEdition(EditionItem.ID, "la table ne contient aucune édition"));
    Edition edition = EditionItem.read(latest);
    loaded = new Loaded(now, edition);
    return edition;
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
