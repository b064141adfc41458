package fr.vismonjob.delivery;

import fr.vismonjob.delivery.SesServer.Received;

/** The key of a mail that has reached SES. */
public final class MailTags {
  private MailTags() {}

  public static String key(Received mail) {
    return MailTag.key(mail.tag().substring(mail.tag().indexOf('=') + 1)).orElseThrow();
  }
}
