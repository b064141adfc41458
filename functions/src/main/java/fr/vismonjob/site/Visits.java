package fr.vismonjob.site;

import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.page.Message;
import fr.vismonjob.page.MyRegistration;
import fr.vismonjob.page.Pages;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.pairing.Tables;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Welcome;
import fr.vismonjob.subscription.Subscription;
import fr.vismonjob.web.Request;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What every personal page needs. */
public record Visits(Tables tables, Keyed keyed, EditionTable editions, Supplier<Pages> pages) {
  /** The visitor; empty if the link is not valid. */
  Optional<Visitor> visitor(Request request) {
    return SecretLink.parse(request.pathParameter("link"))
        .flatMap(
            link ->
                tables
                    .person(link.id())
                    .filter(found -> link.is(SecretLink.of(found.id(), found.linkNumber(), keyed)))
                    .map(found -> new Visitor(link, found)));
  }

  /** The person whose certificate a link opens; empty if the link is not valid. */
  Optional<Registration> certified(Request request) {
    return SecretLink.parse(request.pathParameter("certificate"))
        .flatMap(link -> tables.person(link.id()).filter(found -> link.is(certificate(found))));
  }

  /** The link that opens the person's certificate alone. */
  SecretLink certificate(Registration person) {
    return SecretLink.ofCertificate(person.id(), person.linkNumber(), keyed);
  }

  /** The visitor with the registration as it is after an act. */
  Visitor again(Visitor visitor) {
    Registration before = visitor.registration();
    return new Visitor(visitor.link(), tables.person(before.id()).orElse(before));
  }

  /** What the visitor's own page shows. */
  MyRegistration own(Visitor visitor, Optional<SecretLink> nextEdition, Message message) {
    Registration self = visitor.registration();
    return new MyRegistration(
        visitor.link(),
        self,
        edition(visitor),
        today(),
        self.seat().flatMap(seat -> UnreadableRow.skip(() -> tables.slots().find(seat))),
        pairs(self).stream().filter(pair -> pair.status() != PairStatus.ANNULE).toList(),
        nextEdition,
        message);
  }

  /** The link by which the visitor, if waiting for the next edition, has that forgotten. */
  Optional<SecretLink> nextEdition(Visitor visitor) {
    return tables
        .subscriptions()
        .ofAddress(visitor.registration().person().address(), tables.now())
        .filter(wish -> wish.toldOf().isEmpty())
        .map(Subscription::link);
  }

  /** The person's pairs, without those whose row cannot be read. */
  List<Pair> pairs(Registration person) {
    return tables.pairs().readableOf(person);
  }

  /**
   * The same, for what makes no sense without a pair.
   *
   * @throws UnreadableRow if the person has pairs, and none can be read
   */
  List<Pair> pairsToTellOf(Registration person) {
    List<Pair> readable = pairs(person);
    return readable.isEmpty() ? tables.pairs().of(person) : readable;
  }

  /** The other one of a pair; empty if erased, or if the row cannot be read. */
  Optional<Registration> partner(Pair pair, Registration self) {
    return person(pair, self.role().other());
  }

  private Optional<Registration> person(Pair pair, Role role) {
    // A row of somebody else does not close a person's page.
    return UnreadableRow.skip(() -> tables.person(pair.side(role).registration()));
  }

  /** The visitor's edition, which need not be the current one. */
  Edition edition(Visitor visitor) {
    return editions.named(visitor.registration().edition());
  }

  /** Where and how the two of a pair meet, as long as that is still to come. */
  Optional<Welcome> welcome(Pair pair) {
    return isLive(pair)
        ? person(pair, Role.AMBASSADEUR).map(Registration::welcome)
        : Optional.empty();
  }

  boolean isLive(Pair pair) {
    return pair.isLive(tables.now());
  }

  LocalDate today() {
    return tables.today();
  }
}
