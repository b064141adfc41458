package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Students by home, and how far they travel. That is found once for all ambassadors with the same
 * job and days. Several threads may ask at once.
 */
final class StudentTable {

  /**
   * How far students of one home travel at most; negative where there are none.
   *
   * @param all of them
   * @param onADay those who share a day with an ambassador
   * @param suitable those who share a day and want the job
   */
  record Reach(double all, double onADay, double suitable) {}

  private record Offer(String job, List<LocalDate> dates) {}

  private record Home(List<Student> students, Map<Offer, Reach> reaches) {}

  private static final double NOBODY = -1;

  private final Pool pool;
  private final Places places;
  private final List<Home> homes = new ArrayList<>();
  private final double farthest;
  private final Set<String> named = new HashSet<>(); // ambassadors in a blocked pair

  /** Frozen students are among the students: they were there for others. */
  StudentTable(List<Student> students, Pool pool) {
    this.pool = pool;
    Set<Position> where = new HashSet<>();
    for (Student student : students) {
      where.add(Position.of(student));
    }
    places = Places.of(where);
    for (int home = 0; home < places.count(); home++) {
      homes.add(new Home(new ArrayList<>(), new ConcurrentHashMap<>()));
    }
    double most = NOBODY;
    for (Student student : students) {
      homes.get(places.number(Position.of(student))).students().add(student);
      most = Math.max(most, student.radiusKm());
    }
    farthest = most;
    pool.blocked().values().forEach(named::addAll);
  }

  /** The homes around a place of work. */
  Around around(Position work) {
    return new Around(places, work);
  }

  /** No student travels farther. */
  double farthest() {
    return farthest;
  }

  /** How far the students of a home travel, as an ambassador sees it. */
  Reach reach(Ambassador host, int home) {
    return homes
        .get(home)
        .reaches()
        .computeIfAbsent(new Offer(host.job(), host.dates()), _ -> reach(host, home, _ -> true));
  }

  /** The same without the students blocked for this ambassador. */
  Reach possibleReach(Ambassador host, int home) {
    return isNamed(host)
        ? reach(host, home, student -> !pool.isBlocked(student, host))
        : reach(host, home);
  }

  private Reach reach(Ambassador host, int home, Predicate<Student> counts) {
    double all = NOBODY;
    double onADay = NOBODY;
    double suitable = NOBODY;
    for (Student student : homes.get(home).students()) {
      double radius = student.radiusKm();
      if (radius > suitable && counts.test(student)) {
        all = Math.max(all, radius);
        if (Causes.shareADay(student.dates(), host.dates())) {
          onADay = Math.max(onADay, radius);
          suitable = Causes.wantsTheJob(student, host.job()) ? radius : suitable;
        }
      }
    }
    return new Reach(all, onADay, suitable);
  }

  /** Adds to each day how many of a home could then, travel so far and want the job. */
  void addDays(Ambassador host, int home, double km, Map<LocalDate, Integer> people) {
    for (Student student : homes.get(home).students()) {
      if (km <= student.radiusKm()
          && Causes.wantsTheJob(student, host.job())
          && !pool.isBlocked(student, host)) {
        student.dates().forEach(day -> people.merge(day, 1, Integer::sum));
      }
    }
  }

  /** Whether the ambassador is in a blocked pair, and so like no other. */
  boolean isNamed(Ambassador host) {
    return named.contains(host.id());
  }
}
