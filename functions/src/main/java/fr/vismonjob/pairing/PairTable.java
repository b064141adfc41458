package fr.vismonjob.pairing;

import static fr.vismonjob.pairing.PairItem.*;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.ItemUpdate;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.ActsOfDay;
import fr.vismonjob.matching.PairIds;
import fr.vismonjob.pairing.KnownPairs.CancelledPair;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The {@code Pairs} table. */
public final class PairTable {
  private final ItemTable items;
  private final InstantSource clock;

  public PairTable(DynamoDbClient dynamoDb, String table, InstantSource clock) {
    this.items = new ItemTable(dynamoDb, table, ID);
    this.clock = clock;
  }

  public Optional<Pair> find(String id) {
    return items.find(id).map(item -> items.read(item, PairItem::read));
  }

  /** What colleagues are asked about pairs. */
  public PairRelays relays() {
    return new PairRelays(this, items);
  }

  /** Reads the pairs that a person's registration names, cancelled or not. */
  public List<Pair> of(Registration person) {
    return ids(person).flatMap(id -> find(id).stream()).toList();
  }

  /** The same without those whose row cannot be read, which the log names. */
  public List<Pair> readableOf(Registration person) {
    return ids(person).flatMap(id -> UnreadableRow.skip(() -> find(id)).stream()).toList();
  }

  /** A transaction cannot write to a pair twice, however often a hand has listed it. */
  private static Stream<String> ids(Registration person) {
    return person.pairs().stream().distinct();
  }

  /** Reads what a run has proposed about two people; empty if they are, or were, a pair. */
  Optional<Proposal> proposal(String id) {
    return items
        .find(id)
        .map(item -> items.read(item, PairItem::proposal))
        .filter(found -> found.pair().status() == PairStatus.PROPOSE);
  }

  /**
   * Records a pair, in the place of what a run has proposed of the same two. The transaction passes
   * only if the proposal is still as it was read; without one, if the two were never a pair.
   */
  Write put(Pair pair, Optional<Pair> proposed) {
    return put(pair, proposed, PairItem.noVersions());
  }

  /** The same for a proposal. */
  Write propose(Pair pair, PlannedPair planned, Optional<Pair> proposed) {
    return put(pair, proposed, PairItem.versions(planned));
  }

  private Write put(Pair pair, Optional<Pair> proposed, Item versions) {
    Item content = PairItem.content(pair).putAll(versions);
    return proposed
        .map(old -> inPlaceOf(old).set(content).write())
        .orElseGet(() -> items.insert(content.put(ID, pair.id())));
  }

  /** Deletes a proposal, if it is still as it was read. */
  Write drop(Pair proposed) {
    return inPlaceOf(proposed).delete();
  }

  private ItemUpdate inPlaceOf(Pair proposed) {
    return items
        .update(proposed.id())
        .onlyIf(PairItem.state(proposed.state()))
        .onlyIf(RUN, proposed.origin().run());
  }

  /** Reads all proposals of an edition. */
  Stream<Proposal> scanProposals(String edition, Consumer<UnreadableRow> unreadable) {
    return items
        .read(items.scan(EDITION, edition, Share.WHOLE), PairItem::proposal, unreadable)
        .filter(found -> found.pair().status() == PairStatus.PROPOSE);
  }

  /**
   * Reads a share of an edition's pairs, without those that were only ever proposed. All shares
   * together have each pair once.
   */
  public Stream<Pair> scan(String edition, Share share, Consumer<UnreadableRow> unreadable) {
    return items
        .read(items.scan(EDITION, edition, share), PairItem::read, unreadable)
        .filter(Pair::wasFormed);
  }

  /**
   * Who of a share must not become a pair again: those whose pair was cancelled, and those whose
   * pair cannot be read.
   */
  public Stream<CancelledPair> scanForbidden(
      String edition, Share share, Consumer<UnreadableRow> unreadable) {
    return items
        .scan(EDITION, edition, share)
        .flatMap(
            item -> {
              Optional<Pair> pair =
                  UnreadableRow.skip(
                      () -> Optional.of(items.read(item, PairItem::read)), unreadable);
              return pair.filter(read -> !isForbidden(read, item)).isPresent()
                  ? Stream.empty()
                  : ids(item)
                      .map(ids -> new CancelledPair(ids, pair.filter(Pair::wasFormed).isPresent()))
                      .stream();
            });
  }

  private static boolean isForbidden(Pair pair, Item item) {
    return pair.status() == PairStatus.ANNULE
        || (pair.status() == PairStatus.PROPOSE && TO_RELEASE.isOn(item));
  }

  /** Empty for a row that does not name the two. */
  private static Optional<PairIds> ids(Item item) {
    String student = item.textOrEmpty(PairItem.registration(Role.ETUDIANT));
    String ambassador = item.textOrEmpty(PairItem.registration(Role.AMBASSADEUR));
    return student.isBlank() || ambassador.isBlank()
        ? Optional.empty()
        : Optional.of(new PairIds(student, ambassador));
  }

  static boolean mayBeMarked(Set<String> attributes) {
    return attributes.contains(TO_RELEASE.name());
  }

  /** The keys of the pairs in a share that organisers have marked to be cancelled. */
  Stream<String> toRelease(String edition, Share share) {
    return items
        .scan(EDITION, edition, share)
        .filter(TO_RELEASE::isOn)
        .map(item -> item.required(ID));
  }

