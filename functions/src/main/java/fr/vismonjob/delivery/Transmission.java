package fr.vismonjob.delivery;

/** What the mail service's answer, or a missing answer, says about one message. */
sealed interface Transmission {
  record Accepted(String messageId) implements Transmission {}

  /** The message was certainly not sent and may be tried again. */
  record NotSent() implements Transmission {}

  /** The mail service takes no mail of this sender until somebody corrects the cause. */
  record Blocked(String reason) implements Transmission {}

  /** The mail service will never take this message. */
  record Refused(String reason) implements Transmission {}

  /** The connection was lost during the request: nobody knows whether the message was sent. */
  record Unknown() implements Transmission {}
}
