package fr.vismonjob.edition;

/** What the daily run does on some days of an edition only. */
public enum Duty {
  TRIAL,
  MATCHING,
  FINAL_REPORT,
  ERASURE
}