  /** The pair with this key, if organisers have marked it to be cancelled. */
  Optional<Pair> findToRelease(String id) {
    return items.find(id).filter(TO_RELEASE::isOn).map(item -> items.read(item, PairItem::read));
  }

  /** Takes the mark away from a pair that is cancelled already. */
  Write unmark(Pair pair) {
    return TO_RELEASE.done(items.update(pair.id())).write();
  }

  /** Says beside the mark why the pair cannot be cancelled. */
  void refuse(String id, String why) {
    TO_RELEASE.refuse(items, id, why);
  }

  /**
   * The keys of all pairs that a person was ever in, cancelled and proposed ones too. The index may
   * lack the newest, but the registration names the present pairs for certain.
   */
  public SortedSet<String> everOf(Registration person) {
    String index =
        switch (person.role()) {
          case AMBASSADEUR -> "par-ambassadeur";
          case ETUDIANT -> "par-etudiant";
        };
    return Stream.concat(
            person.pairs().stream(),
            items
                .query(index, PairItem.registration(person.role()), person.id())
                .map(item -> item.required(ID)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Reads all these pairs. */
  List<Pair> readEverOf(Registration person) {
    return everOf(person).stream().flatMap(id -> find(id).stream()).toList();
  }

  /** Writes a pair's new state. The transaction passes only if the pair is still as it was read. */
  Write advance(Pair before, Pair after) {
    return advancing(before, after).write();
  }

  /** How often the two have proposed other days on that day. */
  ActsOfDay proposals(Pair pair, LocalDate today) {
    return ActsOfDay.read(items.textNow(pair.id(), PROPOSALS_TODAY), today);
  }

  /** The same as {@link #advance}, counted as one of these proposals. */
  Write propose(Pair before, Pair after, ActsOfDay proposals) {
    return advancing(before, after).set(PROPOSALS_TODAY, proposals.oneMore().text()).write();
  }

  /** The same as {@link #advance} with the present names of the two. */
  Write agree(Pair before, Pair after, List<Registration> two) {
    ItemUpdate update = advancing(before, after);
    two.forEach(person -> update.set(PairItem.name(person.role()), person.person().fullName()));
    return update.write();
  }

  /**
   * The same as {@link #advance} for a pair that organisers have marked; it takes the mark away.
   */
  Write release(Pair before, Pair after) {
    return TO_RELEASE.done(advancing(before, after)).write();
  }

  /**
   * The same with the feedback of one of the two. The transaction passes only if neither has
   * changed an answer since.
   */
  Write answer(Pair before, Pair after) {
    return advancing(before, after)
        .onlyIf(PairItem.feedback(before))
        .set(PairItem.feedback(after))
        .write();
  }

  /** Writes a new name of one of the two, whatever else happens to the pair. */
  Write rename(String pair, Role role, String name) {
    return items.update(pair).set(PairItem.name(role), name).write();
  }

  /** Writes a new address of one of the two, whom nobody needs to call any more for the old one. */
  Write changeAddress(String pair, Role role, String address) {
    return items
        .update(pair)
        .set(PairItem.address(role), address)
        .remove(PairItem.toCall(role))
        .write();
  }

  /** Records that an organiser should call one of the two, whatever else happens to the pair. */
  public Write noteToCall(String pair, Role role, String why) {
    return items.update(pair).set(PairItem.toCall(role), why).write();
  }

  /**
   * Writes a pair's new state, and removes what identifies one of the two: name, address, what the
   * person wrote, and in what the other wrote the person's name and all ways to reach anybody.
   */
  Write forget(Pair before, Pair after, Registration person) {
    PersonalTraces traces =
        PersonalTraces.of(person.answers(), before.side(person.role()).fullName());
    ItemUpdate update =
        advancing(before, after)
            .set(PairItem.noColleague())
            .remove(PairItem.name(person.role()))
            .remove(PairItem.address(person.role()));
    for (Role role : Role.values()) {
      before
          .side(role)
          .feedback()
          .map(
              said ->
                  said.withComment(role == person.role() ? "" : traces.erasedFrom(said.comment())))
          .ifPresent(
              left ->
                  update.set(Item.empty().put(PairItem.feedback(role), FeedbackItem.write(left))));
    }
    return update.write();
  }

  /**
   * Forgets everybody in the pairs of an edition, in rows that cannot be read too. Somebody whose
   * registration was deleted by hand is in nobody else's erasure.
   */
  void forgetAll(String edition) {
    items
        .scan(EDITION, edition, Share.WHOLE)
        .filter(PairItem::tellsOfSomebody)
        .forEach(row -> items.update(row.key(ID)).set(PairItem.withoutPeople(row)).apply());
  }

  /** What somebody said of the day, under the table's names. */
  public Map<String, Object> data(Feedback feedback) {
    return FeedbackItem.write(feedback).plain();
  }

  ItemUpdate advancing(Pair before, Pair after) {
    ItemUpdate update =
        items
            .update(before.id())
            .onlyIf(PairItem.state(before.state()))
            .set(PairItem.state(after.state()));
    if (!after.isOn()) {
      update.set(PairItem.noColleague());
    }
    return after.status() == PairStatus.ANNULE && before.status() != PairStatus.ANNULE
        ? update.set(CALLED_OFF_AT, clock.instant().toString())
        : update;
  }
}
