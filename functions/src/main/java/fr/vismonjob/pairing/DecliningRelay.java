package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.registration.Registration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Ends a request to host in an ambassador's place: the colleague has refused, is erased, or cannot
 * be reached. The address is forgotten, and the ambassador is told while the day is to come.
 */
public record DecliningRelay(Tables tables) {
  /**
   * Ends what is asked about a pair, if that is what is meant.
   *
   * @param tell whether the ambassador may be told
   */
  public List<Write> writes(String pair, Predicate<Relay> isMeant, boolean tell) {
    return tables
        .pair(pair)
        .flatMap(
            found ->
                tables
                    .pairs()
                    .relays()
                    .find(pair)
                    .filter(isMeant)
                    .map(relay -> writes(found, relay, told(found, tell))))
        .orElse(List.of());
  }

  private Optional<Registration> told(Pair pair, boolean tell) {
    return tell && pair.isAhead(tables.today())
        ? tables.person(pair.ambassador().registration())
        : Optional.empty();
  }

  List<Write> writes(Pair pair, Relay relay, Optional<Registration> told) {
    return Stream.concat(
            Stream.of(tables.pairs().relays().decline(pair, relay)),
            told
                .map(host -> PairMails.relayDeclined(host, relay, tables.now()))
                .map(tables::queue)
                .stream())
        .toList();
  }
}
