package fr.vismonjob.pairing;

import fr.vismonjob.coaching.CoachingSlotTable;
import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Write;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.MailTable;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationAction;
import fr.vismonjob.registration.RegistrationState;
import fr.vismonjob.registration.RegistrationTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Withdraws a person in one transaction: gives the seat back, cancels each pair whose day has not
 * passed, lets each partner wait for another one, and queues mails to everybody concerned. A pair
 * whose day has passed stays as it is.
 */
public final class Withdrawing {
  private final RegistrationTable registrations;
  private final CoachingSlotTable slots;
  private final PairTable pairs;
  private final MailTable mails;
  private final Parting parting;
  private final Transactions transactions;
  private final InstantSource clock;

  public Withdrawing(
      RegistrationTable registrations,
      CoachingSlotTable slots,
      PairTable pairs,
      MailTable mails,
      Transactions transactions,
      InstantSource clock) {
    this.registrations = registrations;
    this.slots = slots;
    this.pairs = pairs;
    this.mails = mails;
    this.parting = new Parting(registrations, mails);
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @return false if the person had withdrawn before: nothing changes, and nobody gets a mail
   */
  public boolean withdraw(String registrationId) {
    return transactions.decide(
        "withdrawing registration " + registrationId,
        () ->
            registrations
                .find(registrationId)
                .filter(person -> person.can(RegistrationAction.WITHDRAW))
                .map(person -> new Decision<>(true, writes(person)))
                .orElse(Decision.nothingToWrite(false)));
  }

  private List<Write> writes(Registration person) {
    Instant now = clock.instant();
    List<Write> writes = new ArrayList<>();
    RegistrationState after = person.state();
    List<Pair> off = new ArrayList<>();
    for (Pair pair : pairs.of(person)) {
      Optional<Pair> cancelled = PairMoves.cancelled(pair, FrenchDates.dayOf(now));
      if (cancelled.isPresent()) {
        writes.add(pairs.advance(pair, cancelled.get()));
        writes.addAll(parting.partnerFreed(person, cancelled.get(), now, true));
        after = after.withoutPair(pair.id());
        off.add(cancelled.get());
      }
    }
    slots.giveBackSeatOf(person).ifPresent(writes::add);
    writes.add(registrations.advance(person, after.withdrawn()));
    writes.add(mails.queue(farewell(person, off, now)));
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
