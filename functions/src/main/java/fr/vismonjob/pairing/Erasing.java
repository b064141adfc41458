package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.registration.AddressHolderTable;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Erases a person: deletes the registration, and removes from pairs and mails what identifies the
 * person. The anonymous rest stays. First it cleans the pairs that are over and the mails, one by
 * one. Then one transaction cancels the pairs still to come, tells everybody concerned and deletes
 * the registration. Until that last step erasing can be repeated and goes on where it stopped.
 */
public record Erasing(Tables tables) {
  /**
   * How somebody is erased.
   *
   * @param isTold whether mails say so
   * @param concerns whether the person is still to be erased
   * @param asked the ids under which the person may be asked to host in an ambassador's place
   */
  private record Manner(
      boolean isTold,
      Predicate<Registration> concerns,
      Function<Registration, Stream<String>> asked) {}

  /** The name of an erased person in a partner's list of names. */
  private static final String NOBODY = "(données effacées)";

  /**
   * Erases the person, with a last mail to the person and one to each partner who loses a pair. The
   * person does not want to be told of the next edition any more either.
   */
  public void erase(String registrationId, AddressHolderTable addresses) {
    erase(
        registrationId,
        tables.today(),
        new Manner(
            true,
            _ -> true,
            person -> {
              AddressHolderTable.Holding host =
                  addresses.of(person.edition(), Role.AMBASSADEUR, person.person().address());
              return Stream.of(person.id(), host.own(), host.registration()).distinct();
            }));
  }

  /**
   * Erases the person without a mail to anybody, at the end of the retention. What was asked of
   * colleagues is forgotten by then.
   */
  public void eraseQuietly(String registrationId, LocalDate today) {
    erase(registrationId, today, new Manner(false, _ -> true, person -> Stream.of(person.id())));
  }

  /**
   * Erases a person who has still not confirmed, without a mail: nobody knows whose address it is.
   * What an ambassador has asked of that address stays: whoever reads its mails may still answer.
   *
   * @return whether there was such a person
   */
  public boolean eraseUnconfirmed(String registrationId, LocalDate today) {
    return erase(
            registrationId,
            today,
            new Manner(false, person -> person.status() == Status.A_CONFIRMER, _ -> Stream.empty()))
        .isPresent();
  }

  private Optional<Registration> erase(String registrationId, LocalDate today, Manner manner) {
    Optional<Registration> erased =
        tables.decide(
            "erasing registration " + registrationId,
            () -> {
              Optional<Registration> person =
                  tables.person(registrationId).filter(manner.concerns());
              return new Decision<>(
                  person, person.map(found -> writes(found, today, manner)).orElse(List.of()));
            });
    erased
        .filter(_ -> manner.isTold())
        .ifPresent(person -> forgetLists(person, tables.pairs().everOf(person)));
    return erased;
  }

  /**
   * Deletes the lists that may name the person. This is done before the person is erased, so that a
   * fault leaves no list behind, and once more afterwards: a report that had read the tables before
   * may have written its list in between.
   */
  private void forgetLists(Registration person, Collection<?> pairs) {
    if (!pairs.isEmpty()) {
      tables.lists().forget(person.edition());
    }
  }

  /**
   * Cleans the pairs that are over at that moment.
   *
   * @return all pairs that the person was ever in
   */
  private List<Pair> cleaned(Registration person, LocalDate today, Instant now) {
    return tables.pairs().everOf(person).stream()
        .flatMap(id -> cleaned(id, person, today, now).stream())
        .toList();
  }

  private Optional<Pair> cleaned(String pair, Registration person, LocalDate today, Instant now) {
    return tables.decide(
        "erasing registration " + person.id() + " from pair " + pair,
        () -> {
          Optional<Pair> found = tables.pair(pair);
          return new Decision<>(
              found,
              found
                  .filter(known -> new Parting(tables).isOver(known, today, now))
                  .map(over -> forgetting(person, over))
                  .orElse(List.of()));
        });
  }

