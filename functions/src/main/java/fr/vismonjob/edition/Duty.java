package fr.vismonjob.edition;

/** What the daily run does on some days of an edition only. */
public enum Duty {
  TRIAL,
  MATCHING,
  /** Proposals that nobody agreed to go, and those agreed to at the last moment are published. */
  CLOSING,
  /** The report once the day is over, each morning while people still say how it went. */
  FINAL_REPORT,
  ERASURE
}
