package fr.vismonjob.pairing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a pair was made.
 *
 * @param run the matching run that made it
 * @param formedAt when the two were made a pair; empty for one that was only ever proposed
 * @param reasons the reasons for the pair, in French sentences, word for word as in the mails
 */
public record PairOrigin(String run, Optional<Instant> formedAt, int score, List<String> reasons) {
  public PairOrigin {
    reasons = List.copyOf(reasons);
  }
}
