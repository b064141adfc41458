package fr.vismonjob.registration;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemUpdate;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.Write;
import fr.vismonjob.mail.Rejection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The {@code Registrations} table. */
public final class RegistrationTable {
  private final DynamoDbClient dynamoDb;
  private final String table;

  public RegistrationTable(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  public Optional<Registration> find(String id) {
    Map<String, AttributeValue> item =
        dynamoDb.getItem(get -> get.tableName(table).key(key(id)).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(RegistrationItem.read(item));
  }

  /**
   * Writes a registration where there was none, or in the place of {@code previous} as it was read.
   */
  Write put(Registration registration, Optional<Registration> previous) {
    Put.Builder put = Put.builder().tableName(table).item(RegistrationItem.write(registration));
    previous.ifPresentOrElse(
        was ->
            put.conditionExpression("numero = :number AND statut = :status")
                .expressionAttributeValues(asRead(was)),
        () -> put.conditionExpression("attribute_not_exists(inscription)"));
    return new Write(TransactWriteItem.builder().put(put.build()).build());
  }

  /** Lets a transaction pass only if the registration still stands where it was read. */
  Write checkUnchanged(Registration registration) {
    return new Write(
        TransactWriteItem.builder()
            .conditionCheck(
                check ->
                    check
                        .tableName(table)
                        .key(key(registration.id()))
                        .conditionExpression("numero = :number AND statut = :status")
                        .expressionAttributeValues(asRead(registration)))
            .build());
  }

  /** Moves a registration to another status from the one it was read in. */
  Write move(Registration registration, Status to) {
    Map<String, AttributeValue> values = asRead(registration);
    values.put(":to", Item.text(to.name()));
    return new Write(
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(table)
                        .key(key(registration.id()))
                        .updateExpression("SET statut = :to")
                        .conditionExpression("numero = :number AND statut = :status")
                        .expressionAttributeValues(values))
            .build());
  }

  /**
   * Notes which coaching seat an ambassador has now, and raises the calendar entry's SEQUENCE. The
   * transaction passes only if the person is still active with the seat and the SEQUENCE that were
   * read.
   */
  public Write noteSeat(Registration ambassador, Optional<String> seat) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":number", Item.number(ambassador.number()));
    values.put(":confirmed", Item.text(Status.CONFIRMEE.name()));
    values.put(":paired", Item.text(Status.APPARIEE.name()));
    values.put(":before", Item.number(ambassador.calendarSequence()));
    values.put(":after", Item.number(ambassador.calendarSequence() + 1));
    seat.ifPresent(slot -> values.put(":seat", Item.text(slot)));
    ambassador.seat().ifPresent(slot -> values.put(":had", Item.text(slot)));
    return new Write(
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(table)
                        .key(key(ambassador.id()))
                        .updateExpression(
                            seat.isPresent()
                                ? "SET seance = :seat, seance_sequence = :after"
                                : "SET seance_sequence = :after REMOVE seance")
                        .conditionExpression(
                            "numero = :number AND statut IN (:confirmed, :paired) AND"
                                + " seance_sequence = :before AND "
                                + (ambassador.seat().isPresent()
                                    ? "seance = :had"
                                    : "attribute_not_exists(seance)"))
                        .expressionAttributeValues(values))
            .build());
  }

  /**
   * Gives a person a partner, as long as the registration stands as it was read and has room, and
   * mails reach the person as they did, and no organiser objects to the partner.
   */
  public Write pair(Registration registration, String pair, Registration partner) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":number", Item.number(registration.number()));
    values.put(":revision", Item.number(registration.revision()));
    values.put(":confirmed", Item.text(Status.CONFIRMEE.name()));
    values.put(":paired", Item.text(Status.APPARIEE.name()));
    values.put(":capacity", Item.number(registration.details().capacity()));
    values.put(":pair", Item.text(pair));
    values.put(":pairs", Item.texts(List.of(pair)));
    values.put(":partners", Item.texts(List.of(partner.person().fullName())));
    values.put(":partner", Item.text(partner.id()));
    Optional<String> toCall = registration.reachability().toCall();
    toCall.ifPresent(why -> values.put(":call", Item.text(why)));
    return new Write(
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(table)
                        .key(key(registration.id()))
                        .updateExpression(
                            "SET statut = :paired, binomes = list_append(binomes, :pairs),"
                                + " binome_avec = list_append(binome_avec, :partners)"
                                + " REMOVE sans_binome")
                        .conditionExpression(
                            "numero = :number AND revision = :revision"
                                + " AND statut IN (:confirmed, :paired)"
                                + " AND size(binomes) < :capacity AND NOT contains(binomes, :pair)"
                                + " AND NOT contains(jamais_avec, :partner)"
                                + " AND "
                                + (toCall.isPresent()
                                    ? "a_appeler = :call"
                                    : "attribute_not_exists(a_appeler)"))
                        .expressionAttributeValues(values))
            .build());
  }

  /**
   * Notes why the first run that saw the person's present wishes has left them without a partner:
   * later ones know less, since they do not see who was paired before. Nothing is noted of somebody
   * who has found a partner or registered anew since.
   */
  public void noteUnpaired(String id, long number, String because) {
    try {
      dynamoDb.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(key(id))
                  .updateExpression("SET sans_binome = :because")
                  .conditionExpression(
                      "numero = :number AND size(binomes) = :none"
                          + " AND attribute_not_exists(sans_binome)")
                  .expressionAttributeValues(
                      Map.of(
                          ":because", Item.text(because),
                          ":number", Item.number(number),
                          ":none", Item.number(0))));
    } catch (ConditionalCheckFailedException e) {
      // There is nothing to explain any more.
    }
  }

  /**
   * Notes that a mail to this person was rejected. The transaction passes only if the person has
   * registered no more since and has the pairs that were read.
   *
   * @param toCall what an organiser is to know, as a French sentence
   */
  public Write noteRejection(Registration person, Rejection rejection, String toCall) {
    ItemUpdate update =
        ItemUpdate.of(table, key(person.id()))
            .onlyIf("numero", Item.number(person.number()))
            .onlyIfTexts("binomes", person.pairs())
            .set(RegistrationItem.TO_CALL, Item.text(toCall));
    if (rejection.gravity().stopsMails()) {
      update.set(RegistrationItem.MAILS_STOPPED, Item.text(rejection.reason()));
    }
    return update.write();
  }

  /**
   * A share of an edition's registrations, as they stand: all shares together are all of them, each
   * once.
   */
  public Stream<Registration> scan(String edition, Share share) {
    return share.scan(dynamoDb, table, edition).map(RegistrationItem::read);
  }

  private static Map<String, AttributeValue> asRead(Registration registration) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":number", Item.number(registration.number()));
    values.put(":status", Item.text(registration.status().name()));
    return values;
  }

  static Map<String, AttributeValue> key(String id) {
    return Map.of("inscription", Item.text(id));
  }

  /**
   * All that is kept of a person, under the table's names, but for our own bookkeeping, and for
   * whom organisers keep apart from the person: that is about the other one as well.
   */
  public SortedMap<String, Object> data(Registration registration) {
    SortedMap<String, Object> data = Item.of(RegistrationItem.write(registration)).plain();
    data.keySet()
        .removeAll(Set.of("numero", "revision", "seance_sequence", RegistrationItem.NEVER_WITH));
    return data;
  }

  /** Writes other answers over those that were read; nothing else of the item is touched. */
  public Write change(Registration before, Registration after) {
    Map<String, AttributeValue> answers = RegistrationItem.answers(after);
    ItemUpdate update =
        asStanding(before)
            .onlyIf("revision", Item.number(before.revision()))
            .set("revision", Item.number(after.revision()))
            .remove(RegistrationItem.UNPAIRED_BECAUSE)
            .setAll(answers);
    RegistrationItem.OPTIONAL.stream()
        .filter(name -> !answers.containsKey(name))
        .forEach(update::remove);
    return update.write();
  }

  /**
   * Writes where the registration stands then: its status, seat and pairs. The person's answers are
   * not touched. The transaction passes only if it still stands where it was read.
   */
  public Write advance(Registration before, Registration after) {
    ItemUpdate update =
        asStanding(before)
            .set("statut", Item.text(after.status().name()))
            .set("binomes", Item.texts(after.pairs()))
            .set("binome_avec", Item.texts(after.partners()))
            .set("seance_sequence", Item.number(after.calendarSequence()));
    after
        .seat()
        .ifPresentOrElse(
            seat -> update.set("seance", Item.text(seat)), () -> update.remove("seance"));
    return update.write();
  }

  /** Deletes the registration if it still stands where it was read. */
  public Write delete(Registration before) {
    return asStanding(before).delete();
  }

  private ItemUpdate asStanding(Registration before) {
    ItemUpdate update =
        ItemUpdate.of(table, key(before.id()))
            .onlyIf("numero", Item.number(before.number()))
            .onlyIf("statut", Item.text(before.status().name()))
            .onlyIfTexts("binomes", before.pairs())
            .onlyIfTexts("binome_avec", before.partners())
            .onlyIfNumber("seance_sequence", before.calendarSequence());
    before
        .seat()
        .ifPresentOrElse(
            seat -> update.onlyIf("seance", Item.text(seat)), () -> update.onlyIfAbsent("seance"));
    return update;
  }
}
