package fr.vismonjob.mail;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.Write;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The {@code Mails} table: outbox and ledger in one. */
public final class MailTable {
  private static final Set<String> OWN_ATTRIBUTES =
      Set.of(
          "envoi",
          "modele",
          "inscription",
          "statut",
          "depart",
          "cree_le",
          "pris_le",
          "envoye_le",
          "ses_message_id",
          "rejet",
          "motif");

  /**
   * The last mail after an erasure carries its addressee, whom no table may know once it is dealt
   * with.
   */
  static final List<String> ADDRESSEE = List.of("destinataire", "prenom");

  static final String FORGET_ADDRESSEE = " REMOVE " + String.join(", ", ADDRESSEE);

  private final DynamoDbClient dynamoDb;
  private final String table;

  public MailTable(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /**
   * The part of a transaction that queues a mail; the transaction fails if the key was ever used.
   */
  public Write queue(Mail mail) {
    return new Write(
        TransactWriteItem.builder()
            .put(
                Put.builder()
                    .tableName(table)
                    .item(write(mail))
                    .conditionExpression("attribute_not_exists(envoi)")
                    .build())
            .build());
  }

  /** Queues a mail on its own; false if one of this key is there already. */
  public boolean queueUnlessKnown(Mail mail) {
    try {
      dynamoDb.putItem(
          put ->
              put.tableName(table)
                  .item(write(mail))
                  .conditionExpression("attribute_not_exists(envoi)"));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  public Optional<Mail> find(String key) {
    Map<String, AttributeValue> item =
        dynamoDb.getItem(get -> get.tableName(table).key(key(key)).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
  }

  /**
   * Takes a waiting mail for sending; empty if it is not waiting, so that only one sender ever has
   * it.
   */
  public Optional<Mail> claim(String key, Instant now) {
    try {
      return Optional.of(
          read(
              dynamoDb
                  .updateItem(
                      update ->
                          update
                              .tableName(table)
                              .key(key(key))
                              .updateExpression("SET statut = :to, pris_le = :now")
                              .conditionExpression("statut = :from")
                              .expressionAttributeValues(
                                  Map.of(
                                      ":from", Item.text(MailStatus.A_ENVOYER.name()),
                                      ":to", Item.text(MailStatus.EN_COURS.name()),
                                      ":now", Item.text(now.toString())))
                              .returnValues("ALL_NEW"))
                  .attributes()));
    } catch (ConditionalCheckFailedException e) {
      return Optional.empty();
    }
  }

  /** It left; that it was rejected may be known already, and stays. */
  public void recordSent(String key, Instant now, String sesMessageId) {
    Map<String, String> sent = Map.of("envoye_le", now.toString(), "ses_message_id", sesMessageId);
    try {
      settle(key, MailStatus.ENVOYE, sent);
    } catch (ConditionalCheckFailedException e) {
      update(key, MailStatus.REJETE, MailStatus.REJETE, sent);
    }
  }

  /** The mail has lost its sense: what it would say is no longer so. */
  public void recordPointless(String key, String reason) {
    settle(key, MailStatus.SANS_OBJET, Map.of("motif", reason));
  }

  public void recordFailed(String key, String reason) {
    settle(key, MailStatus.ECHEC, Map.of("motif", reason));
  }

  /** Nothing left the house: the mail waits again. */
  public void release(String key) {
    dynamoDb.updateItem(
        update ->
            update
                .tableName(table)
                .key(key(key))
                .updateExpression("SET statut = :to REMOVE pris_le")
                .conditionExpression("statut = :from")
                .expressionAttributeValues(
                    Map.of(
                        ":from", Item.text(MailStatus.EN_COURS.name()),
                        ":to", Item.text(MailStatus.A_ENVOYER.name()))));
  }

  /**
   * Takes out of a registration's mails what tells who it was. The index may lag a moment behind;
   * what was queued that moment ago holds nothing of the kind.
   */
  public void forget(String registration, Predicate<String> tells) {
    dynamoDb
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .indexName("par-inscription")
                    .keyConditionExpression("inscription = :registration")
                    .expressionAttributeValues(Map.of(":registration", Item.text(registration))))
        .items()
        .forEach(item -> forget(item, tells));
  }

  private void forget(Map<String, AttributeValue> mail, Predicate<String> tells) {
    Map<String, String> names = new HashMap<>();
    mail.forEach(
        (name, value) -> {
          boolean isFree = name.equals("motif") || !OWN_ATTRIBUTES.contains(name);
          if (isFree && value.s() != null && tells.test(value.s())) {
            names.put("#" + names.size(), name);
          }
        });
    if (!names.isEmpty()) {
      dynamoDb.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(key(Item.of(mail).required("envoi")))
                  .updateExpression("REMOVE " + String.join(", ", names.keySet()))
                  .conditionExpression("attribute_exists(envoi)")
                  .expressionAttributeNames(names));
    }
  }

  private void settle(String key, MailStatus status, Map<String, String> attributes) {
    update(key, MailStatus.EN_COURS, status, attributes);
  }

  private void update(String key, MailStatus from, MailStatus to, Map<String, String> attributes) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":status", Item.text(to.name()));
    values.put(":from", Item.text(from.name()));
    StringBuilder set = new StringBuilder("SET statut = :status");
    attributes.forEach(
        (name, value) -> {
          set.append(", ").append(name).append(" = :").append(name);
          values.put(":" + name, Item.text(value));
        });
    dynamoDb.updateItem(
        update ->
            update
                .tableName(table)
                .key(key(key))
                .updateExpression(set + FORGET_ADDRESSEE)
                .conditionExpression("statut = :from")
                .expressionAttributeValues(values));
  }

  static Map<String, AttributeValue> key(String key) {
    return Map.of("envoi", Item.text(key));
  }

  private static Map<String, AttributeValue> write(Mail mail) {
    Item item =
        Item.empty()
            .put("envoi", mail.key())
            .put("modele", mail.kind().code())
            .put("inscription", mail.registration())
            .put("statut", MailStatus.A_ENVOYER.name())
            .put("depart", mail.departure().code())
            .put("cree_le", mail.createdAt().toString());
    mail.details().forEach(item::put);
    return item.attributes();
  }

  static Mail read(Map<String, AttributeValue> attributes) {
    Item item = Item.of(attributes);
    Map<String, String> details = new HashMap<>();
    attributes.forEach(
        (name, value) -> {
          if (!OWN_ATTRIBUTES.contains(name) && value.s() != null) {
            details.put(name, value.s());
          }
        });
    return new Mail(
        item.required("envoi"),
        MailKind.ofCode(item.required("modele")).orElseThrow(),
        item.required("inscription"),
        item.required("depart").equals(Departure.CAMPAIGN.code())
            ? Departure.CAMPAIGN
            : Departure.IMMEDIATE,
        Instant.parse(item.required("cree_le")),
        details);
  }
}
