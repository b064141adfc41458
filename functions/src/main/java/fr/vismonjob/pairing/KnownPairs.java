package fr.vismonjob.pairing;

import fr.vismonjob.matching.PairIds;
import java.util.List;

/**
 * What is known about pairs before a run.
 *
 * @param blocked pairs that must not be made: those cancelled before, and those that organisers
 *     forbid
 * @param cancelled those among them that the two people know about, because they were a pair
 */
public record KnownPairs(List<PairIds> blocked, List<PairIds> cancelled) {
  public static final KnownPairs NONE = new KnownPairs(List.of(), List.of());

  public KnownPairs {
    blocked = List.copyOf(blocked);
    cancelled = List.copyOf(cancelled);
  }
}
