package fr.vismonjob.pairing;

import fr.vismonjob.matching.PairIds;
import java.util.List;
import java.util.Optional;
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
  /**
   * A pair of the table that is off, or that cannot be read.
   *
   * @param isKnown whether the two people know of it, because they were a pair
   */
  public record CancelledPair(PairIds ids, boolean isKnown) {}

  /**
   * What becomes of one key that organisers wrote into a registration, so that the next run pairs
   * the two.
   *
   * @param registration where they wrote it
   * @param said the refusal that stands there from an earlier run; empty if none
   * @param pair the pair to make, if it is possible
   * @param refusal why it is not possible, as a French sentence; empty if it is, or if there is no
   *     key any more
   */
  public record ImposedRequest(
      String registration, String said, Optional<PairIds> pair, String refusal) {}

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
