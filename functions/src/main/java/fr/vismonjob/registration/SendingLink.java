package fr.vismonjob.registration;

import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.mail.MailTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Sends a person the link again because an organiser has marked the row, also after registration
 * has closed. The link stays the same.
 */
public record SendingLink(
    RegistrationTable registrations,
    MailTable mails,
    Transactions transactions,
    InstantSource clock) {
  private static final String WITHDRAWN =
      "Cette personne s’est retirée\u00a0: son lien ne lui sert plus à participer.";
  private static final String UNREACHABLE =
      "Plus aucun mail n’est envoyé à cette personne (mails_arretes)\u00a0: ";

  /** Why it cannot be done, in French; empty if it is done. */
  public Optional<String> send(String registrationId) {
    return transactions.decide(
        "sending the link of registration " + registrationId,
        () ->
            registrations
                .find(registrationId)
                .filter(_ -> registrations.marks().of(registrationId).contains(MarkedAct.SEND_LINK))
                .map(this::decision)
                .orElse(Decision.nothingToWrite(Optional.empty())));
  }

  private Decision<Optional<String>> decision(Registration person) {
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
}
