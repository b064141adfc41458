package fr.vismonjob.registration;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.ItemUpdate;
import fr.vismonjob.dynamodb.Mark;
import fr.vismonjob.dynamodb.Transactions.Write;
import java.util.Optional;

/**
 * The change of a person's address: to one that an organiser has typed, or to one that the person
 * has asked for and confirms there (ADR 20).
 */
public final class AddressChanges {
  private final RegistrationTable table;
  private final ItemTable items;

  AddressChanges(RegistrationTable table, ItemTable items) {
    this.table = table;
    this.items = items;
  }

  /**
   * Gives the person the address that an organiser has typed. Nobody needs to call any more for the
   * old one, mails are sent again, and the links so far are void.
   */
  public Write changeAsMarked(Registration before, String typed, String address, long linkNumber) {
    Mark mark = RegistrationItem.mark(MarkedAct.CHANGE_ADDRESS);
    return mark.done(movingTo(before, address, linkNumber)).onlyIf(mark.name(), typed).write();
  }

  /** The same with the address that the person has asked for, and has confirmed there. */
  public Write take(Registration before, String address, long linkNumber) {
    return movingTo(before, address, linkNumber)
        .onlyIf(RegistrationItem.REQUESTED_ADDRESS, address)
        .write();
  }

  private ItemUpdate movingTo(Registration before, String address, long linkNumber) {
    return withoutRequest(table.asStanding(before))
        .set(RegistrationFields.ADDRESS.name(), address)
        .set(Item.empty().put(RegistrationItem.LINK_NUMBER, linkNumber))
        .remove(RegistrationItem.TO_CALL)
        .remove(RegistrationItem.MAILS_STOPPED);
  }

  /** The new address that a person has asked for; empty if there is none. */
  public Optional<AddressRequest> requested(String id) {
    return items
        .find(id)
        .filter(row -> !row.isNothing(RegistrationItem.REQUESTED_ADDRESS))
        .map(
            row ->
                items.read(
                    row,
                    read ->
                        new AddressRequest(
                            read.required(RegistrationItem.REQUESTED_ADDRESS),
                            read.instant(RegistrationItem.REQUESTED_AT))));
  }

  /** Notes a new address that the person asks for, in place of an earlier one. */
  Write request(Registration before, AddressRequest request) {
    return table
        .asStanding(before)
        .set(RegistrationItem.REQUESTED_ADDRESS, request.address())
        .set(RegistrationItem.REQUESTED_AT, request.at().toString())
        .write();
  }

  static ItemUpdate withoutRequest(ItemUpdate update) {
    return update.remove(RegistrationItem.REQUESTED_ADDRESS).remove(RegistrationItem.REQUESTED_AT);
  }

  /** Whether there is a row with this key, readable or not. */
  public boolean exists(String id) {
    return items.find(id).isPresent();
  }

  /** Lets a transaction pass only if there is no such registration. */
  public Write checkAbsent(String id) {
    return items.updateOrMake(id).onlyIfAbsent(RegistrationItem.ID).check();
  }
}
