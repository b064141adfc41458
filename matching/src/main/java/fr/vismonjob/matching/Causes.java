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
 * Unpaired.Cause}: the first criterion that leaves nobody is the cause.
 */
final class Causes {

  private Causes() {}

  /** Everybody without a pair, new or frozen: students first, then ambassadors, by id. */
  static List<Unpaired> of(Instance instance, Pool pool, List<Pair> pairs) {
    Set<String> paired = new HashSet<>();
    Map<String, Integer> hosting = new HashMap<>();
    for (PairIds pair : instance.frozen()) {
      hosting.merge(pair.ambassador(), 0, Integer::sum); // the pool counts only seats left
    }
    for (Pair pair : pairs) {
      paired.add(pair.student());
      hosting.merge(pair.ambassador(), 1, Integer::sum);
    }
    List<Unpaired> unpaired = new ArrayList<>(ofStudents(pool, paired, hosting));
    unpaired.addAll(ofAmbassadors(pool, hosting));
    return unpaired;
  }

  private static List<Unpaired> ofStudents(
      Pool pool, Set<String> paired, Map<String, Integer> hosting) {
    Set<String> withFreeSeats = new HashSet<>();
    for (int a = 0; a < pool.seats().length; a++) {
      String id = pool.ambassadors().get(a).id();
      if (hosting.getOrDefault(id, 0) < pool.seats()[a]) {
        withFreeSeats.add(id);
      }
    }
    StudentCause cause = new StudentCause(pool, withFreeSeats);
    return pool.students().stream()
        .filter(student -> !paired.contains(student.id()))
        .sorted(Comparator.comparing(Student::id))
        .map(cause::of)
        .toList();
  }

  private static List<Unpaired> ofAmbassadors(Pool pool, Map<String, Integer> hosting) {
    AmbassadorCause cause = new AmbassadorCause(pool);
    return pool.ambassadors().stream()
        .filter(host -> !hosting.containsKey(host.id()))
        .sorted(Comparator.comparing(Ambassador::id))
        .map(cause::of)
        .toList();
  }

  static Unpaired.Cause first(boolean someNear, boolean someOnADay, boolean someWithTheJob) {
    if (!someNear) {
      return Unpaired.Cause.NOBODY_IN_REACH;
    }
    if (!someOnADay) {
      return Unpaired.Cause.NO_SHARED_DATE;
    }
    return someWithTheJob ? Unpaired.Cause.ALL_TAKEN : Unpaired.Cause.NO_SUCH_JOB;
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
