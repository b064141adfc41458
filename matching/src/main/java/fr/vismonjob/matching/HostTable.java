package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Ambassadors by place and job. How many of them share a day with a student is counted once for all
 * students with the same days. Several threads may ask at once.
 */
final class HostTable {

  /** Ambassadors who are alike in place and job, or in place alone: how many have which days. */
  private static final class Hosts {

    private final Map<List<LocalDate>, Integer> byDays = new HashMap<>();
    private final Map<List<LocalDate>, Integer> sharing = new ConcurrentHashMap<>();
    private int all;

    void add(Ambassador host) {
      byDays.merge(host.dates(), 1, Integer::sum);
      all++;
    }

    int sharingADay(List<LocalDate> days) {
      return sharing.computeIfAbsent(days, this::countSharingADay);
    }

    private int countSharingADay(List<LocalDate> days) {
      int count = 0;
      for (Map.Entry<List<LocalDate>, Integer> hosts : byDays.entrySet()) {
        count += Causes.shareADay(days, hosts.getKey()) ? hosts.getValue() : 0;
      }
      return count;
    }
  }

  private final Places places;
  private final List<Hosts> atPlace = new ArrayList<>();
  private final List<Map<String, Hosts>> byJob = new ArrayList<>(); // at each place
  private final Map<String, Ambassador> byId = new HashMap<>();

  HostTable(List<Ambassador> hosts) {
    places = Places.of(hosts);
    for (int place = 0; place < places.count(); place++) {
      atPlace.add(new Hosts());
      byJob.add(new HashMap<>());
    }
    for (Ambassador host : hosts) {
      int place = place(host);
      atPlace.get(place).add(host);
      byId.put(host.id(), host);
      byJob.get(place).computeIfAbsent(host.job(), _ -> new Hosts()).add(host);
    }
  }

  private int place(Ambassador host) {
    return places.number(Position.of(host));
  }

  /** The places around a home. */
  Around around(Position home) {
    return new Around(places, home);
  }

  /**
   * How many ambassadors are at a place.
   *
   * @param butFor ids of ambassadors who do not count, here and below
   */
  int all(int place, Set<String> butFor) {
    return atPlace.get(place).all - count(place, butFor, _ -> true);
  }

  /** How many of them share a day with the student. */
  int onADay(Student student, int place, Set<String> butFor) {
    return atPlace.get(place).sharingADay(student.dates())
        - count(place, butFor, host -> Causes.shareADay(student.dates(), host.dates()));
  }

  /** How many of them share a day with the student and have a job that the student wants. */
  int suitable(Student student, int place, Set<String> butFor) {
    if (student.anyJob()) {
      return onADay(student, place, butFor);
    }
    int count = 0;
    for (String job : student.jobs()) {
      Hosts hosts = byJob.get(place).get(job);
      count += hosts == null ? 0 : hosts.sharingADay(student.dates());
    }
    return count
        - count(
            place,
            butFor,
            host ->
                Causes.shareADay(student.dates(), host.dates())
                    && student.jobs().contains(host.job()));
  }

  /** Adds to each day how many ambassadors could then, and have a job that the student wants. */
  void addDays(Student student, int place, Set<String> butFor, Map<LocalDate, Integer> people) {
    byJob
        .get(place)
        .forEach(
            (job, hosts) -> {
              if (Causes.wantsTheJob(student, job)) {
                hosts.byDays.forEach(
                    (days, count) -> days.forEach(day -> people.merge(day, count, Integer::sum)));
              }
            });
    for (Ambassador host : at(place, butFor)) {
      if (Causes.wantsTheJob(student, host.job())) {
        host.dates().forEach(day -> people.merge(day, -1, Integer::sum));
      }
    }
  }

  /** Adds to each job how many ambassadors have it and share a day with the student. */
  void addJobs(Student student, int place, Set<String> butFor, Map<String, Integer> people) {
    byJob
        .get(place)
        .forEach(
            (job, hosts) -> people.merge(job, hosts.sharingADay(student.dates()), Integer::sum));
    for (Ambassador host : at(place, butFor)) {
      if (Causes.shareADay(student.dates(), host.dates())) {
        people.merge(host.job(), -1, Integer::sum);
      }
    }
  }

  private int count(int place, Set<String> ids, Predicate<Ambassador> which) {
    return ids.isEmpty() ? 0 : (int) at(place, ids).stream().filter(which).count();
  }

  private List<Ambassador> at(int place, Set<String> ids) {
    List<Ambassador> there = new ArrayList<>();
    for (String id : ids) {
      Ambassador host = byId.get(id);
      if (host != null && place(host) == place) {
        there.add(host);
      }
    }
    return there;
  }
}
