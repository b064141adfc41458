package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.ItemUpdate;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.ActsOfDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What an ambassador asks of a colleague about a pair. It stands in the pair's own row (ADR 24).
 */
public final class PairRelays {
  private final PairTable pairs;
  private final ItemTable items;

  PairRelays(PairTable pairs, ItemTable items) {
    this.pairs = pairs;
    this.items = items;
  }

  /** What a colleague is asked about a pair; without an address once the pair has ended. */
  public Optional<Relay> find(String pair) {
    return items.find(pair).flatMap(item -> items.read(item, PairItem::relay));
  }

  /** How often the ambassador has asked a colleague on that day. */
  ActsOfDay ofDay(Pair pair, LocalDate today) {
    return ActsOfDay.read(items.textNow(pair.id(), PairItem.RELAYS_TODAY), today);
  }

  /**
   * Writes what a colleague is asked, in the place of an earlier request. The transaction passes
   * only if the pair and that request are as they were read.
   */
  Write entrust(Pair pair, Optional<Relay> before, Relay relay, ActsOfDay relays) {
    return asStanding(pair, before)
        .set(PairItem.relay(relay))
        .set(PairItem.RELAYS_TODAY, relays.oneMore().text())
        .write();
  }

  /** Ends a request that the colleague has declined. */
  Write decline(Pair pair, Relay relay) {
    return asStanding(pair, Optional.of(relay)).set(PairItem.noRelay()).write();
  }

  /** Cancels a pair that goes on with the colleague as another one; the link is spent. */
  Write handOver(Pair before, Pair after, Relay relay, String next) {
    return pairs
        .advancing(before, after)
        .onlyIf(PairItem.relay(relay))
        .set(PairItem.noRelay())
        .set(PairItem.RELAYED_AS, next)
        .write();
  }

  /** The pair that is still ahead, as which a cancelled one goes on with a colleague. */
  Optional<Pair> goesOnAs(String id, LocalDate today) {
    return lastAfter(id).filter(next -> next.isAhead(today));
  }

  /** The colleague may have handed it on as well. */
  private Optional<Pair> lastAfter(String id) {
    return Optional.of(items.textNow(id, PairItem.RELAYED_AS))
        .filter(next -> !next.isEmpty())
        .flatMap(next -> lastAfter(next).or(() -> pairs.find(next)));
  }

  private ItemUpdate asStanding(Pair pair, Optional<Relay> relay) {
    return items
        .update(pair.id())
        .onlyIf(PairItem.state(pair.state()))
        .onlyIf(relay.map(PairItem::relay).orElseGet(PairItem::noRelay));
  }

  /** Forgets the colleague who was asked, if this is still what is asked about the pair. */
  void forgetColleague(Relay relay) {
    items
        .update(relay.pair())
        .onlyIf(PairItem.RELAY_AT, relay.at().toString())
        .set(PairItem.noColleague())
        .apply();
  }

  /** The keys of the pairs about which the person of a registration is asked to host. */
  List<String> askedOf(String colleague) {
    return items
        .query("par-relais", PairItem.RELAY_COLLEAGUE, colleague)
        .map(item -> item.required(PairItem.ID))
        .toList();
  }

  /** What colleagues have never answered about pairs of a share whose day is over. */
  Stream<Relay> neverAnswered(
      String edition, LocalDate today, Share share, Consumer<UnreadableRow> unreadable) {
    return items
        .read(
            items
                .scan(PairItem.EDITION, edition, share)
                .filter(item -> !item.isNothing(PairItem.RELAY_ADDRESS)),
            item ->
                PairItem.read(item).isAhead(today) ? Optional.<Relay>empty() : PairItem.relay(item),
            unreadable)
        .flatMap(Optional::stream);
  }
}
