package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Why somebody has no pair, and what would have helped. The causes are tried in the order of {@link
 * Unpaired.Cause}: the first criterion that leaves nobody is the cause.
 */
final class Causes {

  private final Pool pool;
  private final Set<String> taken = new HashSet<>();

  private Causes(Pool pool, List<Pair> pairs) {
    this.pool = pool;
    int[] left = pool.seats().clone();
    java.util.Map<String, Integer> position = new java.util.HashMap<>();
    for (int a = 0; a < left.length; a++) {
      position.put(pool.ambassadors().get(a).id(), a);
    }
    for (Pair pair : pairs) {
      int a = position.getOrDefault(pair.ambassador(), -1);
      if (--left[a] == 0) {
        taken.add(pair.ambassador());
      }
    }
  }

  /** Everybody without a pair, new or frozen: students first, then ambassadors, by id. */
  static List<Unpaired> of(Instance instance, Pool pool, List<Pair> pairs) {
    Causes causes = new Causes(pool, pairs);
    Set<String> students = new HashSet<>();
    Set<String> ambassadors = new HashSet<>();
    instance.frozen().forEach(pair -> ambassadors.add(pair.ambassador()));
    for (Pair pair : pairs) {
      students.add(pair.student());
      ambassadors.add(pair.ambassador());
    }
    List<Unpaired> unpaired = new ArrayList<>();
    pool.students().stream()
        .filter(student -> !students.contains(student.id()))
        .sorted(Comparator.comparing(Student::id))
        .map(causes::ofStudent)
        .forEach(unpaired::add);
    pool.ambassadors().stream()
        .filter(ambassador -> !ambassadors.contains(ambassador.id()))
        .sorted(Comparator.comparing(Ambassador::id))
        .map(causes::ofAmbassador)
        .forEach(unpaired::add);
    return unpaired;
  }

  private Unpaired ofStudent(Student student) {
    List<Ambassador> near =
        pool.ambassadors().stream()
            .filter(host -> km(student, host) <= student.radiusKm())
            .toList();
    List<Ambassador> onADay = near.stream().filter(host -> sharesDay(student, host)).toList();
    boolean job = onADay.stream().anyMatch(host -> wantsJob(student, host));
    Unpaired.Cause cause = cause(near.isEmpty(), onADay.isEmpty(), !job);
    Optional<Unpaired.Help> help =
        switch (cause) {
          case NOBODY_IN_REACH, ALL_TAKEN -> farther(student);
          case NO_SHARED_DATE -> otherDate(student, near);
          case NO_SUCH_JOB -> otherJob(student, onADay);
        };
    return new Unpaired(student.id(), Unpaired.Role.STUDENT, cause, help);
  }

  private Unpaired ofAmbassador(Ambassador host) {
    List<Student> near =
        pool.students().stream()
            .filter(student -> km(student, host) <= student.radiusKm())
            .toList();
    List<Student> onADay = near.stream().filter(student -> sharesDay(student, host)).toList();
    boolean job = onADay.stream().anyMatch(student -> wantsJob(student, host));
    Unpaired.Cause cause = cause(near.isEmpty(), onADay.isEmpty(), !job);
    Optional<Unpaired.Help> help = Optional.empty();
    if (cause == Unpaired.Cause.NO_SHARED_DATE) {
      help = mostOf(near.stream().filter(s -> wantsJob(s, host)).map(Student::dates));
    }
    return new Unpaired(host.id(), Unpaired.Role.AMBASSADOR, cause, help);
  }

  private static Unpaired.Cause cause(boolean nobodyNear, boolean noDay, boolean noJob) {
    if (nobodyNear) {
      return Unpaired.Cause.NOBODY_IN_REACH;
    }
    if (noDay) {
      return Unpaired.Cause.NO_SHARED_DATE;
    }
    return noJob ? Unpaired.Cause.NO_SUCH_JOB : Unpaired.Cause.ALL_TAKEN;
  }

  /**
   * The free ambassadors that suit but for the distance: how far to the nearest, how many there.
   */
  private Optional<Unpaired.Help> farther(Student student) {
    List<Ambassador> suitable =
        pool.ambassadors().stream()
            .filter(host -> !taken.contains(host.id()) && !pool.isBlocked(student, host))
            .filter(host -> wantsJob(student, host) && sharesDay(student, host))
            .filter(host -> km(student, host) > student.radiusKm())
            .toList();
    return suitable.stream()
        .min(Comparator.comparingDouble(host -> km(student, host)))
        .map(nearest -> (int) Math.ceil(km(student, nearest) - student.radiusKm()))
        .map(
            extra ->
                new Unpaired.Help.Farther(
                    extra,
                    (int)
                        suitable.stream()
                            .filter(host -> km(student, host) <= student.radiusKm() + extra)
                            .count()));
  }

  private Optional<Unpaired.Help> otherDate(Student student, List<Ambassador> near) {
    return mostOf(
        near.stream()
            .filter(host -> !taken.contains(host.id()) && wantsJob(student, host))
            .map(Ambassador::dates));
  }

  private Optional<Unpaired.Help> otherJob(Student student, List<Ambassador> onADay) {
    TreeMap<String, Integer> people = new TreeMap<>();
    onADay.stream()
        .filter(host -> !taken.contains(host.id()) && !pool.isBlocked(student, host))
        .forEach(host -> people.merge(host.job(), 1, Integer::sum));
    return people.entrySet().stream()
        .max(java.util.Map.Entry.comparingByValue())
        .map(most -> new Unpaired.Help.OtherJob(most.getKey(), most.getValue()));
  }

  private static Optional<Unpaired.Help> mostOf(
      java.util.stream.Stream<List<LocalDate>> calendars) {
    TreeMap<LocalDate, Integer> people = new TreeMap<>();
    calendars.forEach(dates -> dates.forEach(day -> people.merge(day, 1, Integer::sum)));
    return people.entrySet().stream()
        .max(java.util.Map.Entry.comparingByValue())
        .map(most -> new Unpaired.Help.OtherDate(most.getKey(), most.getValue()));
  }

  private static double km(Student student, Ambassador host) {
    return Haversine.km(student.lat(), student.lon(), host.lat(), host.lon());
  }

  private static boolean sharesDay(Student student, Ambassador host) {
    return student.dates().stream().anyMatch(host.dates()::contains);
  }

  private static boolean wantsJob(Student student, Ambassador host) {
    return student.anyJob() || student.jobs().contains(host.job());
  }
}
