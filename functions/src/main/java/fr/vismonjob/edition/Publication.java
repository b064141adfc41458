package fr.vismonjob.edition;

/** When the pairs of a matching run are told to the people. The names are those of the table. */
public enum Publication {
  /** At once. */
  AUTOMATIQUE,
  /** Once the organisers have looked at the run's proposals and agreed. */
  SUR_ACCORD
}
