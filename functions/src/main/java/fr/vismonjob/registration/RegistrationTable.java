package fr.vismonjob.registration;

import static fr.vismonjob.registration.RegistrationItem.*;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.ItemUpdate;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.ActsOfDay;
import fr.vismonjob.mail.Rejection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The {@code Registrations} table. */
public final class RegistrationTable {
  private final ItemTable items;

  public RegistrationTable(DynamoDbClient dynamoDb, String table) {
    this.items = new ItemTable(dynamoDb, table, ID);
  }

  /** What organisers have marked on the rows of people. */
  public RegistrationMarks marks() {
    return new RegistrationMarks(this, items);
  }

  /** What pairing writes into the rows of people. */
  public RegistrationPairing pairing() {
    return new RegistrationPairing(this, items);
  }

  /** The ways in which a person comes by another address. */
  public AddressChanges addressChanges() {
    return new AddressChanges(this, items);
  }

  public Optional<Registration> find(String id) {
    return items.find(id).map(item -> items.read(item, RegistrationItem::read));
  }

  /**
   * Reads a share of an edition's registrations. All shares together have each registration once.
   */
  public Stream<Registration> scan(
      String edition, Share share, Consumer<UnreadableRow> unreadable) {
    return items.read(items.scan(EDITION, edition, share), RegistrationItem::read, unreadable);
  }

  /**
   * The keys of an edition's registrations that were made before that moment and still wait to be
   * confirmed, the oldest first. The index may lag a moment behind the table.
   */
  public Stream<String> unconfirmed(String edition, Instant before) {
    return items
        .query("par-statut", STATUS, Status.A_CONFIRMER.name())
        .takeWhile(item -> item.textOrEmpty(REGISTERED_AT).compareTo(before.toString()) < 0)
        .filter(item -> item.textOrEmpty(EDITION).equals(edition))
        .map(item -> item.required(ID));
  }

  /**
   * All data about a person, with the table's names. Technical attributes are left out, and so are
   * the people who are kept apart from the person: that is about them as well.
   */
  public SortedMap<String, Object> data(Registration registration) {
    SortedMap<String, Object> data = RegistrationItem.write(registration).plain();
    data.keySet().removeAll(NOT_TOLD);
    addressChanges()
        .requested(registration.id())
        .ifPresent(asked -> data.put(REQUESTED_ADDRESS, asked.address()));
    return data;
  }

  /**
   * Writes a new registration. The transaction passes only if {@code previous} is still as it was
   * read.
   */
  public Write put(Registration registration, Optional<Registration> previous) {
    Item item = RegistrationItem.write(registration);
    return previous
        .map(was -> asStanding(was).replaceWith(item))
        .orElseGet(() -> items.insert(item));
  }

  /** Lets a transaction pass only if the registration is still as it was read. */
  Write checkUnchanged(Registration registration) {
    return asStanding(registration).check();
  }

  /**
   * Replaces the answers that were read, and removes those left out now. No place counts as handed
   * on any more; no other attribute changes.
   */
  public Write change(Registration before, Registration after) {
    return asStanding(before)
        .onlyIf(REVISION, before.revision())
        .set(RegistrationItem.state(after.state()))
        .set(RegistrationItem.answers(after))
        .write();
  }

  /**
   * Writes the registration's new state, and leaves the answers unchanged. The transaction passes
   * only if the state is still as it was read.
   */
  public Write advance(Registration before, RegistrationState after) {
    return advancing(before, after).write();
  }

  /** The same for somebody who withdraws. A mark that asks for this has then been followed. */
  public Write withdraw(Registration before, RegistrationState after) {
    return RegistrationItem.mark(MarkedAct.WITHDRAW)
        .done(AddressChanges.withoutRequest(advancing(before, after)))
        .write();
  }

  /** How often the person has booked or cancelled a coaching seat on that day. */
  public ActsOfDay seatChanges(Registration person, LocalDate today) {
    return ActsOfDay.read(items.textNow(person.id(), SEATS_TODAY), today);
  }

  /** The same as {@link #advance} to another seat, or to none, counted as one of these changes. */
  public Write seat(Registration before, RegistrationState after, ActsOfDay changes) {
    return advancing(before, after).set(SEATS_TODAY, changes.oneMore().text()).write();
  }

  /**
   * Makes the person's links so far void, and with them an address that somebody may have asked for
   * by such a link; the transaction passes only if the state is as read.
   */
  Write renewLink(Registration before, long number) {
    return AddressChanges.withoutRequest(asStanding(before))
        .set(Item.empty().put(LINK_NUMBER, number))
        .write();
  }

  /**
   * Deletes the registration. The transaction passes only if state and answers are still as they
   * were read.
   */
  public Write delete(Registration before) {
    return asStanding(before).onlyIf(REVISION, before.revision()).delete();
  }

  /** An update to that state, which passes only if the present one is still as it was read. */
  ItemUpdate advancing(Registration before, RegistrationState after) {
    return asStanding(before).set(RegistrationItem.state(after));
  }

  /** An update that passes only if the state is still as it was read. */
  ItemUpdate asStanding(Registration before) {
    return items
        .update(before.id())
        .onlyIf(NUMBER, before.number())
        .onlyIf(RegistrationFields.ADDRESS.name(), before.person().address())
        .onlyIf(RegistrationItem.state(before.state()))
        .onlyIf(HANDED_ON, before.state().handedOn()); // none may stand there as a zero
  }

  /**
   * Records that a mail to this person was rejected. The transaction passes only if the person has
   * not registered again since, and has the pairs that were read.
   *
   * @param toCall what the organiser needs to know, as a French sentence; nobody needs to call a
   *     person who has withdrawn
   */
  public Write noteRejection(Registration person, Rejection rejection, String toCall) {
    ItemUpdate update =
        items
            .update(person.id())
            .onlyIf(NUMBER, person.number())
            .onlyIf(Item.empty().put(PAIRS, person.pairs()));
    if (person.status() != Status.RETIREE) {
      update.set(TO_CALL, toCall);
    }
    if (rejection.gravity().stopsMails()) {
      update.set(MAILS_STOPPED, rejection.reason());
    }
    return update.write();
  }
}
