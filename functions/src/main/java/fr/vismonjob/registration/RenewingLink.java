package fr.vismonjob.registration;

import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.mail.MailTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Gives a person a new link, which a mail brings, because somebody else may have the present one.
 * Nothing else changes: pair and seat stand, and mails that were queued before still leave, with
 * the new link.
 */
public record RenewingLink(
    RegistrationTable registrations,
    MailTable mails,
    Transactions transactions,
    InstantSource clock) {
  /** The outcome of asking for a new link. */
  public enum Outcome {
    RENEWED,
    /** The person has withdrawn. */
    WITHDRAWN,
    /** No mail is sent to the person any more, so that none could bring the link. */
    UNREACHABLE
  }

  public Outcome renew(String registrationId) {
    return transactions.decide(
        "renewing the link of registration " + registrationId,
        () ->
            registrations
                .find(registrationId)
                .filter(person -> person.can(RegistrationAction.CHANGE))
                .map(this::decision)
                .orElse(Decision.nothingToWrite(Outcome.WITHDRAWN)));
  }

  private Decision<Outcome> decision(Registration person) {
    if (person.reachability().stopped().isPresent()) {
      return Decision.nothingToWrite(Outcome.UNREACHABLE);
    }
    Instant now = clock.instant();
    long number = person.nextLinkNumber(now);
    return new Decision<>(
        Outcome.RENEWED,
        List.of(
            registrations.renewLink(person, number), mails.queue(person.linkMail(number, now))));
  }
}
