package fr.vismonjob.delivery;

import software.amazon.awssdk.services.ses.model.GetSendQuotaResponse;

/**
 * How many mails the workflows may send: four fifths of what SES allows the account in a second and
 * in 24 hours. The rest is for mails that acts on the site cause at the same time.
 *
 * @param perSecond mails in a second, at least 1; that is all that SES's sandbox allows, so that
 *     another mail at the same time is throttled and tried again
 * @param left how many more mails may be sent now
 */
public record SendingQuota(int perSecond, long left) {
  private static final double SHARE = 0.8;

  /** SES answers −1 for 24 hours if it sets no limit. */
  public static SendingQuota of(GetSendQuotaResponse allowed) {
    double perDay = allowed.max24HourSend();
    return new SendingQuota(
        Math.max(1, (int) (SHARE * allowed.maxSendRate())),
        perDay < 0
            ? Long.MAX_VALUE
            : Math.max(0, (long) (SHARE * perDay - allowed.sentLast24Hours())));
  }

  /** The rate that the operator has set, whatever SES allows. */
  public static SendingQuota fixed(int perSecond) {
    return new SendingQuota(perSecond, Long.MAX_VALUE);
  }
}
