package fr.vismonjob.subscription;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.identity.SecretLink;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The {@code Subscriptions} table: for each address one item with the wish, under a random key, and
 * one that leads there, under a keyed hash of the address (ADR 25). DynamoDB deletes both some days
 * after they expire (TTL); until then nobody reads them.
 */
public final class SubscriptionTable {
  private static final String ID = "abonnement";
  private static final String LEADS_TO = "mene_a";
  private static final String ADDRESS = "courriel";
  private static final String ADDRESS_KEY = "adresse";
  private static final String SECRET = "secret";
  private static final String CONSENTED_AT = "consenti_le";
  private static final String EDITION = "edition";
  private static final String DAY = "jour";
  private static final String TOLD_OF = "annoncee";
  private static final String EXPIRES = "expire_le";
  private static final int BYTES = 16;

  /** Two years less the days that DynamoDB may need to delete what has expired. */
  private static final Period KEPT = Period.ofYears(2).minusDays(10);

  private static final SecureRandom RANDOM = new SecureRandom();

  private final ItemTable items;
  private final Keyed keyed;

  public SubscriptionTable(Keyed keyed, DynamoDbClient dynamoDb, String table) {
    this.items = new ItemTable(dynamoDb, table, ID);
    this.keyed = keyed;
  }

  public Optional<Subscription> find(String id, Instant now) {
    return evenIfOver(id).filter(found -> !found.isOver(now));
  }

  public Optional<Subscription> ofAddress(String address, Instant now) {
    return evenIfOverOf(address).filter(found -> !found.isOver(now));
  }

  /** The one that a link opens; empty if the link is not valid or the wish is forgotten. */
  public Optional<Subscription> opened(SecretLink link, Instant now) {
    return find(link.id(), now).filter(found -> link.is(found.link()));
  }

  /** A share of those who are still to be told of that edition on that day. */
  public Stream<Subscription> awaiting(
      Edition next, LocalDate today, Share share, Consumer<UnreadableRow> unreadable) {
    Instant morning = FrenchDates.morningOf(today);
    return items
        .read(
            items.scan(share).filter(item -> !item.has(LEADS_TO)),
            SubscriptionTable::read,
            unreadable)
        .filter(found -> !found.isOver(morning) && found.awaits(next));
  }

  /** Keeps the address, with the time of this consent, until two years from now at most. */
  public List<Write> keep(String address, Edition edition, Instant now) {
    Instant expires = FrenchDates.morningOf(FrenchDates.dayOf(now).plus(KEPT));
    Subscription said =
        new Subscription(
            HexFormat.of().formatHex(random()),
            Base64.getUrlEncoder().withoutPadding().encodeToString(random()),
            address,
            addressKey(address),
            now,
            edition.id(),
            edition.day(),
            Optional.empty(),
            expires);
    return evenIfOverOf(address)
        .map(known -> replace(known, known.again(said)))
        .orElseGet(() -> List.of(items.insert(content(said)), leading(said)));
  }

  /**
   * Notes that the person is told of that edition; passes only once. Nothing more is to be told, so
   * the address stays until that edition's day at the latest.
   */
  public List<Write> tell(Subscription wish, Edition edition) {
    return replace(wish, wish.told(edition));
  }

  private List<Write> replace(Subscription before, Subscription after) {
    return List.of(
        items.update(before.id()).onlyIf(state(before)).replaceWith(content(after)),
        leading(after));
  }

  /**
   * Lets the wish follow the person to another address. One that was said there already is the same
   * person's; it takes the place of this one if somebody is still to be told by it.
   */
  public List<Write> move(String from, String to, Instant now) {
    Optional<Subscription> found = evenIfOverOf(from);
    if (found.isEmpty()) {
      return List.of();
    }
    Subscription wish = found.get();
    Optional<Subscription> other = evenIfOverOf(to);
    if (other.isEmpty()) {
      List<Write> writes = new ArrayList<>(replace(wish, wish.movedTo(to, addressKey(to))));
      writes.add(items.update(wish.addressKey()).onlyIf(LEADS_TO, wish.id()).delete());
      return writes;
    }
    List<Write> writes = new ArrayList<>(forget(wish));
    if (wish.waits(now) && !other.get().waits(now)) {
      writes.addAll(replace(other.get(), other.get().again(wish)));
    }
    return writes;
  }

  /** Forgets the wish of somebody who takes part in what it was about. */
  public List<Write> forgetOnRegistering(String address, String edition) {
    return evenIfOverOf(address)
        .filter(wish -> wish.isFulfilledBy(edition))
        .map(this::forget)
        .orElse(List.of());
  }

  /** Forgets the address if it is there, also if it has expired. */
  public List<Write> forget(String address) {
    return evenIfOverOf(address).map(this::forget).orElse(List.of());
  }

  public List<Write> forget(Subscription wish) {
    List<Write> writes = new ArrayList<>();
    writes.add(items.update(wish.id()).onlyIf(state(wish)).delete());
    // DynamoDB may have deleted it first.
    leadsTo(wish.addressKey())
        .filter(wish.id()::equals)
        .ifPresent(id -> writes.add(items.update(wish.addressKey()).onlyIf(LEADS_TO, id).delete()));
    return writes;
  }

  /** Leads from the address to the wish, in the place of where it led. */
  private Write leading(Subscription wish) {
    Item item =
        Item.empty()
            .put(ID, wish.addressKey())
            .put(LEADS_TO, wish.id())
            .put(EXPIRES, wish.expires().getEpochSecond());
    return leadsTo(wish.addressKey())
        .map(id -> items.update(wish.addressKey()).onlyIf(LEADS_TO, id).replaceWith(item))
        .orElseGet(() -> items.insert(item));
  }

  private Optional<Subscription> evenIfOverOf(String address) {
    return leadsTo(addressKey(address)).flatMap(this::evenIfOver);
  }

  private Optional<String> leadsTo(String addressKey) {
    return items.find(addressKey).flatMap(item -> item.find(LEADS_TO));
  }

  /** Also one that DynamoDB has still to delete. */
  public Optional<Subscription> evenIfOver(String id) {
    return items
        .find(id)
        .filter(item -> !item.has(LEADS_TO))
        .map(item -> items.read(item, SubscriptionTable::read));
  }

  private String addressKey(String address) {
    return "adresse/" + keyed.addressId(address);
  }

  private static byte[] random() {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return random;
  }

  /** What changes with each act. */
  private static Item state(Subscription wish) {
    return Item.empty()
        .put(CONSENTED_AT, wish.consentedAt().toString())
        .put(ADDRESS, wish.address())
        .put(TOLD_OF, wish.toldOf());
  }

  private static Item content(Subscription wish) {
    return Item.empty()
        .put(ID, wish.id())
        .put(SECRET, wish.secret())
        .put(ADDRESS_KEY, wish.addressKey())
        .putAll(state(wish))
        .put(EDITION, wish.edition())
        .put(DAY, wish.day().toString())
        .put(EXPIRES, wish.expires().getEpochSecond());
  }

  private static Subscription read(Item item) {
    return new Subscription(
        item.required(ID),
        item.required(SECRET),
        item.required(ADDRESS),
        item.required(ADDRESS_KEY),
        item.instant(CONSENTED_AT),
        item.required(EDITION),
        item.day(DAY),
        item.find(TOLD_OF),
        Instant.ofEpochSecond(item.requiredNumber(EXPIRES)));
  }
}
