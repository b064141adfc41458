package fr.vismonjob.registration;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionKeyTable;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.identity.Keyed;
import java.time.LocalDate;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Which registration an address has in an edition and a role. An id is made of the address; after a
 * change of address the registration keeps its id, and an item says for each of the two addresses
 * which id it has now. These items lie in the table {@code MailAllowances}, which nobody edits by
 * hand. They hold ids and no address (ADR 20).
 */
public final class AddressHolderTable {
  private static final String ID = "destinataire";
  private static final String REGISTRATION = "inscription";
  private static final String EXPIRES = "expire_le";

  /** Long after the edition is erased, also if its organisers put that off. */
  private static final int KEPT_YEARS = 1;

  private final EditionKeyTable keys;
  private final Keyed keyed;
  private final ItemTable items;

  public AddressHolderTable(
      EditionKeyTable keys, Keyed keyed, DynamoDbClient dynamoDb, String table) {
    this.keys = keys;
    this.keyed = keyed;
    this.items = new ItemTable(dynamoDb, table, ID);
  }

  /**
   * The registration that an address has, or would get.
   *
   * @param own the id that is made of the address
   * @param other the id that it has instead
   */
  public record Holding(String own, Optional<String> other) {
    public String registration() {
      return other.orElse(own);
    }

    private String key() {
      return "adresse/" + own;
    }
  }

  public Holding of(Edition edition, Role role, String address) {
    return of(edition.id(), role, address);
  }

  public Holding of(String edition, Role role, String address) {
    String own = keyed.registrationId(keys.of(edition), role.name(), address);
    return new Holding(
        own,
        items
            .find(new Holding(own, Optional.empty()).key())
            .map(item -> item.required(REGISTRATION)));
  }

  /** Lets a transaction pass only if the address still has this registration. */
  public Write checkUnchanged(Holding holding) {
    return holding
        .other()
        .map(other -> items.update(holding.key()).onlyIf(REGISTRATION, other).check())
        .orElseGet(() -> items.updateOrMake(holding.key()).onlyIfAbsent(ID).check());
  }

  /** Gives the address this registration; passes only if it still has the one that was read. */
  public Write give(Holding holding, String registration, Edition edition) {
    LocalDate until = edition.erasureDay().plusYears(KEPT_YEARS);
    Item item =
        Item.empty()
            .put(ID, holding.key())
            .put(REGISTRATION, registration)
            .put(EXPIRES, until.atStartOfDay(FrenchDates.PARIS).toEpochSecond());
    return holding
        .other()
        .map(other -> items.update(holding.key()).onlyIf(REGISTRATION, other).replaceWith(item))
        .orElseGet(() -> items.insert(item));
  }

  /**
   * Leaves the address without a registration, for a person who has moved to another: whoever
   * registers with it next gets an id that was never used.
   *
   * @param number of the link of the person who leaves; it rises each time
   */
  public Write giveUp(Holding holding, long number, Edition edition) {
    return give(
        holding,
        keyed.registrationId(keys.of(edition.id()), holding.own(), Long.toString(number)),
        edition);
  }
}
