package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Why a student has no pair, and which single change would have opened the most free seats. */
final class StudentCause {

  private final Pool pool;
  private final Set<String> withFreeSeats;
  private final List<List<Ambassador>> byPlace = new ArrayList<>();
  private final double[] km;

  StudentCause(Pool pool, Set<String> withFreeSeats) {
    this.pool = pool;
    this.withFreeSeats = withFreeSeats;
    Places places = Places.of(pool.ambassadors());
    for (int place = 0; place < places.count(); place++) {
      byPlace.add(new ArrayList<>());
    }
    for (Ambassador host : pool.ambassadors()) {
      byPlace.get(places.number(host)).add(host);
    }
    km = new double[places.count()];
  }

  Unpaired of(Student student) {
    boolean someNear = false;
    boolean someOnADay = false;
    boolean someWithTheJob = false;
    for (int place = 0; place < km.length; place++) {
      km[place] = distance(student, byPlace.get(place).getFirst());
      if (km[place] <= student.radiusKm()) {
        someNear = true;
        for (Ambassador host : byPlace.get(place)) {
          if (Causes.shareADay(student, host)) {
            someOnADay = true;
            someWithTheJob |= Causes.wantsTheJob(student, host);
          }
          if (someWithTheJob) {
            break;
          }
        }
      }
    }
    Unpaired.Cause cause = Causes.first(someNear, someOnADay, someWithTheJob);
    Optional<Unpaired.Help> help =
        switch (cause) {
          case NOBODY_IN_REACH, ALL_TAKEN -> farther(student);
          case NO_SHARED_DATE -> anotherDate(student);
          case NO_SUCH_JOB -> anotherJob(student);
        };
    return new Unpaired(student.id(), Unpaired.Role.STUDENT, cause, help);
  }

  private static double distance(Student student, Ambassador host) {
    return Haversine.km(student.lat(), student.lon(), host.lat(), host.lon());
  }

  private boolean isFree(Student student, Ambassador host) {
    return withFreeSeats.contains(host.id()) && !pool.isBlocked(student, host);
  }

  private Optional<Unpaired.Help> farther(Student student) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int place = 0; place < km.length; place++) {
      if (km[place] > student.radiusKm() && km[place] < nearest && suitable(student, place) > 0) {
        nearest = km[place];
      }
    }
    if (nearest == Double.POSITIVE_INFINITY) {
      return Optional.empty();
    }
    int extraKm = (int) Math.ceil(nearest - student.radiusKm());
    int people = 0;
    for (int place = 0; place < km.length; place++) {
      if (km[place] > student.radiusKm() && km[place] <= student.radiusKm() + extraKm) {
        people += suitable(student, place);
      }
    }
    return Optional.of(new Unpaired.Help.Farther(extraKm, people));
  }

  private int suitable(Student student, int place) {
    int people = 0;
    for (Ambassador host : byPlace.get(place)) {
      if (Causes.wantsTheJob(student, host)
          && isFree(student, host)
          && Causes.shareADay(student, host)) {
        people++;
      }
    }
    return people;
  }

  private Optional<Unpaired.Help> anotherDate(Student student) {
    Map<LocalDate, Integer> people = new TreeMap<>();
    for (Ambassador host : near(student)) {
      if (isFree(student, host) && Causes.wantsTheJob(student, host)) {
        host.dates().forEach(day -> people.merge(day, 1, Integer::sum));
      }
    }
    return most(people).map(e -> new Unpaired.Help.OtherDate(e.getKey(), e.getValue()));
  }

  private Optional<Unpaired.Help> anotherJob(Student student) {
    Map<String, Integer> people = new TreeMap<>();
    for (Ambassador host : near(student)) {
      if (isFree(student, host) && Causes.shareADay(student, host)) {
        people.merge(host.job(), 1, Integer::sum);
      }
    }
    return most(people).map(e -> new Unpaired.Help.OtherJob(e.getKey(), e.getValue()));
  }

  private List<Ambassador> near(Student student) {
    List<Ambassador> near = new ArrayList<>();
    for (int place = 0; place < km.length; place++) {
      if (km[place] <= student.radiusKm()) {
        near.addAll(byPlace.get(place));
      }
    }
    return near;
  }

  /** The entry with the most people; the first of several. */
  static <K> Optional<Map.Entry<K, Integer>> most(Map<K, Integer> people) {
    return people.entrySet().stream().max(Map.Entry.comparingByValue());
  }
}