  private List<Write> forgetting(Registration person, Pair pair) {
    return Stream.concat(
            Stream.of(tables.pairs().forget(pair, pair, person)),
            new Parting(tables)
                .partner(person, pair).stream()
                    .filter(partner -> partner.pairs().contains(pair.id()))
                    .map(
                        partner ->
                            tables
                                .registrations()
                                .advance(partner, partner.state().withPartner(pair.id(), NOBODY))))
        .toList();
  }

  /** Whoever is asked to host in an ambassador's place can answer no more: that declines it. */
  private void unasked(Registration person, String pair, boolean tell) {
    tables.decide(
        "erasing registration " + person.id() + " from what is asked about pair " + pair,
        () ->
            new Decision<>(
                pair,
                new DecliningRelay(tables).writes(pair, asked -> asked.isAskedOf(person), tell)));
  }

  /** Takes a student out of what an ambassador has written about how to get in. */
  private void forgettingInWelcome(Registration person, PersonalTraces traces, Pair pair) {
    tables.decide(
        "erasing registration " + person.id() + " from the welcome in pair " + pair.id(),
        () ->
            new Decision<>(
                pair.id(),
                new Parting(tables)
                        .partner(person, pair)
                        .flatMap(
                            host ->
                                new Partners(tables).updated(host, host.state(), traces::redact))
                        .stream()
                        .toList()));
  }

  private List<Write> writes(Registration person, LocalDate today, Manner manner) {
    boolean tell = manner.isTold();
    Instant now = tables.now();
    List<Pair> ever = cleaned(person, today, now);
    if (tell) {
      forgetLists(person, ever);
    }
    manner
        .asked()
        .apply(person)
        .flatMap(id -> tables.pairs().relays().askedOf(id).stream())
        .distinct()
        .forEach(pair -> unasked(person, pair, tell));
    PersonalTraces traces = PersonalTraces.of(person);
    ever.forEach(pair -> forgettingInWelcome(person, traces, pair));
    tables
        .mails()
        .ledger()
        .forget(person.id(), text -> traces.in(text) || PersonalTraces.holdsAddress(text));
    List<Write> writes = new ArrayList<>();
    Parting parting = new Parting(tables);
    for (Pair pair : ever.stream().filter(one -> !parting.isOver(one, today, now)).toList()) {
      Pair cancelled = PairMoves.cancelled(pair, today).orElseThrow();
      writes.add(tables.pairs().forget(pair, cancelled, person));
      writes.addAll(parting.partnerFreed(person, cancelled, now, tell));
    }
    tables.slots().giveBackSeatOf(person).ifPresent(writes::add);
    writes.add(tables.registrations().delete(person));
    if (tell) {
      writes.addAll(tables.subscriptions().forget(person.person().address()));
      writes.add(tables.queue(farewell(person, toTakeOut(ever, today), now)));
    }
    return writes;
  }

  /**
   * The cancelled pairs whose day is still to come. If a pair was cancelled before, the mail that
   * removes it from the person's calendar may still wait, and would find no registration. So the
   * last mail removes it too, even if the calendar has had that mail.
   */
  private static List<Pair> toTakeOut(List<Pair> ever, LocalDate today) {
    return ever.stream()
        .filter(pair -> pair.wasFormed() && (pair.status() == PairStatus.ANNULE || pair.isOn()))
        .filter(pair -> !pair.date().isBefore(today))
        .toList();
  }

  /**
   * Carries the address itself, because the registration is deleted; the sender removes the address
   * after sending. Without an address, for people who get no more mails, the mail becomes
   * pointless.
   */
  private static Mail farewell(Registration person, List<Pair> off, Instant now) {
    Optional<About.Addressee> addressee =
        person.reachability().stopped().isPresent()
            ? Optional.empty()
            : Optional.of(
                new About.Addressee(
                    person.person().address(),
                    person.isActive() ? person.person().firstName() : ""));
    return Mail.immediate(
        MailKind.ERASED,
        person.id(),
        Long.toString(person.number()),
        now,
        new About.Farewell(
            person.number(), person.edition(), addressee, PairMails.vacated(person, off)));
  }
}
