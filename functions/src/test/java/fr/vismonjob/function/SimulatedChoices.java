package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.pairing.Pair;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What people and organisers have chosen, which every pair made since must follow. */
final class SimulatedChoices {
  /** The pairs that somebody was in when the answers changed, by registration. */
  private final Map<String, Set<String>> beforeChange = new HashMap<>();

  /** The pairs that two people were in when organisers kept them apart, by the two. */
  private final Map<String, Set<String>> beforeParting = new HashMap<>();

  void haveChanged(Registration person) {
    beforeChange.put(person.id(), Set.copyOf(person.pairs()));
  }

  /** Organisers keep these two apart from now on. */
  void areApart(String self, String other, List<Pair> pairs) {
    beforeParting.put(
        self + " " + other,
        pairs.stream()
            .filter(pair -> isOf(pair, self) && isOf(pair, other))
            .map(Pair::id)
            .collect(Collectors.toSet()));
  }

  void areFollowed(List<Registration> people, List<Pair> pairs) {
    for (Registration person : people) {
      for (Pair pair : pairs) {
        if (person.pairs().contains(pair.id())
            && pair.state().sequence() == 0
            && isOfMatching(pair)
            && !beforeChange.getOrDefault(person.id(), Set.of()).contains(pair.id())) {
          assertTrue(
              person.dates().contains(pair.date()),
              () -> pair.id() + " is on a day when " + person.id() + " cannot come");
        }
      }
      for (String other : person.neverWith()) {
        pairs.stream()
            .filter(pair -> isOf(pair, person.id()) && isOf(pair, other))
            .forEach(
                pair ->
                    assertTrue(
                        beforeParting
                            .getOrDefault(person.id() + " " + other, Set.of())
                            .contains(pair.id()),
                        () -> "kept apart, yet together: " + pair.id()));
      }
    }
    for (Pair pair : pairs) {
      if (pair.state().sequence() == 0) {
        boolean isToCome = pair.formedOn().filter(told -> told.isBefore(pair.date())).isPresent();
        boolean isTaken = pair.origin().run().startsWith("relais/");
        assertTrue(
            isToCome || (isTaken && pair.formedOn().orElseThrow().equals(pair.date())),
            () -> pair.id() + " was made on " + pair.formedOn() + " for " + pair.date());
      }
    }
  }

  /** Partners know each other by their names. */
  static void areKnownByName(List<Registration> people, List<Pair> ahead) {
    for (Registration person : people) {
      for (Pair pair : ahead) {
        int place = person.pairs().indexOf(pair.id());
        if (place >= 0) {
          assertEquals(
              pair.side(person.role().other()).fullName(), person.state().partners().get(place));
        }
      }
    }
  }

  /** Neither imposed by organisers nor handed on: the matching has looked at the answers. */
  private static boolean isOfMatching(Pair pair) {
    return !pair.origin().run().startsWith("relais/")
        && pair.origin().reasons().stream().noneMatch(reason -> reason.contains("choisi par"));
  }

  private static boolean isOf(Pair pair, String registration) {
    return pair.side(Role.AMBASSADEUR).registration().equals(registration)
        || pair.side(Role.ETUDIANT).registration().equals(registration);
  }
}
