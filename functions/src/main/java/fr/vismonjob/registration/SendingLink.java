package fr.vismonjob.registration;

import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.mail.MailTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Sends a person the link by a mail: the same one again, or a new one. */
public record SendingLink(
    RegistrationTable registrations,
    MailTable mails,
    Transactions transactions,
    InstantSource clock) {
  private static final String WITHDRAWN =
      "Cette personne s’est retirée\u00a0: son lien ne lui sert plus à participer.";
  private static final String UNREACHABLE =
      "Plus aucun mail n’est envoyé à cette personne (mails_arretes)\u00a0: ";

  /** The outcome of asking for a new link. */
  public enum Outcome {
    RENEWED,
    /** The person has withdrawn. */
    WITHDRAWN,
    /** No mail is sent to the person any more, so that none could bring the link. */
    UNREACHABLE
  }

  /**
   * Sends the link again because an organiser has marked the row, also after registration has
   * closed. The link stays the same.
   *
   * @return why it cannot be done, in French; empty if it is done
   */
  public Optional<String> send(String registrationId) {
    return transactions.decide(
        "sending the link of registration " + registrationId,
        () ->
            registrations
                .find(registrationId)
                .filter(_ -> registrations.marks().of(registrationId).contains(MarkedAct.SEND_LINK))
                .map(this::sending)
                .orElse(Decision.nothingToWrite(Optional.empty())));
  }

  private Decision<Optional<String>> sending(Registration person) {
    Optional<String> stopped = person.reachability().stopped();
    if (person.status() == Status.RETIREE) {
      return Decision.nothingToWrite(Optional.of(WITHDRAWN));
    }
    if (stopped.isPresent()) {
      return Decision.nothingToWrite(Optional.of(UNREACHABLE + stopped.get() + "."));
    }
    Instant now = clock.instant();
    return new Decision<>(
        Optional.empty(),
        List.of(
            registrations.marks().linkSent(person),
            mails.queue(person.linkMail(now.toEpochMilli(), now))));
  }

  /**
   * Gives a person a new link because somebody else may have the present one. Nothing else changes:
   * pair and seat stand, and mails that were queued before still leave, with the new link.
   */
  public Outcome renew(String registrationId) {
    return transactions.decide(
        "renewing the link of registration " + registrationId,
        () ->
            registrations
                .find(registrationId)
                .filter(person -> person.can(RegistrationAction.CHANGE))
                .map(this::renewing)
                .orElse(Decision.nothingToWrite(Outcome.WITHDRAWN)));
  }

  private Decision<Outcome> renewing(Registration person) {
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
