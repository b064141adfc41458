package fr.vismonjob.registration;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.Mark;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.Transactions.Write;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What organisers have marked on the rows of people, to have it done. */
public final class RegistrationMarks {
  private final RegistrationTable table;
  private final ItemTable items;

  RegistrationMarks(RegistrationTable table, ItemTable items) {
    this.table = table;
    this.items = items;
  }

  /** What organisers have marked a person's row for. The rest of the row need not be readable. */
  public List<MarkedAct> of(String id) {
    return items.find(id).map(RegistrationMarks::marked).orElse(List.of());
  }

  private static List<MarkedAct> marked(Item row) {
    return Stream.of(MarkedAct.values())
        .filter(act -> RegistrationItem.mark(act).isOn(row))
        .toList();
  }

  public static boolean mayBeMarked(Set<String> attributes) {
    return Stream.of(MarkedAct.values())
        .anyMatch(act -> attributes.contains(RegistrationItem.mark(act).name()));
  }

  /** The keys of the rows in a share that organisers have marked. */
  public Stream<String> marked(String edition, Share share) {
    return items
        .scan(RegistrationItem.EDITION, edition, share)
        .filter(row -> !marked(row).isEmpty())
        .map(row -> row.required(RegistrationItem.ID));
  }

  /** Says beside a mark why what it asks for cannot be done. */
  public void refuse(String id, MarkedAct act, String why) {
    RegistrationItem.mark(act).refuse(items, id, why);
  }

  /** Takes away a mark that asks for what is so already. */
  public void remove(String id, MarkedAct act) {
    RegistrationItem.mark(act).done(items.update(id)).apply();
  }

  /** The address that an organiser has typed as somebody's new one; empty if there is none. */
  public Optional<String> newAddress(String id) {
    Mark mark = RegistrationItem.mark(MarkedAct.CHANGE_ADDRESS);
    return items
        .find(id)
        .filter(mark::isOn)
        .flatMap(item -> items.read(item, row -> row.find(mark.name())));
  }

  /** Takes away the mark that asks for the link. The transaction passes only if it is there. */
  Write linkSent(Registration before) {
    Mark mark = RegistrationItem.mark(MarkedAct.SEND_LINK);
    return mark.done(table.asStanding(before).onlyIfPresent(mark.name())).write();
  }
}
