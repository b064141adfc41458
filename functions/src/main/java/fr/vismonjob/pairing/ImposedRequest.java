package fr.vismonjob.pairing;

import fr.vismonjob.matching.PairIds;
import java.util.Optional;

/**
 * What becomes of one key that organisers wrote into a registration, so that the next run pairs the
 * two.
 *
 * @param registration where they wrote it
 * @param said the refusal that stands there from an earlier run; empty if none
 * @param pair the pair to make, if it is possible
 * @param refusal why it is not possible, as a French sentence; empty if it is, or if there is no
 *     key any more
 */
public record ImposedRequest(
    String registration, String said, Optional<PairIds> pair, String refusal) {}
