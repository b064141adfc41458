package fr.vismonjob.registration;

import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Allowance;
import fr.vismonjob.mail.AllowanceTable;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.MailTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Notes a new address that a person asks for, and sends a mail there. Nothing else changes until
 * its link is followed. Whoever has a link could type anybody's address, so it gets as few mails as
 * from strangers, and the answer is the same whether others have it or not.
 */
public record RequestingAddress(
    RegistrationTable registrations,
    MailTable mails,
    AllowanceTable allowances,
    Transactions transactions,
    Keyed keyed,
    InstantSource clock) {
  /**
   * @return false if the person has withdrawn
   */
  public boolean request(String registrationId, String address) {
    String addressId = keyed.addressId(address);
    return transactions.decide(
        "asking for another address of registration " + registrationId,
        () ->
            registrations
                .find(registrationId)
                .filter(person -> person.can(RegistrationAction.CHANGE))
                .map(person -> decision(person, address, addressId))
                .orElse(Decision.nothingToWrite(false)));
  }

  private Decision<Boolean> decision(Registration person, String address, String addressId) {
    Instant now = clock.instant();
    Allowance allowance = allowances.of(addressId);
    if (!allowance.allowsOne(now)) {
      return Decision.nothingToWrite(true);
    }
    return new Decision<>(
        true,
        List.of(
            registrations.addressChanges().request(person, new AddressRequest(address, now)),
            allowances.count(allowance, now),
            mails.queue(
                Mail.immediate(
                    MailKind.NEW_ADDRESS,
                    person.id(),
                    Long.toString(now.toEpochMilli()),
                    now,
                    new About.NewAddress(person.number(), now)))));
  }
}
