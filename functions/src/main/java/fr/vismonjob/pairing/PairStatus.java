package fr.vismonjob.pairing;

/** The status of a pair. The names are those of the table. */
public enum PairStatus {
  /** Made by a run and not agreed to yet by the organisers: the two know nothing of it. */
  PROPOSE,
  FORME,
  DATE_PROPOSEE,
  ANNULE,
  REALISE,
  NON_REALISE,
  A_VERIFIER
}
