package fr.vismonjob.mail;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.Write;
import java.util.Arrays;
import java.util.List;
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
   * Whether this is that mail, and no rejection as bad is known of it. A mail whose sender has not
   * recorded its success has no id of the mail service yet.
   */
  public boolean isNews(String key, Rejection rejection) {
    Item item = items.find(key).orElse(Item.empty());
    boolean sameMessage =
        item.find(MailItem.MESSAGE_ID).filter(id -> !id.equals(rejection.messageId())).isEmpty();
    boolean worse =
        item.find(MailItem.REJECTION)
            .filter(known -> !isWorse(rejection.gravity(), known))
            .isEmpty();
    return item.find(MailItem.STATUS).filter(MAY_HAVE_LEFT::contains).isPresent()
        && sameMessage
        && worse;
  }

  private static boolean isWorse(Gravity gravity, String known) {
    return gravity.compareTo(Gravity.valueOf(known)) > 0;
  }

  /** Records a rejection. The transaction passes only if it is news. */
  public Write reject(String key, Rejection rejection) {
    List<String> milder =
        Arrays.stream(Gravity.values())
            .map(Gravity::name)
            .filter(known -> isWorse(rejection.gravity(), known))
            .toList();
    return MailItem.forgetAddressee(items.update(key))
        .onlyIfAnyOf(MailItem.STATUS, MAY_HAVE_LEFT)
        .onlyIfAbsentOr(MailItem.MESSAGE_ID, List.of(rejection.messageId()))
        .onlyIfAbsentOr(MailItem.REJECTION, milder)
        .set(MailItem.STATUS, MailStatus.REJETE.name())
        .set(MailItem.MESSAGE_ID, rejection.messageId())
        .set(MailItem.REJECTION, rejection.gravity().name())
        .set(MailItem.REASON, rejection.reason())
        .write();
  }
}
