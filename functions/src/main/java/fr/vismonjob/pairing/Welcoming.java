package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Welcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes where and how an ambassador receives people, for all the pairs that will still meet. One
 * transaction raises each pair's calendar entry and queues a mail to both: an ambassador has three
 * pairs at most, so these are ten items. It passes only if those pairs are still as they were read,
 * which also decides between two tabs.
 */
record Welcoming(Tables tables) {
  private static final String GONE = "Votre inscription n’existe plus.";
  private static final String NOT_HOST =
      "C’est à la personne qui vous accueille d’indiquer l’adresse et les heures.";
  private static final String NOBODY =
      "Vous n’avez pas de binôme à accueillir\u00a0: vous pourrez indiquer l’accueil dès que vous"
          + " en aurez un.";

  /** The answer to fields that are wrong, if the person can welcome somebody at all. */
  PairOutcome wrong(String ambassador, List<Violation> violations) {
    return tables
        .person(ambassador)
        .map(host -> refusal(host, live(host)))
        .orElse(Optional.of(GONE))
        .<PairOutcome>map(PairOutcome.Refused::new)
        .orElseGet(() -> new PairOutcome.Invalid(violations));
  }

  PairOutcome welcome(String ambassador, Welcome welcome) {
    return tables.decide(
        "writing the welcome of registration " + ambassador,
        () -> tables.person(ambassador).map(host -> decision(host, welcome)).orElse(refused(GONE)));
  }

  private Decision<PairOutcome> decision(Registration host, Welcome welcome) {
    List<Pair> live = live(host);
    Optional<String> refusal = refusal(host, live);
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    PairOutcome done = new PairOutcome.Welcomed();
    return welcome.equals(standing(host))
        ? Decision.nothingToWrite(done)
        : new Decision<>(done, writes(host, welcome, live, tables.now()));
  }

  private List<Pair> live(Registration host) {
    return tables.pairs().of(host).stream().filter(pair -> pair.isLive(tables.now())).toList();
  }

  private static Optional<String> refusal(Registration person, List<Pair> live) {
    if (person.role() != Role.AMBASSADEUR) {
      return Optional.of(NOT_HOST);
    }
    return live.isEmpty() ? Optional.of(NOBODY) : Optional.empty();
  }

  /**
   * The welcome as it stands, read after the pairs: another one that is written later changes them
   * too, so that the transaction does not pass. A condition on its own words could not be met if
   * organisers have spelt an hour in another way.
   */
  private Welcome standing(Registration host) {
    return tables.person(host.id()).map(Registration::welcome).orElse(Welcome.NONE);
  }

  private static Decision<PairOutcome> refused(String reason) {
    return Decision.nothingToWrite(new PairOutcome.Refused(reason));
  }

  private List<Write> writes(Registration host, Welcome welcome, List<Pair> live, Instant now) {
    List<Write> writes = new ArrayList<>();
    writes.add(tables.registrations().pairing().welcome(host, welcome));
    for (Pair before : live) {
      Pair after = before.at(before.state().withCalendar(before.state().calendar().raised()));
      writes.add(tables.pairs().advance(before, after));
      Optional<Registration> guest = new Parting(tables).partner(host, before);
      Stream.concat(Stream.of(host), guest.stream())
          .map(reader -> tables.queue(PairMails.welcome(reader, after, now)))
          .forEach(writes::add);
    }
    return writes;
  }
}
