package fr.vismonjob.mail;

import static fr.vismonjob.mail.MailItem.*;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.mail.Rejection.Gravity;
import java.util.Optional;
import java.util.Set;

/** Records what the mail service reports about mails that it had accepted. */
public final class MailRejections {
  /** The statuses of mails that the mail service may have accepted. */
  private static final Set<String> MAY_HAVE_LEFT =
      Set.of(
          MailStatus.EN_COURS.name(),
          MailStatus.ENVOYE.name(),
          MailStatus.ECHEC.name(),
          MailStatus.REJETE.name());

  private final ItemTable items;

  MailRejections(ItemTable items) {
    this.items = items;
  }

  public Optional<String> keyOf(String sesMessageId) {
    return items
        .query("par-message", MESSAGE_ID, sesMessageId)
        .map(item -> item.required(KEY))
        .findFirst();
  }

  /**
   * The write that records a rejection. Empty if this is not that mail, or if a rejection as bad is
   * known of it. A mail whose sender has not recorded its success has no id of the mail service
   * yet.
   */
  public Optional<Write> record(String key, Rejection rejection) {
    return items
        .find(key)
        .filter(mail -> isNews(mail, rejection))
        .map(
            mail ->
                MailItem.forgetAddressee(items.update(key))
                    .onlyIf(mail.only(STATUS, MESSAGE_ID, REJECTION))
                    .set(STATUS, MailStatus.REJETE.name())
                    .set(MESSAGE_ID, rejection.messageId())
                    .set(REJECTION, rejection.gravity().name())
                    .set(REASON, rejection.reason())
                    .write());
  }

  private static boolean isNews(Item mail, Rejection rejection) {
    return MAY_HAVE_LEFT.contains(mail.required(STATUS))
        && mail.find(MESSAGE_ID).filter(id -> !id.equals(rejection.messageId())).isEmpty()
        && mail.findOneOf(REJECTION, Gravity.class)
            .filter(known -> known.compareTo(rejection.gravity()) >= 0)
            .isEmpty();
  }
}
