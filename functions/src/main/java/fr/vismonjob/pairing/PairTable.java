package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemUpdate;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.Write;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The {@code Pairs} table. */
public final class PairTable {
  private final DynamoDbClient dynamoDb;
  private final String table;

  public PairTable(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  public Optional<Pair> find(String id) {
    Map<String, AttributeValue> item =
        dynamoDb.getItem(get -> get.tableName(table).key(key(id)).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(PairItem.read(item));
  }

  /** The pairs that a person's registration names, called off or not. */
  public List<Pair> of(Registration person) {
    return person.pairs().stream().flatMap(id -> find(id).stream()).toList();
  }

  /**
   * The part of a transaction that records a pair; the transaction fails if the two ever were one.
   */
  Write put(Pair pair) {
    return new Write(
        TransactWriteItem.builder()
            .put(
                put ->
                    put.tableName(table)
                        .item(PairItem.write(pair))
                        .conditionExpression("attribute_not_exists(binome)"))
            .build());
  }

  /**
   * A share of an edition's pairs, as they stand: all shares together are all of them, each once.
   */
  public Stream<Pair> scan(String edition, Share share) {
    return share.scan(dynamoDb, table, edition).map(PairItem::read);
  }

  /** Keys of the pairs in a share that organisers have marked to be called off. */
  Stream<String> toRelease(String edition, Share share) {
    return share
        .scan(dynamoDb, table, edition)
        .map(Item::of)
        .filter(item -> item.flagByHand(PairItem.TO_RELEASE))
        .map(item -> item.required("binome"));
  }

  /** A pair with what its two said of their day. */
  public Optional<PairAnswers> findAnswers(String id) {
    Map<String, AttributeValue> item =
        dynamoDb.getItem(get -> get.tableName(table).key(key(id)).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(readAnswers(item));
  }

  /**
   * All pairs a person ever was in, also those that are off. The index may lag a moment behind:
   * what the registration names is to be read by its key.
   */
  public List<String> everOf(Registration person) {
    boolean host = person.role() == Role.AMBASSADEUR;
    return dynamoDb
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .indexName(host ? "par-ambassadeur" : "par-etudiant")
                    .keyConditionExpression("#person = :person")
                    .expressionAttributeNames(
                        Map.of(
                            "#person", host ? "ambassadeur_inscription" : "etudiant_inscription"))
                    .expressionAttributeValues(Map.of(":person", Item.text(person.id()))))
        .items()
        .stream()
        .map(item -> Item.of(item).required("binome"))
        .toList();
  }

  /**
   * Writes where a pair stands then; the transaction passes only if it still stands where it was
   * read.
   */
  Write advance(Pair before, Pair after) {
    return advancing(before, after).write();
  }

  /** The same for a pair that organisers have marked, without the mark. */
  Write release(Pair before, Pair after) {
    return advancing(before, after).remove(PairItem.TO_RELEASE).write();
  }

  /**
   * The same, with what one of the two says of the day; passes only if neither has answered
   * otherwise since.
   */
  Write answer(PairAnswers before, Pair after, Role by, Feedback feedback) {
    ItemUpdate update = advancing(before.pair(), after);
    for (Role role : Role.values()) {
      String attribute = FeedbackItem.attribute(role);
      before
          .of(role)
          .ifPresentOrElse(
              was -> update.onlyIf(attribute, FeedbackItem.write(was)),
              () -> update.onlyIfAbsent(attribute));
    }
    return update.set(FeedbackItem.attribute(by), FeedbackItem.write(feedback)).write();
  }

  /** Writes another name of one of the two, whatever else happens to the pair. */
  Write rename(String pair, Role role, String name) {
    return ItemUpdate.of(table, key(pair)).set(PairItem.side(role), Item.text(name)).write();
  }

  /** Notes that an organiser should call one of the two, whatever else happens to the pair. */
  public Write noteToCall(String pair, Role role, String why) {
    return ItemUpdate.of(table, key(pair)).set(PairItem.toCall(role), Item.text(why)).write();
  }

  /**
   * Writes where a pair stands then, without what tells who one of the two was: name, address, what
   * the person wrote, and the name where the other wrote it.
   */
  Write forget(PairAnswers before, Pair after, Registration person) {
    Role role = person.role();
    String side = PairItem.side(role);
    ItemUpdate update = advancing(before.pair(), after).remove(side).remove(side + "_courriel");
    before
        .of(role)
        .ifPresent(_ -> update.remove(FeedbackItem.attribute(role), FeedbackItem.COMMENT));
    Role other = role.other();
    PersonalTraces traces = PersonalTraces.of(person.person());
    before
        .of(other)
        .filter(feedback -> traces.in(feedback.comment()))
        .ifPresent(
            feedback ->
                update.set(
                    FeedbackItem.attribute(other),
                    FeedbackItem.write(feedback.withComment(traces.redact(feedback.comment())))));
    return update.write();
  }

  private ItemUpdate advancing(Pair before, Pair after) {
    ItemUpdate update =
        ItemUpdate.of(table, key(before.id()))
            .onlyIf("statut", Item.text(before.status().name()))
            .onlyIf("date", Item.text(before.date().toString()))
            .onlyIfTexts("dates_proposees", texts(before.proposed()))
            .onlyIfNumber("sequence", before.sequence())
            .set("statut", Item.text(after.status().name()))
            .set("date", Item.text(after.date().toString()))
            .set("dates_proposees", Item.texts(texts(after.proposed())))
            .set("sequence", Item.number(after.sequence()));
    after
        .proposedBy()
        .ifPresentOrElse(
            role -> update.set("proposees_par", Item.text(role.name())),
            () -> update.remove("proposees_par"));
    return update;
  }

  private static PairAnswers readAnswers(Map<String, AttributeValue> item) {
    return new PairAnswers(
        PairItem.read(item),
        FeedbackItem.read(item, Role.AMBASSADEUR),
        FeedbackItem.read(item, Role.ETUDIANT));
  }

  private static List<String> texts(List<LocalDate> days) {
    return days.stream().map(LocalDate::toString).toList();
  }

  static Map<String, AttributeValue> key(String id) {
    return Map.of("binome", Item.text(id));
  }
}
