package fr.vismonjob.pairing;

/** Where a pair stands. The names are those of the table. */
public enum PairStatus {
  FORME,
  DATE_PROPOSEE,
  ANNULE,
  REALISE,
  NON_REALISE,
  A_VERIFIER
}
