package fr.vismonjob.delivery;

/** What the mail service's answer, or its silence, tells about one message. */
sealed interface Transmission {
  record Accepted(String messageId) implements Transmission {}

  /** It certainly did not leave and may be tried again. */
  record NotSent() implements Transmission {}

  /** Like every other mail of this sender it does not leave until somebody mends the cause. */
  record Blocked(String reason) implements Transmission {}

  /** It will never leave. */
  record Refused(String reason) implements Transmission {}

  /** The request was under way when the connection was lost: nobody knows. */
  record Unknown() implements Transmission {}
}
