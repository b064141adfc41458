package fr.vismonjob.registration;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.ItemUpdate;
import fr.vismonjob.dynamodb.Transactions.Write;
import java.util.List;

/** What pairing writes into the rows of people. */
public final class RegistrationPairing {
  private final RegistrationTable table;
  private final ItemTable items;

  RegistrationPairing(RegistrationTable table, ItemTable items) {
    this.table = table;
    this.items = items;
  }

  /**
   * Gives the person a partner. The transaction passes only if state, wishes and reachability are
   * still as they were read, and no organiser keeps the two apart. If organisers wanted this
   * partner, that is done.
   */
  public Write pair(Registration before, String pair, Registration partner) {
    ItemUpdate update =
        table.advancing(before, before.state().paired(pair, partner.person().fullName()));
    List<String> others = before.imposed().without(partner.id());
    if (!others.equals(before.imposed().with())) {
      update.onlyIf(ImposedItem.with(before.imposed().with())).set(ImposedItem.with(others));
      if (others.isEmpty()) {
        update.remove(ImposedItem.REFUSAL);
      }
    }
    return update
        .onlyIf(RegistrationItem.REVISION, before.revision())
        .onlyIf(Item.empty().put(RegistrationItem.TO_CALL, before.reachability().toCall()))
        .onlyIfWithout(RegistrationItem.NEVER_WITH, partner.id())
        .remove(RegistrationItem.UNPAIRED_BECAUSE)
        .write();
  }

  /**
   * Lets a student's pair go on with somebody else. The transaction passes only if the state is
   * still as it was read, and no organiser keeps the two apart.
   */
  public Write goOn(Registration before, String pair, String next, Registration partner) {
    return table
        .advancing(before, before.state().goingOn(pair, next, partner.person().fullName()))
        .onlyIfWithout(RegistrationItem.NEVER_WITH, partner.id())
        .write();
  }

  /**
   * Writes the present name of a partner. The transaction passes only if the person's state and
   * answers are still as they were read.
   */
  public Write know(Registration before, String pair, Registration partner) {
    return table
        .advancing(before, before.state().withPartner(pair, partner.person().fullName()))
        .onlyIf(RegistrationItem.REVISION, before.revision())
        .write();
  }

  /**
   * Writes where and how an ambassador receives people. The transaction passes only if the state is
   * still as it was read.
   */
  public Write welcome(Registration before, Welcome after) {
    return table.asStanding(before).set(WelcomeItem.write(after)).write();
  }

  /**
   * Writes the person's new state and other words about how to get in. The transaction passes only
   * if the state and the words are still as they were read.
   */
  public Write advance(Registration before, RegistrationState after, Welcome words) {
    return table
        .advancing(before, after)
        .onlyIf(WelcomeItem.words(before.welcome()))
        .set(WelcomeItem.words(words))
        .write();
  }

  /**
   * Records why the first run that saw the person's present wishes found no partner. Later runs
   * know less, because they do not see the people who were paired before. Nothing is recorded for a
   * person who has a partner or has registered again since.
   */
  public void noteUnpaired(String id, long number, String because) {
    items
        .update(id)
        .onlyIf(RegistrationItem.NUMBER, number)
        .onlyIf(Item.empty().put(RegistrationItem.PAIRS, List.of()))
        .onlyIfAbsent(RegistrationItem.UNPAIRED_BECAUSE)
        .set(RegistrationItem.UNPAIRED_BECAUSE, because)
        .apply();
  }

  /** Takes away organisers' wish to pair this person with that one. */
  public Write notImposed(Registration before, String other) {
    return items
        .update(before.id())
        .onlyIf(ImposedItem.with(before.imposed().with()))
        .set(ImposedItem.with(before.imposed().without(other)))
        .write();
  }

  /**
   * Records why organisers' wish to pair this person with somebody could not be followed.
   *
   * @param why a French sentence; empty if there is no reason any more
   */
  public void noteImposedRefusal(String id, String why) {
    items.update(id).set(ImposedItem.REFUSAL, why).apply();
  }
}
