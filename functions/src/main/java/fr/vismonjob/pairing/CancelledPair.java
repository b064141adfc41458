package fr.vismonjob.pairing;

import fr.vismonjob.matching.PairIds;

/**
 * A pair of the table that is off, or that cannot be read.
 *
 * @param isKnown whether the two people know of it, because they were a pair
 */
public record CancelledPair(PairIds ids, boolean isKnown) {}
