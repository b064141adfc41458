package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.form.Violation;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationTable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads the person who acts, and the pair that is meant. */
record PairChoice(RegistrationTable registrations, PairTable pairs) {
  /**
   * Decides on the named pair; without a name on the person's only pair, or else on the last one
   * the person had.
   */
  Decision<PairOutcome> decide(
      Registration visitor,
      Optional<String> told,
      BiFunction<Registration, Pair, Decision<PairOutcome>> decision) {
    Optional<Registration> person = registrations.find(visitor.id());
    if (person.isEmpty()) {
      return refused("Votre inscription n’existe plus.");
    }
    if (told.isEmpty() && person.get().pairs().size() > 1) {
      return unclear("Vous avez plusieurs binômes\u00a0: indiquez duquel il s’agit.");
    }
    return told.map(List::of).orElseGet(() -> known(person.get())).stream()
        .flatMap(id -> own(person.get(), id).stream())
        .max(Comparator.comparing((Pair pair) -> pair.origin().formedAt()).thenComparing(Pair::id))
        .map(pair -> decision.apply(person.get(), pair))
        .orElseGet(
            () ->
                told.isPresent()
                    ? unclear("Ce binôme n’est pas l’un des vôtres.")
                    : refused("Vous n’avez pas de binôme."));
  }

  private List<String> known(Registration person) {
    return person.pairs().isEmpty() ? pairs.everOf(person) : person.pairs();
  }

  private Optional<Pair> own(Registration person, String id) {
    return pairs
        .find(id)
        .filter(pair -> pair.side(person.role()).registration().equals(person.id()));
  }

  private static Decision<PairOutcome> refused(String reason) {
    return Decision.nothingToWrite(new PairOutcome.Refused(reason));
  }

  private static Decision<PairOutcome> unclear(String message) {
    return Decision.nothingToWrite(
        PairOutcome.invalid(new Violation(PairForm.PAIR.name(), message)));
  }
}
