package fr.vismonjob.registration;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.ItemUpdate;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.Write;
import fr.vismonjob.form.Field;
import fr.vismonjob.mail.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The {@code Registrations} table. */
public final class RegistrationTable {
  private final ItemTable items;

  public RegistrationTable(DynamoDbClient dynamoDb, String table) {
    this.items = new ItemTable(dynamoDb, table, RegistrationItem.ID);
  }

  public Optional<Registration> find(String id) {
    return items.find(id).map(RegistrationItem::read);
  }

  /**
   * A share of an edition's registrations, as they stand: all shares together are all of them, each
   * once.
   */
  public Stream<Registration> scan(String edition, Share share) {
    return items.scan(RegistrationItem.EDITION, edition, share).map(RegistrationItem::read);
  }

  /**
   * All that is kept of a person, under the table's names, but for our own bookkeeping, and for
   * whom organisers keep apart from the person: that is about the other one as well.
   */
  public SortedMap<String, Object> data(Registration registration) {
    SortedMap<String, Object> data = RegistrationItem.write(registration).plain();
    data.keySet().removeAll(RegistrationItem.NOT_TOLD);
    return data;
  }

  /**
   * Writes a registration where there was none, or in the place of {@code previous} as it was read.
   */
  Write put(Registration registration, Optional<Registration> previous) {
    Item item = RegistrationItem.write(registration);
    return previous
        .map(was -> asStanding(was).replaceWith(item))
        .orElseGet(() -> items.insert(item));
  }

  /** Lets a transaction pass only if the registration still stands where it was read. */
  Write checkUnchanged(Registration registration) {
    return asStanding(registration).check();
  }

  /**
   * Writes other answers over those that were read, and takes away those that are left out now;
   * nothing else of the item is touched.
   */
  public Write change(Registration before, Registration after) {
    Item answers = RegistrationItem.answers(after);
    ItemUpdate update =
        asStanding(before)
            .onlyIf(RegistrationItem.REVISION, before.revision())
            .set(RegistrationItem.REVISION, after.revision())
            .remove(RegistrationItem.UNPAIRED_BECAUSE)
            .setAll(answers);
    RegistrationFields.changeable(after.role())
        .map(Field::name)
        .filter(name -> !answers.has(name))
        .forEach(update::remove);
    return update.write();
  }

  /**
   * Writes where the registration stands then: its status, seat and pairs. The person's answers are
   * not touched. The transaction passes only if it still stands where it was read.
   */
  public Write advance(Registration before, RegistrationState after) {
    return advancing(before, after).write();
  }

  /**
   * Gives the person a partner. The transaction passes only if, beside, the wishes and whether
   * mails reach the person are as they were read, and no organiser objects to the partner.
   */
  public Write pair(Registration before, String pair, Registration partner) {
    return advancing(before, before.state().paired(pair, partner.person().fullName()))
        .onlyIf(RegistrationItem.REVISION, before.revision())
        .onlyIf(RegistrationItem.TO_CALL, before.reachability().toCall())
        .onlyIfWithout(RegistrationItem.NEVER_WITH, partner.id())
        .remove(RegistrationItem.UNPAIRED_BECAUSE)
        .write();
  }

  /**
   * Deletes the registration if it still stands where it was read, and nothing about the person is
   * other than was read.
   */
  public Write delete(Registration before) {
    return asStanding(before).onlyIf(RegistrationItem.REVISION, before.revision()).delete();
  }

  private ItemUpdate advancing(Registration before, RegistrationState after) {
    return asStanding(before)
        .set(RegistrationItem.STATUS, after.status().name())
        .set(RegistrationItem.PAIRS, after.pairs())
        .set(RegistrationItem.PARTNERS, after.partners())
        .set(RegistrationItem.CALENDAR_SEQUENCE, after.calendarSequence())
        .set(RegistrationItem.SEAT, after.seat());
  }

  private ItemUpdate asStanding(Registration before) {
    return items
        .update(before.id())
        .onlyIf(RegistrationItem.NUMBER, before.number())
        .onlyIf(RegistrationItem.STATUS, before.status().name())
        .onlyIf(RegistrationItem.PAIRS, before.state().pairs())
        .onlyIf(RegistrationItem.PARTNERS, before.state().partners())
        .onlyIf(RegistrationItem.CALENDAR_SEQUENCE, before.state().calendarSequence())
        .onlyIf(RegistrationItem.SEAT, before.seat());
  }

  /**
   * Notes why the first run that saw the person's present wishes has left them without a partner:
   * later ones know less, since they do not see who was paired before. Nothing is noted of somebody
   * who has found a partner or registered anew since.
   */
  public void noteUnpaired(String id, long number, String because) {
    items
        .update(id)
        .onlyIf(RegistrationItem.NUMBER, number)
        .onlyIf(RegistrationItem.PAIRS, List.of())
        .onlyIfAbsent(RegistrationItem.UNPAIRED_BECAUSE)
        .set(RegistrationItem.UNPAIRED_BECAUSE, because)
        .apply();
  }

  /**
   * Notes that a mail to this person was rejected. The transaction passes only if the person has
   * registered no more since and has the pairs that were read.
   *
   * @param toCall what an organiser is to know, as a French sentence
   */
  public Write noteRejection(Registration person, Rejection rejection, String toCall) {
    ItemUpdate update =
        items
            .update(person.id())
            .onlyIf(RegistrationItem.NUMBER, person.number())
            .onlyIf(RegistrationItem.PAIRS, person.pairs())
            .set(RegistrationItem.TO_CALL, toCall);
    if (rejection.gravity().stopsMails()) {
      update.set(RegistrationItem.MAILS_STOPPED, rejection.reason());
    }
    return update.write();
  }
}
