package fr.vismonjob.delivery;

/** What became of one attempt to send a mail. */
public enum SendResult {
  /** The mail service took it. */
  SENT,
  /** What it would say is no longer so; it will not be sent. */
  POINTLESS,
  /** Refused for good. */
  FAILED,
  /** Certainly not sent, and waiting again. */
  TO_RETRY,
  /** It may or may not have left; it is not sent again by itself. */
  UNKNOWN,
  /** It was not waiting: sent before, or in another sender's hands. */
  NOT_WAITING
}
