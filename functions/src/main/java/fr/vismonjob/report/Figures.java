package fr.vismonjob.report;

import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counts of an edition, under the names that they have in the report's mail. */
public final class Figures {
  private static final List<String> OF_PEOPLE =
      List.of(
          "ambassadeurs",
          "etudiants",
          "ambassadeurs_sans_binome",
          "etudiants_sans_binome",
          "a_confirmer",
          "retirees",
          "a_appeler");

  private final Map<String, Long> counts = new LinkedHashMap<>();

  private Figures() {}

  /** Counts people and pairs; each stream is read once and to its end. */
  public static Figures of(Stream<Registration> registrations, Stream<Pair> pairs) {
    Figures figures = new Figures();
    OF_PEOPLE.forEach(name -> figures.counts.put(name, 0L));
    registrations.forEach(figures::count);
    return figures.with(
        "binomes", pairs.filter(pair -> pair.status() != PairStatus.ANNULE).count());
  }

  /** One more figure, such as what a run has just done. */
  public Figures with(String name, long value) {
    counts.put(name, value);
    return this;
  }

  public Map<String, Long> counts() {
    return Map.copyOf(counts);
  }

  private void count(Registration person) {
    if (person.status() != Status.RETIREE && person.reachability().toCall().isPresent()) {
      addOne("a_appeler");
    }
    if (person.status() == Status.A_CONFIRMER) {
      addOne("a_confirmer");
    } else if (person.status() == Status.RETIREE) {
      addOne("retirees");
    } else {
      String role = person.role() == Role.AMBASSADEUR ? "ambassadeurs" : "etudiants";
      addOne(role);
      if (person.pairs().isEmpty()) {
        addOne(role + "_sans_binome");
      }
    }
  }

  private void addOne(String name) {
    counts.merge(name, 1L, Long::sum);
  }
}
