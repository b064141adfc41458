package fr.vismonjob.mail;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemUpdate;
import fr.vismonjob.dynamodb.Write;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The {@code Mails} table as far as it tells which mails were rejected after they had left. */
public final class MailRejectionTable {
  /** Where a mail that the mail service took may stand, whether its sender knows or not. */
  private static final Set<String> MAY_HAVE_LEFT =
      Set.of(
          MailStatus.EN_COURS.name(),
          MailStatus.ENVOYE.name(),
          MailStatus.ECHEC.name(),
          MailStatus.REJETE.name());

  private final DynamoDbClient dynamoDb;
  private final String table;

  public MailRejectionTable(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /** The key of the mail that the mail service knows by that name. */
  public Optional<String> keyOf(String sesMessageId) {
    return dynamoDb
        .query(
            query ->
                query
                    .tableName(table)
                    .indexName("par-message")
                    .keyConditionExpression("ses_message_id = :id")
                    .expressionAttributeValues(Map.of(":id", Item.text(sesMessageId))))
        .items()
        .stream()
        .map(item -> Item.of(item).required("envoi"))
        .findFirst();
  }

  /**
   * Whether that mail left under that name and nothing as bad is known of it. One whose sender has
   * not come back yet, or never did, has no name so far.
   */
  public boolean isNews(String key, Rejection rejection) {
    Item item =
        Item.of(
            dynamoDb
                .getItem(get -> get.tableName(table).key(MailTable.key(key)).consistentRead(true))
                .item());
    boolean sameMessage =
        item.find("ses_message_id").filter(id -> !id.equals(rejection.messageId())).isEmpty();
    boolean worse =
        item.find("rejet").filter(known -> !isWorse(rejection.gravity(), known)).isEmpty();
    return item.find("statut").filter(MAY_HAVE_LEFT::contains).isPresent() && sameMessage && worse;
  }

  private static boolean isWorse(Gravity gravity, String known) {
    return gravity.compareTo(Gravity.valueOf(known)) > 0;
  }

  /** Records a rejection; the transaction passes only if it is news. */
  public Write reject(String key, Rejection rejection) {
    List<AttributeValue> milder =
        Arrays.stream(Gravity.values())
            .filter(known -> isWorse(rejection.gravity(), known.name()))
            .map(known -> Item.text(known.name()))
            .toList();
    ItemUpdate update =
        ItemUpdate.of(table, MailTable.key(key))
            .onlyIfAnyOf("statut", MAY_HAVE_LEFT.stream().map(Item::text).toList())
            .onlyIfAbsentOr("ses_message_id", List.of(Item.text(rejection.messageId())))
            .onlyIfAbsentOr("rejet", milder)
            .set("statut", Item.text(MailStatus.REJETE.name()))
            .set("ses_message_id", Item.text(rejection.messageId()))
            .set("rejet", Item.text(rejection.gravity().name()))
            .set("motif", Item.text(rejection.reason()));
    MailTable.ADDRESSEE.forEach(update::remove);
    return update.write();
  }
}
