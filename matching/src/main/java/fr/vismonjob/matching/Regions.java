package fr.vismonjob.matching;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Splits an instance where regions do not touch: where nobody of one region can reach another. Each
 * region can be matched alone, on a machine of its own, and their best matchings together are the
 * best of all. The joined certificate proves it: it is checked against the whole instance, like any
 * other.
 */
public final class Regions {

  /** Homes and places of work, and what joins them: a forest, its roots stand for regions. */
  private final Map<Position, Position> parent = new HashMap<>();

  private Regions() {}

  /** The regions of an instance, the largest first; everybody is in exactly one. */
  public static List<Instance> of(Instance instance) {
    Regions regions = new Regions();
    regions.uniteWithinReach(instance);
    regions.uniteFrozen(instance);
    return regions.parts(instance);
  }

  /**
   * The matching of an instance from those of its regions. Causes are searched again: what would
   * have helped somebody may lie in another region.
   */
  public static Matching joined(Instance instance, Collection<Matching> matchings) {
    List<Pair> pairs = new ArrayList<>();
    Map<String, Long> gains = new HashMap<>();
    Map<String, Long> prices = new HashMap<>();
    long buildMs = 0;
    long solveMs = 0;
    long explainMs = 0;
    for (Matching matching : matchings) {
      pairs.addAll(matching.pairs());
      gains.putAll(matching.certificate().gains());
      prices.putAll(matching.certificate().prices());
      buildMs += matching.timings().buildMs();
      solveMs += matching.timings().solveMs();
      explainMs += matching.timings().explainMs();
    }
    pairs.sort(Comparator.comparing(Pair::student));
    return new Matching(
        pairs,
        Causes.of(instance, Pool.of(instance), pairs, List.of()),
        Figures.of(pairs),
        new Certificate(gains, prices),
        new Timings(buildMs, solveMs, explainMs));
  }

  private void uniteWithinReach(Instance instance) {
    List<Position> works = instance.ambassadors().stream().map(Position::of).distinct().toList();
    Map<Position, Double> radii = new HashMap<>();
    for (Student student : instance.students()) {
      radii.merge(Position.of(student), student.radiusKm(), Math::max);
    }
    radii.forEach(
        (home, radius) -> {
          for (Position work : works) {
            if (home.km(work) <= radius) {
              unite(home, work);
            }
          }
        });
  }

  /** A frozen pair stays together even where it is no longer within reach. */
  private void uniteFrozen(Instance instance) {
    Map<String, Position> positions = new HashMap<>();
    instance.students().forEach(student -> positions.put("s" + student.id(), Position.of(student)));
    instance.ambassadors().forEach(host -> positions.put("a" + host.id(), Position.of(host)));
    for (PairIds pair : instance.frozen()) {
      unite(
          requireNonNull(positions.get("s" + pair.student())),
          requireNonNull(positions.get("a" + pair.ambassador())));
    }
  }

  private List<Instance> parts(Instance instance) {
    Map<Position, List<Student>> students =
        instance.students().stream().collect(groupingBy(student -> root(Position.of(student))));
    Map<Position, List<Ambassador>> ambassadors =
        instance.ambassadors().stream().collect(groupingBy(host -> root(Position.of(host))));
    Map<String, Position> regions = new HashMap<>();
    instance.students().forEach(student -> regions.put(student.id(), root(Position.of(student))));
    Map<Position, List<PairIds>> frozen = byStudent(instance.frozen(), regions);
    Map<Position, List<PairIds>> blocked = byStudent(instance.blocked(), regions);
    return Stream.concat(students.keySet().stream(), ambassadors.keySet().stream())
        .distinct()
        .map(
            region ->
                new Instance(
                    students.getOrDefault(region, List.of()),
                    ambassadors.getOrDefault(region, List.of()),
                    frozen.getOrDefault(region, List.of()),
                    blocked.getOrDefault(region, List.of()),
                    instance.eventDay(),
                    instance.seed()))
        .sorted(Comparator.comparingInt((Instance part) -> part.students().size()).reversed())
        .toList();
  }

  /** Pairs whose student is unknown have no effect, and are left out. */
  private static Map<Position, List<PairIds>> byStudent(
      List<PairIds> pairs, Map<String, Position> regions) {
    return pairs.stream()
        .filter(pair -> regions.containsKey(pair.student()))
        .collect(groupingBy(pair -> requireNonNull(regions.get(pair.student()))));
  }

  private void unite(Position one, Position other) {
    parent.put(root(one), root(other));
  }

  private Position root(Position position) {
    Position above = parent.getOrDefault(position, position);
    if (above.equals(position)) {
      return position;
    }
    Position root = root(above);
    parent.put(position, root);
    return root;
  }
}
