package fr.vismonjob.edition;

/** Something that the daily run has to do on some days of an edition and not on others. */
public enum Duty {
  TRIAL,
  MATCHING,
  FINAL_REPORT,
  ERASURE
}
