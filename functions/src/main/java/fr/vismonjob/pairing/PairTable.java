package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.ItemUpdate;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.Write;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The {@code Pairs} table. */
public final class PairTable {
  private final ItemTable items;

  public PairTable(DynamoDbClient dynamoDb, String table) {
    this.items = new ItemTable(dynamoDb, table, PairItem.ID);
  }

  public Optional<Pair> find(String id) {
    return items.find(id).map(PairItem::read);
  }

  /** The pairs that a person's registration names, called off or not. */
  public List<Pair> of(Registration person) {
    return person.pairs().stream().flatMap(id -> find(id).stream()).toList();
  }

  /**
   * The part of a transaction that records a pair; the transaction fails if the two ever were one.
   */
  Write put(Pair pair) {
    return items.insert(PairItem.write(pair));
  }

  /**
   * A share of an edition's pairs, as they stand: all shares together are all of them, each once.
   */
  public Stream<Pair> scan(String edition, Share share) {
    return items.scan(PairItem.EDITION, edition, share).map(PairItem::read);
  }

  /** Keys of the pairs in a share that organisers have marked to be called off. */
  Stream<String> toRelease(String edition, Share share) {
    return items
        .scan(PairItem.EDITION, edition, share)
        .filter(item -> item.flagByHand(PairItem.TO_RELEASE))
        .map(item -> item.required(PairItem.ID));
  }

  /**
   * All pairs a person ever was in, also those that are off. The index may lag a moment behind:
   * what the registration names is to be read by its key.
   */
  public List<String> everOf(Registration person) {
    String index = "par-" + PairItem.name(person.role());
    return items
        .query(index, PairItem.registration(person.role()), person.id())
        .map(item -> item.required(PairItem.ID))
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
  Write answer(Pair before, Pair after, Role by) {
    ItemUpdate update = advancing(before, after);
    for (Role role : Role.values()) {
      update.onlyIf(PairItem.feedback(role), feedback(before, role));
    }
    return update.set(PairItem.feedback(by), feedback(after, by)).write();
  }

  /** Empty if the person has not answered. */
  private static Item feedback(Pair pair, Role role) {
    return pair.side(role).feedback().map(FeedbackItem::write).orElse(Item.empty());
  }

  /** Writes another name of one of the two, whatever else happens to the pair. */
  Write rename(String pair, Role role, String name) {
    return items.update(pair).set(PairItem.name(role), name).write();
  }

  /** Notes that an organiser should call one of the two, whatever else happens to the pair. */
  public Write noteToCall(String pair, Role role, String why) {
    return items.update(pair).set(PairItem.toCall(role), why).write();
  }

  /**
   * Writes where a pair stands then, without what tells who one of the two was: name, address, what
   * the person wrote, and the name where the other wrote it.
   */
  Write forget(Pair before, Pair after, Registration person) {
    Role role = person.role();
    ItemUpdate update =
        advancing(before, after).remove(PairItem.name(role)).remove(PairItem.address(role));
    before
        .side(role)
        .feedback()
        .ifPresent(_ -> update.remove(PairItem.feedback(role), FeedbackItem.COMMENT));
    Role other = role.other();
    PersonalTraces traces = PersonalTraces.of(person);
    before
        .side(other)
        .feedback()
        .filter(feedback -> traces.in(feedback.comment()))
        .ifPresent(
            feedback ->
                update.set(
                    PairItem.feedback(other),
                    FeedbackItem.write(feedback.withComment(traces.redact(feedback.comment())))));
    return update.write();
  }

  private ItemUpdate advancing(Pair before, Pair after) {
    return items
        .update(before.id())
        .onlyIf(PairItem.STATUS, before.status().name())
        .onlyIf(PairItem.DATE, before.date().toString())
        .onlyIf(PairItem.PROPOSED, texts(before.state().proposed()))
        .onlyIf(PairItem.SEQUENCE, before.state().sequence())
        .set(PairItem.STATUS, after.status().name())
        .set(PairItem.DATE, after.date().toString())
        .set(PairItem.PROPOSED, texts(after.state().proposed()))
        .set(PairItem.SEQUENCE, after.state().sequence())
        .set(PairItem.PROPOSED_BY, after.state().proposedBy().map(Role::name));
  }

  private static List<String> texts(List<LocalDate> days) {
    return days.stream().map(LocalDate::toString).toList();
  }
}
