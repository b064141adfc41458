package fr.vismonjob.delivery;

import software.amazon.awssdk.services.ses.model.GetSendQuotaResponse;

/**
 * How many mails the workflows may send: a share of what SES allows the account in a second and in
 * 24 hours. The rest is for mails that acts on the site cause at the same time, and for other
 * environments in the account. What others sent counts as used, since SES counts for the account.
 *
 * @param perSecond mails in a second, at least 1; that is all that SES's sandbox allows, so that
 *     another mail at the same time is throttled and tried again
 * @param left how many more mails may be sent now
 */
public record SendingQuota(int perSecond, long left) {
  /**
   * SES answers −1 for 24 hours if it sets no limit.
   *
   * @param percent up to what percentage of the quota the workflows send
   */
  public static SendingQuota of(GetSendQuotaResponse allowed, int percent) {
    double share = percent / 100.0;
    double perDay = allowed.max24HourSend();
    return new SendingQuota(
        Math.max(1, (int) (share * allowed.maxSendRate())),
        perDay < 0
            ? Long.MAX_VALUE
            : Math.max(0, (long) (share * perDay - allowed.sentLast24Hours())));
  }

  public boolean isLimited() {
    return left < Long.MAX_VALUE;
  }

  /** The rate that the operator has set, whatever SES allows. */
  public static SendingQuota fixed(int perSecond) {
    return new SendingQuota(perSecond, Long.MAX_VALUE);
  }
}
