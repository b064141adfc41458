package fr.vismonjob.pairing;

/** The lists of pairs with names that organisers may download. */
public interface PairLists {
  /** Deletes the lists of an edition, because somebody in them is erased. */
  void forget(String edition);
}
