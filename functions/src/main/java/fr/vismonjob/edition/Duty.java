package fr.vismonjob.edition;

/** Something that the daily run has to do on some days of an edition and not on others. */
public enum Duty {
  TRIAL("essai"),
  MATCHING("appariement"),
  NUDGE("relance"),
  REMINDER_WEEK("rappel-j7"),
  REMINDER_DAY("rappel-j1"),
  FEEDBACK("avis"),
  NO_PAIR_FINAL("fin-sans-binome"),
  FINAL_REPORT("rapport"),
  ERASURE("effacement");

  private final String code;

  Duty(String code) {
    this.code = code;
  }

  /** The name in a workflow's data; for a mail campaign, the mail's kind. */
  public String code() {
    return code;
  }
}
