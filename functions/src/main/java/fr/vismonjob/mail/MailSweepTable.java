package fr.vismonjob.mail;

import fr.vismonjob.dynamodb.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The {@code Mails} table gone through as a whole: what waits, what was left behind, what failed.
 */
public final class MailSweepTable {
  /** Far beyond the longest run of a sender, so that a claim this old has nobody behind it. */
  private static final Duration CLAIM_LIFE = Duration.ofHours(1);

  private static final String OUTCOME_UNKNOWN =
      "issue inconnue : le service d’envoi n’a pas répondu, le mail est peut-être parti";

  private final DynamoDbClient dynamoDb;
  private final String table;

  public MailSweepTable(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /**
   * Keys of the mails that a workflow has to send: those queued for it, and those that were to
   * leave at once and have not, though queued before that instant. Read from the table itself,
   * which knows what was queued a moment ago.
   */
  public List<String> waiting(Instant overdueBefore) {
    return dynamoDb
        .scanPaginator(
            scan ->
                scan.tableName(table)
                    .consistentRead(true)
                    .projectionExpression("envoi")
                    .filterExpression(
                        "statut = :waiting AND (depart = :campaign OR cree_le < :overdue)")
                    .expressionAttributeValues(
                        Map.of(
                            ":waiting", Item.text(MailStatus.A_ENVOYER.name()),
                            ":campaign", Item.text(Departure.CAMPAIGN.code()),
                            ":overdue", Item.text(overdueBefore.toString()))))
        .items()
        .stream()
        .map(item -> Item.of(item).required("envoi"))
        .sorted()
        .toList();
  }

  /** The mails that never left or were rejected, of whichever edition. */
  public Stream<LostMail> lost() {
    return Stream.of(MailStatus.ECHEC, MailStatus.REJETE)
        .flatMap(status -> ofStatus(status).map(MailSweepTable::lost));
  }

  private Stream<Item> ofStatus(MailStatus status) {
    return dynamoDb
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .indexName("par-statut")
                    .keyConditionExpression("statut = :status")
                    .expressionAttributeValues(Map.of(":status", Item.text(status.name()))))
        .items()
        .stream()
        .map(Item::of);
  }

  private static LostMail lost(Item mail) {
    return new LostMail(
        mail.required("inscription"),
        MailKind.ofCode(mail.required("modele")).orElseThrow(),
        mail.find("rejet").map(Gravity::valueOf));
  }

  /**
   * Closes claims whose sender never came back: their mails may have left, so they are not sent
   * again.
   */
  public int settleStaleClaims(Instant now) {
    Instant takenBefore = now.minus(CLAIM_LIFE);
    int settled = 0;
    for (String key : claimedBefore(takenBefore)) {
      if (failIfClaimedBefore(takenBefore, key)) {
        settled++;
      }
    }
    return settled;
  }

  /** Keys of the mails claimed before that instant and not settled since. */
  private List<String> claimedBefore(Instant instant) {
    return dynamoDb
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .indexName("par-statut")
                    .keyConditionExpression("statut = :claimed")
                    .filterExpression("pris_le < :instant")
                    .expressionAttributeValues(claimedBeforeValues(instant)))
        .items()
        .stream()
        .map(item -> Item.of(item).required("envoi"))
        .toList();
  }

  /** Ends a claim taken before that instant; false if its sender has settled it meanwhile. */
  private boolean failIfClaimedBefore(Instant instant, String key) {
    Map<String, AttributeValue> values = new HashMap<>(claimedBeforeValues(instant));
    values.put(":failed", Item.text(MailStatus.ECHEC.name()));
    values.put(":reason", Item.text(OUTCOME_UNKNOWN));
    try {
      dynamoDb.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(MailTable.key(key))
                  .updateExpression(
                      "SET statut = :failed, motif = :reason" + MailTable.FORGET_ADDRESSEE)
                  .conditionExpression("statut = :claimed AND pris_le < :instant")
                  .expressionAttributeValues(values));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private static Map<String, AttributeValue> claimedBeforeValues(Instant instant) {
    return Map.of(
        ":claimed", Item.text(MailStatus.EN_COURS.name()),
        ":instant", Item.text(instant.toString()));
  }
}
