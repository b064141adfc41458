package fr.vismonjob.edition;

/** What the daily run does on some days of an edition only. */
public enum Duty {
  TRIAL,
  MATCHING,
  /** Proposals that nobody agreed to go, and those agreed to at the last moment are published. */
  CLOSING,
  FINAL_REPORT,
  ERASURE
}
