package fr.vismonjob.registration;

import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.MailTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Confirms a registration. An ambassador is then offered the coaching slots; a student learns what
 * comes next.
 */
public record Confirming(
    RegistrationTable registrations,
    MailTable mails,
    Transactions transactions,
    InstantSource clock) {
  /**
   * Confirms the registration. A second time changes nothing and queues no mail.
   *
   * @return the registration's status now: active, or withdrawn, which confirming does not undo
   */
  public Status confirm(Registration visitor) {
    return transactions.decide(
        "confirming registration " + visitor.id(),
        () ->
            registrations
                .find(visitor.id())
                .filter(now -> now.number() == visitor.number())
                .map(this::decision)
                .orElse(Decision.nothingToWrite(Status.RETIREE)));
  }

  private Decision<Status> decision(Registration registration) {
    if (!registration.can(RegistrationAction.CONFIRM)) {
      return Decision.nothingToWrite(registration.status());
    }
    RegistrationState confirmed = registration.state().confirmed();
    Instant now = clock.instant();
    MailKind kind =
        switch (registration.role()) {
          case AMBASSADEUR -> MailKind.COACHING_OFFER;
          case ETUDIANT -> MailKind.CONFIRMED;
        };
    return new Decision<>(
        confirmed.status(),
        List.of(
            registrations.advance(registration, confirmed),
            mails.queue(
                Mail.immediate(
                    kind,
                    registration.id(),
                    Long.toString(registration.number()),
                    now,
                    new About.Own(registration.number())))));
  }
}
