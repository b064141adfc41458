package fr.vismonjob.pairing;

/** What an action comes to. */
public sealed interface PairMove {

  /** The pair as it stands then. */
  record To(Pair pair) implements PairMove {}

  /** It is so already: nothing is done, and whoever asks again is told that all is well. */
  record Already() implements PairMove {}

  /** The state does not allow it; the reason is French and complete. */
  record Refused(String reason) implements PairMove {}
}
