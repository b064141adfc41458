package fr.vismonjob.mail;

/**
 * How a mail is sent: at once through the table's stream, or in a workflow's batches at the rate
 * that SES allows.
 */
public enum Departure {
  IMMEDIATE("IMMEDIAT"),
  CAMPAIGN("CAMPAGNE");

  private final String code;

  Departure(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
