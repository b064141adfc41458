package fr.vismonjob.pairing;

import fr.vismonjob.matching.PairIds;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is known about pairs before a run.
 *
 * @param forbidden pairs that organisers forbid
 * @param cancelled pairs that were made or proposed before and are off; the same two may be there
 *     several times
 * @param requested pairs that organisers impose
 */
public record KnownPairs(
    List<PairIds> forbidden, List<CancelledPair> cancelled, List<ImposedRequest> requested) {
  public static final KnownPairs NONE = new KnownPairs(List.of(), List.of(), List.of());

  public KnownPairs {
    forbidden = List.copyOf(forbidden);
    cancelled = List.copyOf(cancelled);
    requested = List.copyOf(requested);
  }

  /** The pairs that a run must not make by itself. */
  Stream<PairIds> blocked() {
    return Stream.concat(forbidden.stream(), cancelled.stream().map(CancelledPair::ids));
  }

  /** The pairs that the two know to be off. */
  Stream<PairIds> parted() {
    return cancelled.stream().filter(CancelledPair::isKnown).map(CancelledPair::ids);
  }

  /** How often the two were put together before. */
  int timesCancelled(PairIds pair) {
    return (int) cancelled.stream().filter(before -> before.ids().equals(pair)).count();
  }
}
