package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Why an ambassador has no pair. The answer is the same for all who are alike in place, job and
 * days, and in no blocked pair.
 */
final class AmbassadorCause {

  private record Alike(double lat, double lon, String job, List<LocalDate> dates) {}

  private record Answer(Unpaired.Cause cause, Optional<Unpaired.Help> help) {}

  private final Pool pool;
  private final Set<String> blocked; // ambassadors in a blocked pair
  private final Map<Position, List<Student>> byHome = new HashMap<>();
  private final Map<Alike, Answer> answers = new HashMap<>();

  /** Frozen students are among the students: they were there for others. */
  AmbassadorCause(Pool pool, List<Student> students) {
    this.pool = pool;
    blocked = pool.blocked().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    for (Student student : students) {
      byHome.computeIfAbsent(Position.of(student), _ -> new ArrayList<>()).add(student);
    }
  }

  Unpaired of(Ambassador host) {
    Alike alike = new Alike(host.lat(), host.lon(), host.job(), host.dates());
    Answer answer =
        blocked.contains(host.id())
            ? answer(host)
            : answers.computeIfAbsent(alike, _ -> answer(host));
    return new Unpaired(host.id(), Unpaired.Role.AMBASSADOR, answer.cause(), answer.help());
  }

  private Answer answer(Ambassador host) {
    Unpaired.Cause possible = cause(host, student -> !pool.isBlocked(student, host));
    Unpaired.Cause cause =
        blocked.contains(host.id()) ? Causes.told(cause(host, _ -> true), possible) : possible;
    return new Answer(
        cause, possible == Unpaired.Cause.NO_SHARED_DATE ? anotherDate(host) : Optional.empty());
  }

  private Unpaired.Cause cause(Ambassador host, Predicate<Student> counts) {
    boolean someNear = false;
    boolean someOnADay = false;
    for (Map.Entry<Position, List<Student>> home : byHome.entrySet()) {
      double km = home.getKey().km(Position.of(host));
      for (Student student : home.getValue()) {
        if (km <= student.radiusKm() && counts.test(student)) {
          someNear = true;
          if (Causes.shareADay(student, host)) {
            someOnADay = true;
            if (Causes.wantsTheJob(student, host)) {
              return Unpaired.Cause.ALL_TAKEN;
            }
          }
        }
      }
    }
    return Causes.first(someNear, someOnADay);
  }

  private Optional<Unpaired.Help> anotherDate(Ambassador host) {
    Map<LocalDate, Integer> people = new TreeMap<>();
    for (Map.Entry<Position, List<Student>> home : byHome.entrySet()) {
      double km = home.getKey().km(Position.of(host));
      for (Student student : home.getValue()) {
        if (km <= student.radiusKm()
            && Causes.wantsTheJob(student, host)
            && !pool.isBlocked(student, host)) {
          student.dates().forEach(day -> people.merge(day, 1, Integer::sum));
        }
      }
    }
    return StudentCause.most(people)
        .map(most -> new Unpaired.Help.OtherDate(most.getKey(), most.getValue()));
  }
}
