package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.dynamodb.Write;
import fr.vismonjob.form.Violation;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationAction;
import fr.vismonjob.registration.RegistrationForm;
import fr.vismonjob.registration.RegistrationMoves;
import fr.vismonjob.registration.RegistrationTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes what somebody has answered. A pair already made stands, with the new name in it and in
 * the partner's registration; a run that read the old answers does not pair by them.
 */
public final class Changing {
  private static final int ATTEMPTS = 10;

  /** What came of it. */
  public sealed interface Outcome {}

  /** It is changed, or was so already. */
  public record Changed(Registration registration) implements Outcome {}

  /** The answers do not fit the pairs that are made. */
  public record Invalid(List<Violation> violations) implements Outcome {}

  /** Whoever has withdrawn registers anew instead. */
  public record Withdrawn() implements Outcome {}

  private final RegistrationTable registrations;
  private final PairTable pairs;
  private final Transactions transactions;

  public Changing(RegistrationTable registrations, PairTable pairs, Transactions transactions) {
    this.registrations = registrations;
    this.pairs = pairs;
    this.transactions = transactions;
  }

  public Outcome change(String registrationId, RegistrationForm.Valid form) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Optional<Registration> person =
          registrations.find(registrationId).filter(Changing::isPossible);
      if (person.isEmpty()) {
        return new Withdrawn();
      }
      Registration before = person.get();
      if (before.says(form)) {
        return new Changed(before);
      }
      if (form.details().capacity() < before.pairs().size()) {
        return new Invalid(List.of(tooFew(before.pairs().size())));
      }
      Registration after = before.changed(form);
      if (transactions.commit(writes(before, after))) {
        return new Changed(after);
      }
    }
    throw new IllegalStateException(registrationId + " could not be changed for other writers");
  }

  private static boolean isPossible(Registration person) {
    return RegistrationMoves.of(person.status(), RegistrationAction.CHANGE)
        instanceof RegistrationMoves.To;
  }

  private static Violation tooFew(int pairs) {
    return new Violation(
        "capacite",
        "Vous avez déjà "
            + pairs
            + " binômes\u00a0: indiquez au moins "
            + pairs
            + ", ou annulez d’abord un binôme.");
  }

  private List<Write> writes(Registration before, Registration after) {
    List<Write> writes = new ArrayList<>();
    writes.add(registrations.change(before, after));
    String name = after.person().fullName();
    if (!name.equals(before.person().fullName())) {
      for (String id : before.pairs()) {
        pairs.find(id).ifPresent(pair -> writes.addAll(renaming(pair, before, name)));
      }
    }
    return writes;
  }

  private List<Write> renaming(Pair pair, Registration person, String name) {
    List<Write> writes = new ArrayList<>();
    writes.add(pairs.rename(pair.id(), person.role(), name));
    registrations
        .find(pair.side(person.role().other()).registration())
        .filter(partner -> partner.pairs().contains(pair.id()))
        .ifPresent(
            partner ->
                writes.add(registrations.advance(partner, partner.withPartner(pair.id(), name))));
    return writes;
  }
}
