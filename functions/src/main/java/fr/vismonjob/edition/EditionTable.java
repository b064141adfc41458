package fr.vismonjob.edition;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The {@code Editions} table. Organisers edit it by hand, so every attribute is checked when it is
 * read.
 */
public final class EditionTable {
  /** An edit must be seen within a minute; this leaves time for the request itself. */
  private static final Duration CACHED_FOR = Duration.ofSeconds(20);

  private record Loaded(Instant at, Edition edition) {}

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final InstantSource clock;
  private @Nullable Loaded loaded;

  public EditionTable(DynamoDbClient dynamoDb, String table, InstantSource clock) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.clock = clock;
  }

  /**
   * The edition with the latest event day, as it was a few seconds ago.
   *
   * @throws InvalidEdition if its item, or the {@code jour} of any edition, cannot be used
   */
  public Edition current() {
    Loaded known = loaded;
    Instant now = clock.instant();
    if (known != null && known.at().plus(CACHED_FOR).isAfter(now)) {
      return known.edition();
    }
    Map<String, AttributeValue> latest =
        dynamoDb.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
            .max(Comparator.comparing(item -> day(item, "jour")))
            .orElseThrow(
                () -> new InvalidEdition("edition", "la table ne contient aucune édition"));
    Edition edition = read(latest);
    loaded = new Loaded(now, edition);
    return edition;
  }

  /**
   * The edition of that name, read afresh.
   *
   * @throws InvalidEdition if its item cannot be used
   */
  public Optional<Edition> find(String id) {
    Map<String, AttributeValue> item =
        dynamoDb
            .getItem(
                get ->
                    get.tableName(table)
                        .key(Map.of("edition", AttributeValue.fromS(id)))
                        .consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
  }

  static Edition read(Map<String, AttributeValue> item) {
    return new Edition(
        text(item, "edition"),
        day(item, "jour"),
        day(item, "inscriptions_du"),
        day(item, "inscriptions_au"),
        day(item, "premier_appariement"),
        day(item, "dernier_appariement"),
        Math.toIntExact(integer(item, "fenetre_jours", 14)),
        texts(item, "domaines_etat").stream().map(EditionTable::domain).toList(),
        address("expediteur", text(item, "expediteur")),
        texts(item, "organisateurs").stream().map(a -> address("organisateurs", a)).toList(),
        integer(item, "graine", 1),
        Math.toIntExact(integer(item, "conservation_jours", 90)));
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null || value.s() == null || value.s().isBlank()) {
      throw new InvalidEdition(name, "un texte est attendu");
    }
    return value.s().strip();
  }

  private static LocalDate day(Map<String, AttributeValue> item, String name) {
    String text = text(item, name);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidEdition(name, "« " + text + " » n’est pas une date de la forme 2026-11-24");
    }
  }

  private static long integer(Map<String, AttributeValue> item, String name, long otherwise) {
    AttributeValue value = item.get(name);
    if (value == null) {
      return otherwise;
    }
    try {
      String digits = value.n() != null ? value.n() : value.s();
      long number = Long.parseLong(digits == null ? "" : digits.strip());
      if (Math.abs(number) > Integer.MAX_VALUE && !name.equals("graine")) {
        throw new InvalidEdition(name, "« " + number + " » est trop grand");
      }
      return number;
    } catch (NumberFormatException e) {
      throw new InvalidEdition(name, "un nombre entier est attendu");
    }
  }

  /** A list or a string set, since the console offers both; a missing one is empty. */
  private static List<String> texts(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      return List.of();
    }
    if (value.hasSs()) {
      return value.ss();
    }
    if (!value.hasL()) {
      throw new InvalidEdition(name, "une liste de textes est attendue");
    }
    List<String> texts = new ArrayList<>();
    for (AttributeValue element : value.l()) {
      if (element.s() == null || element.s().isBlank()) {
        throw new InvalidEdition(name, "chaque élément de la liste doit être un texte");
      }
      texts.add(element.s().strip());
    }
    return texts;
  }

  private static String domain(String domain) {
    String lower = domain.toLowerCase(java.util.Locale.ROOT);
    if (!lower.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
      throw new InvalidEdition(
          "domaines_etat", "« " + domain + " » n’est pas un nom de domaine comme gouv.fr");
    }
    return lower;
  }

  private static String address(String name, String address) {
    if (!address.matches("[^@\\s<>,;\"]+@[^@\\s<>,;\"]+")) {
      throw new InvalidEdition(name, "« " + address + " » n’est pas une adresse");
    }
    return address;
  }
}
