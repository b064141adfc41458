package fr.vismonjob.pairing;

import fr.vismonjob.coaching.CoachingSlotTable;
import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailTable;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationTable;
import fr.vismonjob.subscription.SubscriptionTable;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What use cases read and write: five tables, in one transaction for each act.
 *
 * @param lists what the tables were copied into, so that erasing reaches it
 */
public record Tables(
    RegistrationTable registrations,
    CoachingSlotTable slots,
    PairTable pairs,
    MailTable mails,
    SubscriptionTable subscriptions,
    Transactions transactions,
    PairLists lists,
    InstantSource clock) {
  public <T> T decide(String what, Supplier<Decision<T>> decision) {
    return transactions.decide(what, decision);
  }

  public Optional<Registration> person(String registration) {
    return registrations.find(registration);
  }

  public Optional<Pair> pair(String id) {
    return pairs.find(id);
  }

  public Write queue(Mail mail) {
    return mails.queue(mail);
  }

  public Instant now() {
    return clock.instant();
  }

  /** Today in Paris. */
  public LocalDate today() {
    return FrenchDates.dayOf(now());
  }
}
