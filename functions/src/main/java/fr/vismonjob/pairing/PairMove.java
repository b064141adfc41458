package fr.vismonjob.pairing;

/** The result of an action on a pair. */
public sealed interface PairMove {

  /** The pair in its new state. */
  record To(Pair pair) implements PairMove {}

  /**
   * The pair is in that state already: nothing is done, and the answer is the same as for success.
   */
  record Already() implements PairMove {}

  /** The present state does not allow it; the reason is a complete French sentence. */
  record Refused(String reason) implements PairMove {}
}
