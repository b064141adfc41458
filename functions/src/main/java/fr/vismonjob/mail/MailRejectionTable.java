package fr.vismonjob.mail;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.Write;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The {@code Mails} table, for rejections of mails that were sent. */
public final class MailRejectionTable {
  /** The statuses of mails that the mail service may have accepted. */
  private static final Set<String> MAY_HAVE_LEFT =
      Set.of(
          MailStatus.EN_COURS.name(),
          MailStatus.ENVOYE.name(),
          MailStatus.ECHEC.name(),
          MailStatus.REJETE.name());

  private final ItemTable items;

  public MailRejectionTable(DynamoDbClient dynamoDb, String table) {
    this.items = new ItemTable(dynamoDb, table, MailItem.KEY);
  }

  /** The key of the mail with that id of the mail service. */
  public Optional<String> keyOf(String sesMessageId) {
    return items
        .query("par-message", MailItem.MESSAGE_ID, sesMessageId)
        .map(item -> item.required(MailItem.KEY))
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
                    .onlyIf(mail.only(MailItem.STATUS, MailItem.MESSAGE_ID, MailItem.REJECTION))
                    .set(MailItem.STATUS, MailStatus.REJETE.name())
                    .set(MailItem.MESSAGE_ID, rejection.messageId())
                    .set(MailItem.REJECTION, rejection.gravity().name())
                    .set(MailItem.REASON, rejection.reason())
                    .write());
  }

  private static boolean isNews(Item mail, Rejection rejection) {
    return MAY_HAVE_LEFT.contains(mail.required(MailItem.STATUS))
        && mail.find(MailItem.MESSAGE_ID).filter(id -> !id.equals(rejection.messageId())).isEmpty()
        && mail.find(MailItem.REJECTION)
            .map(Gravity::valueOf)
            .filter(known -> known.compareTo(rejection.gravity()) >= 0)
            .isEmpty();
  }
}
