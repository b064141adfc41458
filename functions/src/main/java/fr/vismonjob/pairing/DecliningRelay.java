package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Write;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ends a request to host in an ambassador's place: the colleague has refused, is erased, or cannot
 * be reached. The address is forgotten, and the ambassador is told while the day is to come.
 */
public record DecliningRelay(Tables tables) {
  /**
   * @param tell whether the ambassador is told at all
   */
  public List<Write> writes(Pair pair, Relay relay, boolean tell) {
    return Stream.concat(
            Stream.of(tables.pairs().relays().decline(pair, relay)),
            tables
                .registrations()
                .find(pair.ambassador().registration())
                .filter(_ -> tell && pair.isAhead(tables.today()))
                .map(host -> PairMails.relayDeclined(host, relay, tables.now()))
                .map(tables.mails()::queue)
                .stream())
        .toList();
  }
}
