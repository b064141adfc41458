package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;

/**
 * Why somebody has no pair, and what would have helped. The causes are tried in the order of {@link
 * Unpaired.Cause}: the first criterion that leaves nobody is the cause. Whoever is in reach counts
 * as such, also with a blocked pair or without a seat left. Homes and places of work are explained
 * one by one, on all processors.
 */
final class Causes {

  private Causes() {}

  /**
   * Everybody without a pair, new or frozen: students first, then ambassadors, by id.
   *
   * @param full ambassadors beside the instance's, who have no seat left
   */
  static List<Unpaired> of(Instance instance, Pool pool, List<Pair> pairs, List<Ambassador> full) {
    Set<String> paired = HashSet.newHashSet(pairs.size());
    Map<String, Integer> hosting = HashMap.newHashMap(pairs.size());
    for (PairIds pair : instance.frozen()) {
      hosting.merge(pair.ambassador(), 0, Integer::sum); // the pool counts only seats left
    }
    for (Pair pair : pairs) {
      paired.add(pair.student());
      hosting.merge(pair.ambassador(), 1, Integer::sum);
    }
    List<Ambassador> hosts = new ArrayList<>(instance.ambassadors());
    hosts.addAll(full);
    ForkJoinTask<List<Unpaired>> meanwhile =
        ForkJoinTask.adapt(() -> ofAmbassadors(pool, instance.students(), hosting)).fork();
    List<Unpaired> unpaired = new ArrayList<>(ofStudents(pool, hosts, paired, hosting));
    unpaired.addAll(meanwhile.join());
    return unpaired;
  }

  private static List<Unpaired> ofStudents(
      Pool pool, List<Ambassador> hosts, Set<String> paired, Map<String, Integer> hosting) {
    List<Ambassador> withFreeSeats = new ArrayList<>();
    for (int a = 0; a < pool.seats().length; a++) {
      Ambassador host = pool.ambassadors().get(a);
      if (hosting.getOrDefault(host.id(), 0) < pool.seats()[a]) {
        withFreeSeats.add(host);
      }
    }
    List<Student> waiting = new ArrayList<>();
    for (Student student : pool.students()) {
      if (!paired.contains(student.id())) {
        waiting.add(student);
      }
    }
    if (waiting.isEmpty()) {
      return List.of();
    }
    HostTable all = new HostTable(hosts);
    HostTable free = new HostTable(withFreeSeats);
    return placeByPlace(waiting, Position::of, home -> new StudentCause(pool, home, all, free)::of);
  }

  private static List<Unpaired> ofAmbassadors(
      Pool pool, List<Student> students, Map<String, Integer> hosting) {
    List<Ambassador> without = new ArrayList<>();
    for (Ambassador host : pool.ambassadors()) {
      if (!hosting.containsKey(host.id())) {
        without.add(host);
      }
    }
    if (without.isEmpty()) {
      return List.of();
    }
    StudentTable table = new StudentTable(students, pool);
    return placeByPlace(without, Position::of, work -> new AmbassadorCause(work, table)::of);
  }

  private static <P> List<Unpaired> placeByPlace(
      List<P> people,
      Function<P, Position> position,
      Function<Position, Function<P, Unpaired>> causeAt) {
    Map<Position, List<P>> byPlace = new HashMap<>();
    for (P person : people) {
      byPlace.computeIfAbsent(position.apply(person), _ -> new ArrayList<>()).add(person);
    }
    return byPlace.entrySet().parallelStream()
        .flatMap(place -> place.getValue().stream().map(causeAt.apply(place.getKey())))
        .sorted((one, other) -> one.person().compareTo(other.person()))
        .toList();
  }

  /** The cause where nobody suits. */
  static Unpaired.Cause first(boolean someNear, boolean someOnADay) {
    if (!someNear) {
      return Unpaired.Cause.NOBODY_IN_REACH;
    }
    return someOnADay ? Unpaired.Cause.NO_SUCH_JOB : Unpaired.Cause.NO_SHARED_DATE;
  }

  /**
   * The cause for the person to read.
   *
   * @param all the cause if people of blocked pairs counted like others
   * @param possible the cause without them
   */
  static Unpaired.Cause told(Unpaired.Cause all, Unpaired.Cause possible) {
    return all == Unpaired.Cause.ALL_TAKEN && possible != all ? Unpaired.Cause.KEPT_APART : all;
  }

  static boolean shareADay(List<LocalDate> ones, List<LocalDate> others) {
    for (int i = 0; i < ones.size(); i++) {
      if (others.contains(ones.get(i))) {
        return true;
      }
    }
    return false;
  }

  static boolean wantsTheJob(Student student, String job) {
    return student.anyJob() || student.jobs().contains(job);
  }

  /** The entry with the most people; the first of several. */
  static <K> Optional<Map.Entry<K, Integer>> most(Map<K, Integer> people) {
    Optional<Map.Entry<K, Integer>> most = Optional.empty();
    for (Map.Entry<K, Integer> entry : people.entrySet()) {
      if (entry.getValue() > (most.isPresent() ? most.get().getValue() : 0)) {
        most = Optional.of(entry);
      }
    }
    return most;
  }
}
