package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Why a student has no pair, and which single change would have opened the most free seats. */
final class StudentCause {

  /** The ambassadors at a place, by job: all of them, and those with a free seat. */
  private record Hosts(
      Position position, Map<String, List<Ambassador>> all, Map<String, List<Ambassador>> free) {}

  private final Pool pool;
  private final List<Hosts> places = new ArrayList<>();
  private final double[] km;

  StudentCause(Pool pool, List<Ambassador> hosts, Set<String> withFreeSeats) {
    this.pool = pool;
    Map<Position, Hosts> byPosition = new LinkedHashMap<>();
    for (Ambassador host : hosts) {
      Hosts there =
          byPosition.computeIfAbsent(
              Position.of(host), at -> new Hosts(at, new HashMap<>(), new HashMap<>()));
      there.all().computeIfAbsent(host.job(), _ -> new ArrayList<>()).add(host);
      if (withFreeSeats.contains(host.id())) {
        there.free().computeIfAbsent(host.job(), _ -> new ArrayList<>()).add(host);
      }
    }
    places.addAll(byPosition.values());
    km = new double[places.size()];
  }

  Unpaired of(Student student) {
    Position home = Position.of(student);
    for (int place = 0; place < km.length; place++) {
      km[place] = home.km(places.get(place).position());
    }
    Unpaired.Cause possible = cause(student, host -> !pool.isBlocked(student, host));
    Unpaired.Cause cause =
        pool.isInBlockedPair(student) ? Causes.told(cause(student, _ -> true), possible) : possible;
    Optional<Unpaired.Help> help =
        switch (possible) {
          case NO_SHARED_DATE -> anotherDate(student);
          case NO_SUCH_JOB -> anotherJob(student);
          case NOBODY_IN_REACH, KEPT_APART, ALL_TAKEN -> farther(student);
        };
    return new Unpaired(student.id(), Unpaired.Role.STUDENT, cause, help);
  }

  private Unpaired.Cause cause(Student student, Predicate<Ambassador> counts) {
    boolean someNear = false;
    boolean someOnADay = false;
    Predicate<Ambassador> onADay = host -> Causes.shareADay(student, host) && counts.test(host);
    for (int place = 0; place < km.length; place++) {
      if (km[place] <= student.radiusKm()) {
        Map<String, List<Ambassador>> hosts = places.get(place).all();
        if (wanted(student, hosts).anyMatch(onADay)) {
          return Unpaired.Cause.ALL_TAKEN;
        }
        someNear = someNear || all(hosts).anyMatch(counts);
        someOnADay = someOnADay || all(hosts).anyMatch(onADay);
      }
    }
    return Causes.first(someNear, someOnADay);
  }

  private boolean suitsOnADay(Student student, Ambassador host) {
    return Causes.shareADay(student, host) && !pool.isBlocked(student, host);
  }

  private static Stream<Ambassador> all(Map<String, List<Ambassador>> hosts) {
    return hosts.values().stream().flatMap(List::stream);
  }

  private static Stream<Ambassador> wanted(Student student, Map<String, List<Ambassador>> hosts) {
    return student.anyJob()
        ? all(hosts)
        : student.jobs().stream().flatMap(job -> hosts.getOrDefault(job, List.of()).stream());
  }

  private Optional<Unpaired.Help> farther(Student student) {
    int[] beyond =
        IntStream.range(0, km.length)
            .filter(place -> km[place] > student.radiusKm())
            .boxed()
            .sorted(Comparator.comparingDouble(place -> km[place]))
            .mapToInt(Integer::intValue)
            .toArray();
    int extraKm = 0;
    int people = 0;
    for (int place : beyond) {
      if (people > 0 && km[place] > student.radiusKm() + extraKm) {
        break;
      }
      int here = suitable(student, place);
      if (people == 0 && here > 0) {
        extraKm = (int) Math.ceil(km[place] - student.radiusKm());
      }
      people += here;
    }
    return people == 0 ? Optional.empty() : Optional.of(new Unpaired.Help.Farther(extraKm, people));
  }

  private int suitable(Student student, int place) {
    return (int)
        wanted(student, places.get(place).free())
            .filter(host -> suitsOnADay(student, host))
            .count();
  }

  private Optional<Unpaired.Help> anotherDate(Student student) {
    Map<LocalDate, Integer> people = new TreeMap<>();
    for (Ambassador host : near(student)) {
      if (Causes.wantsTheJob(student, host)) {
        host.dates().forEach(day -> people.merge(day, 1, Integer::sum));
      }
    }
    return most(people).map(e -> new Unpaired.Help.OtherDate(e.getKey(), e.getValue()));
  }

  private Optional<Unpaired.Help> anotherJob(Student student) {
    Map<String, Integer> people = new TreeMap<>();
    for (Ambassador host : near(student)) {
      if (Causes.shareADay(student, host)) {
        people.merge(host.job(), 1, Integer::sum);
      }
    }
    return most(people).map(e -> new Unpaired.Help.OtherJob(e.getKey(), e.getValue()));
  }

  private List<Ambassador> near(Student student) {
    return IntStream.range(0, km.length)
        .filter(place -> km[place] <= student.radiusKm())
        .mapToObj(place -> all(places.get(place).free()))
        .flatMap(Function.identity())
        .filter(host -> !pool.isBlocked(student, host))
        .toList();
  }

  /** The entry with the most people; the first of several. */
  static <K> Optional<Map.Entry<K, Integer>> most(Map<K, Integer> people) {
    return people.entrySet().stream().max(Map.Entry.comparingByValue());
  }
}
