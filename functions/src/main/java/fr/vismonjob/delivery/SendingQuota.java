package fr.vismonjob.delivery;

import software.amazon.awssdk.services.ses.model.GetSendQuotaResponse;

/**
 * How much the workflows may send: four fifths of what SES allows the account, by the second and by
 * 24 hours. The rest is for the mails that people's acts cause, which leave at the same time.
 *
 * @param perSecond whole mails, never less than 1: all that SES's sandbox allows, where a mail
 *     beside it is throttled and tried again
 * @param left how many more may go now
 */
public record SendingQuota(int perSecond, long left) {
  private static final double SHARE = 0.8;

  /** SES answers −1 by 24 hours if it sets no limit. */
  public static SendingQuota of(GetSendQuotaResponse allowed) {
    double perDay = allowed.max24HourSend();
    return new SendingQuota(
        Math.max(1, (int) (SHARE * allowed.maxSendRate())),
        perDay < 0
            ? Long.MAX_VALUE
            : Math.max(0, (long) (SHARE * perDay - allowed.sentLast24Hours())));
  }

  /** As the operator has set it, whatever SES allows. */
  public static SendingQuota fixed(int perSecond) {
    return new SendingQuota(perSecond, Long.MAX_VALUE);
  }
}
