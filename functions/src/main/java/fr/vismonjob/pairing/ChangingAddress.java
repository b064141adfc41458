package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.form.MailAddress;
import fr.vismonjob.form.TypedText;
import fr.vismonjob.registration.AddressHolderTable;
import fr.vismonjob.registration.AddressHolderTable.Holding;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationForm;
import fr.vismonjob.registration.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Gives a person another address, in one transaction. The registration keeps its id, and with it
 * pairs, seat, wishes and history. Every copy of the address follows, links so far are void, and
 * the new address gets the new link. The old one may register anew; the new one is known from now
 * on.
 */
public record ChangingAddress(Tables tables, AddressHolderTable addresses) {
  private static final String WITHDRAWN =
      "L’inscription est retirée\u00a0: il faut s’inscrire de nouveau avec l’autre adresse.";
  private static final String TAKEN =
      "Une autre inscription de cette édition, dans le même rôle, a déjà cette adresse.";
  private static final String OF_THE_PARTNER = "C’est l’adresse de l’autre personne du binôme.";

  /** Gives the person the address that an organiser has typed beside the row. */
  public ActOutcome correct(String registrationId, Function<String, Edition> editions) {
    return tables.decide(
        "correcting the address of registration " + registrationId,
        () -> {
          Optional<Registration> person = tables.person(registrationId);
          Optional<String> typed = tables.registrations().marks().newAddress(registrationId);
          return person.isEmpty() || typed.isEmpty()
              ? Decision.nothingToWrite(new ActOutcome.NothingToDo())
              : decision(
                  person.get(),
                  MailAddress.normal(TypedText.code(typed.get())),
                  editions.apply(person.get().edition()),
                  (address, number) ->
                      tables
                          .registrations()
                          .addressChanges()
                          .changeAsMarked(person.get(), typed.get(), address, number));
        });
  }

  /** Gives the person the address that the person has asked for, and has confirmed there. */
  public ActOutcome confirm(
      String registrationId, String address, Function<String, Edition> editions) {
    return tables.decide(
        "confirming the address of registration " + registrationId,
        () ->
            tables
                .person(registrationId)
                .filter(_ -> isAskedFor(registrationId, address))
                .map(
                    person ->
                        decision(
                            person,
                            address,
                            editions.apply(person.edition()),
                            (next, number) ->
                                tables.registrations().addressChanges().take(person, next, number)))
                .orElse(Decision.nothingToWrite(new ActOutcome.NothingToDo())));
  }

  private boolean isAskedFor(String registrationId, String address) {
    return tables
        .registrations()
        .addressChanges()
        .requested(registrationId)
        .filter(asked -> asked.address().equals(address) && !asked.isOver(tables.now()))
        .isPresent();
  }

  /**
   * @param write writes the address and the number of the link into the person's own row
   */
  private Decision<ActOutcome> decision(
      Registration person, String address, Edition edition, BiFunction<String, Long, Write> write) {
    if (address.equals(person.person().address())) {
      return Decision.nothingToWrite(new ActOutcome.NothingToDo());
    }
    Holding next = addresses.of(edition, person.role(), address);
    Optional<String> refusal = refusal(person, address, edition, next);
    if (refusal.isPresent()) {
      return Decision.nothingToWrite(new ActOutcome.Refused(refusal.get()));
    }
    Instant now = tables.now();
    long number = person.nextLinkNumber(now);
    List<Write> writes = new ArrayList<>();
    writes.add(write.apply(address, number));
    writes.addAll(handingOver(person, next, edition, number));
    writes.addAll(tables.subscriptions().move(person.person().address(), address, now));
    writes.add(tables.queue(person.linkMail(number, now)));
    List<Pair> pairs = tables.pairs().readEverOf(person);
    pairs.forEach(pair -> writes.addAll(copying(person, pair, address, number, now)));
    writes.addAll(
        new Partners(tables).following(person, person.answers().withAddress(address), pairs));
    return new Decision<>(new ActOutcome.Done(), writes);
  }

  private Optional<String> refusal(
      Registration person, String address, Edition edition, Holding next) {
    if (person.status() == Status.RETIREE) {
      return Optional.of(WITHDRAWN);
    }
    return RegistrationForm.fault(address, person.role(), edition)
        .or(() -> isTaken(person, next) ? Optional.of(TAKEN) : Optional.empty())
        .or(
            () ->
                tables.pairs().of(person).stream()
                        .anyMatch(
                            pair -> pair.side(person.role().other()).address().equals(address))
                    ? Optional.of(OF_THE_PARTNER)
                    : Optional.empty());
  }

  private boolean isTaken(Registration person, Holding next) {
    return !next.registration().equals(person.id())
        && tables.registrations().addressChanges().exists(next.registration());
  }

  /** The new address leads to this registration, and the old one to none. */
  private List<Write> handingOver(Registration person, Holding next, Edition edition, long number) {
    List<Write> writes = new ArrayList<>();
    if (!next.registration().equals(person.id())) {
      writes.add(tables.registrations().addressChanges().checkAbsent(next.registration()));
    }
    writes.add(addresses.give(next, person.id(), edition));
    Holding left = addresses.of(edition, person.role(), person.person().address());
    if (left.registration().equals(person.id())) {
      writes.add(addresses.giveUp(left, number, edition));
    }
    return writes;
  }

  private List<Write> copying(
      Registration person, Pair pair, String address, long number, Instant now) {
    List<Write> writes = new ArrayList<>();
    writes.add(tables.pairs().changeAddress(pair.id(), person.role(), address));
    if (pair.isAhead(tables.today())) {
      new Parting(tables)
          .partner(person, pair)
          .ifPresent(
              partner ->
                  writes.add(tables.queue(PairMails.coordinates(partner, pair, number, now))));
    }
    return writes;
  }
}
