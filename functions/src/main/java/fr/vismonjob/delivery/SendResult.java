package fr.vismonjob.delivery;

/** The result of one attempt to send a mail. */
public enum SendResult {
  /** The mail service accepted the mail. */
  SENT,
  /** What the mail would say is no longer true; it will not be sent. */
  POINTLESS,
  /** The mail service refused the mail for good. */
  FAILED,
  /** The mail was certainly not sent, and waits again. */
  TO_RETRY,
  /**
   * SES takes no mail of this sender, or the edition has a wrong value that the mail needs. The
   * mail waits until somebody corrects the cause.
   */
  HELD_BACK,
  /**
   * The recipient has not confirmed the address, and the budget of this hour for such mails is used
   * up. The mail leaves in a later hour.
   */
  POSTPONED,
  /** The mail may or may not have been sent; it is not sent again by itself. */
  UNKNOWN,
  /** The mail was not waiting: it was sent before, or another sender has claimed it. */
  NOT_WAITING;

  /** Whether the mail waits for another attempt, and not for a later hour. */
  public boolean isToTryAgain() {
    return this == TO_RETRY || this == HELD_BACK;
  }

  /** Whether the mail service may have the mail. */
  boolean isPerhapsSent() {
    return this == SENT || this == UNKNOWN;
  }
}
