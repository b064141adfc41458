package fr.vismonjob.registration;

import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.mail.Allowance;
import fr.vismonjob.mail.AllowanceTable;
import fr.vismonjob.mail.MailTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Registers a person. A second registration with the same address, role and edition changes
 * nothing, whatever it answers, and sends the link again; after a withdrawal it is a new
 * registration. Known and unknown addresses get the same answer after the same calls, so that
 * nobody can find out who takes part.
 */
public record Registering(
    RegistrationTable registrations,
    MailTable mails,
    AllowanceTable allowances,
    Transactions transactions,
    AddressHolderTable addresses,
    Keyed keyed,
    InstantSource clock) {
  /**
   * @return whether it is a new registration; only to be counted, since no answer may tell
   */
  public boolean register(Edition edition, RegistrationAnswers answers) {
    String address = answers.person().address();
    String addressId = keyed.addressId(address);
    return transactions.decide(
        "registering " + addressId,
        () -> {
          Instant now = clock.instant();
          AddressHolderTable.Holding holding =
              addresses.of(edition, answers.details().role(), address);
          String id = holding.registration();
          Optional<Registration> known = registrations.find(id);
          Allowance allowance = allowances.of(addressId);
          boolean isNew = known.map(before -> before.can(RegistrationAction.REGISTER)).orElse(true);
          Registration registration =
              isNew
                  ? Registration.registered(
                      edition, id, RegistrationState.registered(), answers, known, now)
                  : known.orElseThrow();
          List<Write> writes = new ArrayList<>();
          writes.add(addresses.checkUnchanged(holding));
          writes.add(
              isNew
                  ? registrations.put(registration, known)
                  : registrations.checkUnchanged(registration));
          if (allowance.allowsOne(now)) {
            writes.add(mails.queue(registration.linkMail(now.toEpochMilli(), now)));
            writes.add(allowances.count(allowance, now));
          }
          return new Decision<>(isNew, writes);
        });
  }
}
