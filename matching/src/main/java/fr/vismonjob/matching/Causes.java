package fr.vismonjob.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Why somebody has no pair, and what would have helped. The causes are tried in the order of {@link
 * Unpaired.Cause}: the first criterion that leaves nobody is the cause. Whoever is in reach counts
 * as such, also with a blocked pair or without a seat left.
 */
final class Causes {

  private Causes() {}

  /**
   * Everybody without a pair, new or frozen: students first, then ambassadors, by id.
   *
   * @param full ambassadors beside the instance's, who have no seat left
   */
  static List<Unpaired> of(Instance instance, Pool pool, List<Pair> pairs, List<Ambassador> full) {
    Set<String> paired = new HashSet<>();
    Map<String, Integer> hosting = new HashMap<>();
    for (PairIds pair : instance.frozen()) {
      hosting.merge(pair.ambassador(), 0, Integer::sum); // the pool counts only seats left
    }
    for (Pair pair : pairs) {
      paired.add(pair.student());
      hosting.merge(pair.ambassador(), 1, Integer::sum);
    }
    List<Ambassador> hosts = new ArrayList<>(instance.ambassadors());
    hosts.addAll(full);
    List<Unpaired> unpaired = new ArrayList<>(ofStudents(pool, hosts, paired, hosting));
    unpaired.addAll(ofAmbassadors(pool, instance.students(), hosting));
    return unpaired;
  }

  private static List<Unpaired> ofStudents(
      Pool pool, List<Ambassador> hosts, Set<String> paired, Map<String, Integer> hosting) {
    Set<String> withFreeSeats = new HashSet<>();
    for (int a = 0; a < pool.seats().length; a++) {
      String id = pool.ambassadors().get(a).id();
      if (hosting.getOrDefault(id, 0) < pool.seats()[a]) {
        withFreeSeats.add(id);
      }
    }
    StudentCause cause = new StudentCause(pool, hosts, withFreeSeats);
    return pool.students().stream()
        .filter(student -> !paired.contains(student.id()))
        .sorted(Comparator.comparing(Student::id))
        .map(cause::of)
        .toList();
  }

  private static List<Unpaired> ofAmbassadors(
      Pool pool, List<Student> students, Map<String, Integer> hosting) {
    AmbassadorCause cause = new AmbassadorCause(pool, students);
    return pool.ambassadors().stream()
        .filter(host -> !hosting.containsKey(host.id()))
        .sorted(Comparator.comparing(Ambassador::id))
        .map(cause::of)
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

  static boolean shareADay(Student student, Ambassador host) {
    for (int i = 0; i < student.dates().size(); i++) {
      if (host.dates().contains(student.dates().get(i))) {
        return true;
      }
    }
    return false;
  }

  static boolean wantsTheJob(Student student, Ambassador host) {
    return student.anyJob() || student.jobs().contains(host.job());
  }
}
