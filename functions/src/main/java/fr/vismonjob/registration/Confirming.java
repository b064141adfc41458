package fr.vismonjob.registration;

import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.MailTable;
import fr.vismonjob.subscription.SubscriptionTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Confirms a registration. An ambassador is then offered the coaching slots; a student learns what
 * comes next. Nobody has to tell the person of that edition any more.
 */
public record Confirming(
    RegistrationTable registrations,
    MailTable mails,
    SubscriptionTable subscriptions,
    Transactions transactions,
    InstantSource clock) {
  /**
   * @param status the registration's status now: active, or withdrawn, which confirming does not
   *     undo
   * @param isNew whether this confirmed it
   */
  public record Outcome(Status status, boolean isNew) {}

  /** Confirms the registration. A second time changes nothing and queues no mail. */
  public Outcome confirm(Registration visitor) {
    return transactions.decide(
        "confirming registration " + visitor.id(),
        () ->
            registrations
                .find(visitor.id())
                .filter(now -> now.number() == visitor.number())
                .map(this::decision)
                .orElse(Decision.nothingToWrite(new Outcome(Status.RETIREE, false))));
  }

  private Decision<Outcome> decision(Registration registration) {
    if (!registration.can(RegistrationAction.CONFIRM)) {
      return Decision.nothingToWrite(new Outcome(registration.status(), false));
    }
    RegistrationState confirmed = registration.state().confirmed();
    Instant now = clock.instant();
    MailKind kind =
        switch (registration.role()) {
          case AMBASSADEUR -> MailKind.COACHING_OFFER;
          case ETUDIANT -> MailKind.CONFIRMED;
        };
    List<Write> writes = new ArrayList<>();
    writes.add(registrations.advance(registration, confirmed));
    writes.add(
        mails.queue(
            Mail.immediate(
                kind,
                registration.id(),
                Long.toString(registration.number()),
                now,
                new About.Own(registration.number()))));
    writes.addAll(
        subscriptions.forgetOnRegistering(registration.person().address(), registration.edition()));
    return new Decision<>(new Outcome(confirmed.status(), true), writes);
  }
}
