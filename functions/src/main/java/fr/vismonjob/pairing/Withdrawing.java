package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationAction;
import fr.vismonjob.registration.RegistrationState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Withdraws a person in one transaction: gives the seat back, cancels each pair whose day is not
 * over, lets each partner wait for another one, and queues mails to everybody concerned. A pair
 * whose day is over stays as it is, so that the two can still say how it went.
 */
public record Withdrawing(Tables tables) {

  /**
   * @return false if the person had withdrawn before: nothing changes, and nobody gets a mail
   */
  public boolean withdraw(String registrationId) {
    return withdraw(registrationId, Optional.empty());
  }

  /**
   * The same, for a person who may want to be told of the next edition, which somebody who withdrew
   * before may still say.
   *
   * @param subscribing the person's edition, if the person wants to be told of the next one
   */
  public boolean withdraw(String registrationId, Optional<Edition> subscribing) {
    return tables.decide(
        "withdrawing registration " + registrationId,
        () -> {
          Optional<Registration> found = tables.person(registrationId);
          List<Write> writes = new ArrayList<>();
          found.ifPresent(
              person ->
                  subscribing.ifPresent(
                      edition -> writes.addAll(new Subscribing(tables).writes(person, edition))));
          Optional<Registration> leaving =
              found.filter(person -> person.can(RegistrationAction.WITHDRAW));
          leaving.ifPresent(person -> writes.addAll(writes(person)));
          return new Decision<>(leaving.isPresent(), writes);
        });
  }

  /** The pairs whose day is called off if the person leaves now. */
  public List<Pair> calledOff(Registration person) {
    Parting parting = new Parting(tables);
    Instant now = tables.now();
    return tables.pairs().of(person).stream()
        .filter(pair -> !parting.isOver(pair, tables.today(), now))
        .toList();
  }

  private List<Write> writes(Registration person) {
    Instant now = tables.now();
    Parting parting = new Parting(tables);
    List<Write> writes = new ArrayList<>();
    RegistrationState after = person.state();
    List<Pair> off = new ArrayList<>();
    for (Pair pair : calledOff(person)) {
      Pair cancelled = PairMoves.cancelled(pair, tables.today()).orElseThrow();
      writes.add(tables.pairs().advance(pair, cancelled));
      writes.addAll(parting.partnerFreed(person, cancelled, now, true));
      after = after.withoutPair(pair.id());
      off.add(cancelled);
    }
    tables.slots().giveBackSeatOf(person).ifPresent(writes::add);
    writes.add(tables.registrations().withdraw(person, after.withdrawn(now)));
    writes.add(tables.queue(farewell(person, off, now)));
    return writes;
  }

  private static Mail farewell(Registration person, List<Pair> off, Instant now) {
    return Mail.immediate(
        MailKind.WITHDRAWN,
        person.id(),
        Long.toString(person.number()),
        now,
        new About.Withdrawal(person.number(), PairMails.vacated(person, off)));
  }
}
