package fr.vismonjob.pairing;

import java.util.Optional;

/**
 * A pair that a run proposes to the organisers.
 *
 * @param ambassador the ambassador's registration as the run read it; empty if that is not known
 *     any more
 * @param student the student's, likewise
 * @param marked whether organisers have marked the pair to be called off
 */
record Proposal(
    Pair pair,
    Optional<Entrant.Standing> ambassador,
    Optional<Entrant.Standing> student,
    boolean marked) {

  /** What the run had decided; empty if it is not known any more of whom it made the pair. */
  Optional<PlannedPair> planned() {
    return ambassador.flatMap(
        host ->
            student.map(
                guest ->
                    new PlannedPair(
                        host,
                        guest,
                        pair.origin().score(),
                        pair.date(),
                        pair.workplace().distanceKm(),
                        pair.origin().reasons(),
                        PairId.before(pair))));
  }
}
