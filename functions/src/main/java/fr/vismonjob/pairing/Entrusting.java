package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.edition.ActsOfDay;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.identity.Keyed;
import fr.vismonjob.mail.Allowance;
import fr.vismonjob.mail.AllowanceTable;
import fr.vismonjob.registration.AddressHolderTable;
import fr.vismonjob.registration.Reachability;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationForm;
import fr.vismonjob.registration.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks a colleague to host in an ambassador's place, by a mail to an address that the ambassador
 * types. Until the colleague answers nothing else changes. Anybody's address could be typed, so it
 * gets three such mails an hour at most, and a pair causes five a day.
 */
public record Entrusting(
    Tables tables, AddressHolderTable addresses, AllowanceTable allowances, Keyed keyed) {
  private static final String TOO_OFTEN =
      "Cinq demandes ont déjà été envoyées aujourd’hui pour ce binôme. Faites la suivante demain,"
          + " ou écrivez à votre collègue.";
  private static final String TOO_MANY_THERE =
      "Trois demandes sont déjà parties à cette adresse depuis une heure. Attendez un peu, ou"
          + " demandez à quelqu’un d’autre.";

  /** What the colleague is asked, once the pair allows it. */
  Decision<PairOutcome> decision(
      Registration host, Pair pair, PairAction.Entrust asked, Edition edition) {
    String address = asked.address();
    Optional<Relay> before = tables.pairs().relays().find(pair.id());
    Instant now = tables.now();
    PairOutcome done = new PairOutcome.Done(asked, pair);
    if (before.filter(relay -> relay.isRepeatedBy(address, now)).isPresent()) {
      return Decision.nothingToWrite(done);
    }
    String colleague = addresses.of(edition, Role.AMBASSADEUR, address).registration();
    Optional<String> fault = fault(address, host, pair, edition).or(() -> unreachable(colleague));
    if (fault.isPresent()) {
      return Decision.nothingToWrite(
          new PairOutcome.Invalid(List.of(new Violation(PairForm.COLLEAGUE.name(), fault.get()))));
    }
    ActsOfDay relays = tables.pairs().relays().ofDay(pair, tables.today());
    Allowance allowance = allowances.of(keyed.relayAddressId(address));
    if (relays.areEnough() || !allowance.allowsOne(now)) {
      return Decision.nothingToWrite(
          new PairOutcome.Refused(relays.areEnough() ? TOO_OFTEN : TOO_MANY_THERE));
    }
    Relay relay =
        new Relay(
            pair.id(),
            Optional.of(address),
            colleague,
            before.map(earlier -> earlier.later(now)).orElse(now));
    List<Write> writes =
        List.of(
            tables.pairs().relays().entrust(pair, before, relay, relays),
            allowances.count(allowance, now),
            tables.queue(PairMails.relay(host, relay, now)));
    return new Decision<>(done, writes);
  }

  private static Optional<String> fault(
      String address, Registration host, Pair pair, Edition edition) {
    if (address.equals(host.person().address())) {
      return Optional.of("C’est votre propre adresse\u00a0: indiquez celle de votre collègue.");
    }
    return address.equals(pair.student().address())
        ? Optional.of("C’est l’adresse de la personne que vous deviez accueillir.")
        : RegistrationForm.fault(address, Role.AMBASSADEUR, edition);
  }

  /** Nobody is written to who has complained, or whose address takes no mails. */
  private Optional<String> unreachable(String colleague) {
    return tables
        .person(colleague)
        .map(Registration::reachability)
        .flatMap(Reachability::stopped)
        .map(_ -> "Nous ne pouvons pas écrire à cette adresse\u00a0: indiquez-en une autre.");
  }
}
