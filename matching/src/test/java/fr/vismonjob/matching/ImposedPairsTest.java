package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Pairs that organisers impose: frozen pairs, scored by the table. */
class ImposedPairsTest {

  private static final Ambassador LYON =
      new Ambassador("a", "data", 45.764, 4.8357, "justice", List.of(People.DAY), 1);

  @Test
  void neither_the_distance_nor_the_job_need_fit() {
    Pair pair = Matcher.imposed(People.student("s"), LYON, People.DAY).orElseThrow();
    assertEquals(0 + 2 + 20 + 10, pair.score());
    assertEquals(
        List.of(Reason.JobReason.class, Reason.DistantPlaceReason.class),
        pair.reasons().stream().limit(2).map(Object::getClass).toList());
    assertEquals(Optional.empty(), Scoring.pair(People.student("s"), LYON, People.DAY));
  }

  @Test
  void where_the_rules_fit_the_pair_is_the_one_that_the_rules_make() {
    assertEquals(
        Scoring.pair(People.student("s"), People.ambassador("a"), People.DAY),
        Matcher.imposed(People.student("s"), People.ambassador("a"), People.DAY));
  }

  @Test
  void without_a_shared_day_there_is_none() {
    Ambassador later =
        new Ambassador("a", "dev", 48.85, 2.35, "justice", List.of(People.DAY.plusDays(1)), 1);
    assertEquals(Optional.empty(), Matcher.imposed(People.student("s"), later, People.DAY));
  }

  @Test
  void the_verifier_notices_a_pair_that_is_wrong_missing_or_not_imposed() {
    Instance instance = imposing(List.of(People.student("s")), List.of(LYON), List.of("s", "a"));
    Pair pair = Matcher.imposed(People.student("s"), LYON, People.DAY).orElseThrow();
    assertEquals(List.of(), Verifier.imposedViolations(instance, List.of(pair)));
    Pair better =
        new Pair("s", "a", pair.score() + 1, pair.date(), pair.distanceKm(), pair.reasons());
    assertFalse(Verifier.imposedViolations(instance, List.of(better)).isEmpty());
    assertFalse(Verifier.imposedViolations(instance, List.of()).isEmpty());
    assertFalse(Verifier.imposedViolations(instance, List.of(pair, pair)).isEmpty());
  }

  /** Tries every matching of small pools, and takes the best that has the imposed pairs. */
  @Test
  void the_others_are_matched_optimally_around_them() {
    int changed = 0;
    for (long number = 1; number <= 100; number++) {
      Instance pool = SmallInstances.number(number, 6, 5);
      List<Pair> imposed = imposable(pool);
      if (!imposed.isEmpty() && isOptimalAround(imposed, pool)) {
        changed++;
      }
    }
    assertTrue(changed > 10, "pools in which imposing costs something: " + changed);
  }

  /** Whether imposing has changed the figures. */
  private static boolean isOptimalAround(List<Pair> imposed, Instance pool) {
    Instance instance =
        new Instance(
            pool.students(),
            pool.ambassadors(),
            imposed.stream().map(pair -> new PairIds(pair.student(), pair.ambassador())).toList(),
            pool.blocked(),
            pool.eventDay(),
            pool.seed());
    Matching matching = Matcher.match(instance);
    assertEquals(List.of(), Verifier.violations(instance, matching));
    assertEquals(List.of(), Verifier.imposedViolations(instance, imposed));
    Figures together = matching.figures().plus(Figures.of(imposed));
    assertEquals(best(instance, imposed), together);
    return !together.equals(best(instance, List.of()));
  }

  /** Two pairs of the pool that share a day, whether or not the rules allow them. */
  private static List<Pair> imposable(Instance pool) {
    List<Pair> imposed = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Student student : pool.students()) {
      for (Ambassador host : pool.ambassadors()) {
        Optional<Pair> pair = Matcher.imposed(student, host, pool.eventDay());
        if (imposed.size() < 2
            && pair.isPresent()
            && !taken.contains(student.id())
            && taken.add(host.id())) {
          taken.add(student.id());
          imposed.add(pair.get());
        }
      }
    }
    return imposed;
  }

  private static Figures best(Instance instance, List<Pair> imposed) {
    Map<String, Integer> seats = new HashMap<>();
    instance.ambassadors().forEach(host -> seats.put(host.id(), host.capacity()));
    Set<String> taken = new HashSet<>();
    for (Pair pair : imposed) {
      seats.merge(pair.ambassador(), -1, Integer::sum);
      taken.add(pair.student());
    }
    List<Student> left =
        instance.students().stream().filter(student -> !taken.contains(student.id())).toList();
    return best(instance, left, seats, Figures.of(imposed));
  }

  private static Figures best(
      Instance instance, List<Student> left, Map<String, Integer> seats, Figures sofar) {
    if (left.isEmpty()) {
      return sofar;
    }
    Student student = left.getFirst();
    List<Student> others = left.subList(1, left.size());
    Figures best = best(instance, others, seats, sofar);
    for (Ambassador host : instance.ambassadors()) {
      Optional<Pair> pair = Scoring.pair(student, host, instance.eventDay());
      boolean possible =
          seats.getOrDefault(host.id(), 0) > 0
              && pair.isPresent()
              && !instance.blocked().contains(new PairIds(student.id(), host.id()));
      if (possible) {
        seats.merge(host.id(), -1, Integer::sum);
        Figures with =
            best(instance, others, seats, sofar.plus(Figures.of(List.of(pair.orElseThrow()))));
        seats.merge(host.id(), 1, Integer::sum);
        best = Arrays.compare(worth(with), worth(best)) > 0 ? with : best;
      }
    }
    return best;
  }

  private static long[] worth(Figures figures) {
    return new long[] {figures.pairs(), -figures.under40(), -figures.under60(), figures.total()};
  }

  private static Instance imposing(
      List<Student> students, List<Ambassador> ambassadors, List<String> pair) {
    return new Instance(
        students,
        ambassadors,
        List.of(new PairIds(pair.getFirst(), pair.getLast())),
        List.of(),
        People.DAY,
        1);
  }
}
