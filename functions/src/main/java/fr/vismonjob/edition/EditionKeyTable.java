package fr.vismonjob.edition;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The random key of each edition, which the ids of its registrations are made of. Without it nobody
 * can tell whose an id was, not even with the application's own key and a list of addresses. It
 * lies in the table {@code MailAllowances}, which nobody edits by hand: with another key, addresses
 * could register twice.
 */
public final class EditionKeyTable {
  private static final String ID = "destinataire";
  private static final String KEY = "cle";
  private static final int BYTES = 32;

  private final ItemTable items;

  /** A key never changes while anybody can register. */
  private final Map<String, String> known = new ConcurrentHashMap<>();

  public EditionKeyTable(DynamoDbClient dynamoDb, String table) {
    this.items = new ItemTable(dynamoDb, table, ID);
  }

  /** The key of the edition with that name; the first who asks makes it. */
  public String of(String edition) {
    return known.computeIfAbsent(
        edition, _ -> find(edition).or(() -> make(edition)).or(() -> find(edition)).orElseThrow());
  }

  private Optional<String> find(String edition) {
    return items.find(id(edition)).map(item -> item.required(KEY));
  }

  /** Empty if somebody else has made one meanwhile. */
  private Optional<String> make(String edition) {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String key = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    boolean made = items.insertNow(Item.empty().put(ID, id(edition)).put(KEY, key));
    return made ? Optional.of(key) : Optional.empty();
  }

  /** Destroys the key of an edition whose registrations are all erased; it need not exist. */
  public void destroy(String edition) {
    items.deleteNow(id(edition));
  }

  private static String id(String edition) {
    return "edition/" + edition;
  }
}
