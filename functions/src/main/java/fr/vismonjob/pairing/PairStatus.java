package fr.vismonjob.pairing;

/** The status of a pair. The names are those of the table. */
public enum PairStatus {
  FORME,
  DATE_PROPOSEE,
  ANNULE,
  REALISE,
  NON_REALISE,
  A_VERIFIER
}
