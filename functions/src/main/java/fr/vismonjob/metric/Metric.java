package fr.vismonjob.metric;

import java.util.List;

/**
 * What the functions count and time. Alarms and the dashboard in template.yaml name the same
 * metrics and dimensions; a test compares them.
 */
public enum Metric {
  /** New registrations; 0 for an address that was known. */
  REGISTRATIONS("Registrations", "Count", "Role"),
  CONFIRMATIONS("Confirmations", "Count", "Role"),
  MAILS("Mails", "Count", "Outcome", "Sender"),
  /** Mails to addresses that have not confirmed, beyond the budget of the hour. */
  MAILS_POSTPONED("MailsPostponed", "Count"),
  /** Mails that wait when a workflow begins to send. */
  MAILS_WAITING("MailsWaiting", "Count"),
  /** How many more mails the workflows may send now; not written while SES sets no limit. */
  MAIL_QUOTA_LEFT("MailQuotaLeft", "Count"),
  PAIRS_MADE("PairsMade", "Count"),
  /** People whom a matching run left without a partner. */
  LEFT_OVER("LeftOver", "Count"),
  MATCHING_TIME("MatchingTime", "Milliseconds"),
  /** Requests that could not be answered because of a wrong value in the table Editions. */
  UNREADABLE_EDITIONS("UnreadableEditions", "Count"),
  /** Editions whose day was not completed when the morning was over. */
  LATE_EDITIONS("LateEditions", "Count");

  private final String label;
  private final String unit;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<String> dimensions;

  Metric(String label, String unit, String... dimensions) {
    this.label = label;
    this.unit = unit;
    this.dimensions = List.of(dimensions);
  }

  /** The name in CloudWatch. */
  public String label() {
    return label;
  }

  String unit() {
    return unit;
  }

  public List<String> dimensions() {
    return dimensions;
  }
}
