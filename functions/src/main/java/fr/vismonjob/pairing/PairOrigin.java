package fr.vismonjob.pairing;

import java.time.Instant;
import java.util.List;

/**
 * How a pair was made.
 *
 * @param run the matching run that made it
 * @param reasons the reasons for the pair, in French sentences, word for word as in the mails
 */
public record PairOrigin(String run, Instant formedAt, int score, List<String> reasons) {
  public PairOrigin {
    reasons = List.copyOf(reasons);
  }
}
