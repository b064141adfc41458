package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.dynamodb.Write;
import fr.vismonjob.mail.CalledOffBy;
import fr.vismonjob.registration.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Cancels the pairs that organisers have marked in the table, as if one of the two had: both get a
 * mail and wait for another partner. A mere proposal ends in silence. In either case the two are
 * not put together again. The same transaction removes the mark, so that a day may be run again.
 * The mark stays on a pair that can no longer be cancelled.
 */
public record Releasing(Tables tables) {

  /**
   * Cancels the marked pairs in a share of an edition's pairs.
   *
   * @param unreadable is told the rows that cannot be read; their pairs stay marked
   * @return how many pairs were newly cancelled
   */
  public int release(
      String edition, LocalDate today, Share share, Consumer<UnreadableRow> unreadable) {
    return (int)
        tables.pairs().toRelease(edition, share).toList().stream()
            .flatMap(
                id ->
                    UnreadableRow.skip(() -> Optional.of(release(id, today)), unreadable).stream())
            .filter(released -> released)
            .count();
  }

  private boolean release(String id, LocalDate today) {
    return tables.decide(
        "calling off pair " + id,
        () ->
            tables
                .pairs()
                .find(id)
                .flatMap(pair -> PairMoves.cancelled(pair, today).map(off -> writes(pair, off)))
                .map(writes -> new Decision<>(true, writes))
                .orElse(Decision.nothingToWrite(false)));
  }

  private List<Write> writes(Pair pair, Pair cancelled) {
    Instant now = tables.now();
    List<Write> writes = new ArrayList<>();
    writes.add(tables.pairs().release(pair, cancelled));
    if (!pair.wasFormed()) {
      return writes;
    }
    for (Role role : Role.values()) {
      tables
          .registrations()
          .find(pair.side(role).registration())
          .map(left -> new Parting(tables).freed(left, cancelled, CalledOffBy.ORGANISERS, now))
          .ifPresent(writes::addAll);
    }
    return writes;
  }
}
