package fr.vismonjob.pairing;

import fr.vismonjob.form.Violation;
import fr.vismonjob.registration.Registration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of somebody's pairs is meant. */
sealed interface PairChoice {
  record Chosen(Pair pair) implements PairChoice {}

  record Unclear(Violation violation) implements PairChoice {}

  record None(String reason) implements PairChoice {}

  /** The pair told, the only one the person has, or else the last one the person had. */
  static PairChoice of(Registration person, Optional<String> told, PairTable pairs) {
    if (told.isPresent()) {
      return own(person, told.get(), pairs)
          .<PairChoice>map(Chosen::new)
          .orElseGet(() -> new Unclear(violation("Ce binôme n’est pas l’un des vôtres.")));
    }
    if (person.pairs().size() > 1) {
      return new Unclear(
          violation("Vous avez plusieurs binômes\u00a0: indiquez duquel il s’agit."));
    }
    List<String> known = person.pairs().isEmpty() ? pairs.everOf(person) : person.pairs();
    return known.stream()
        .flatMap(id -> own(person, id, pairs).stream())
        .max(Comparator.comparing((Pair pair) -> pair.origin().formedAt()).thenComparing(Pair::id))
        .<PairChoice>map(Chosen::new)
        .orElseGet(() -> new None("Vous n’avez pas de binôme."));
  }

  private static Optional<Pair> own(Registration person, String id, PairTable pairs) {
    return pairs
        .find(id)
        .filter(pair -> pair.side(person.role()).registration().equals(person.id()));
  }

  private static Violation violation(String message) {
    return new Violation("binome", message);
  }
}
