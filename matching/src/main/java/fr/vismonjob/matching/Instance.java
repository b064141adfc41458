package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that one run of the engine depends on: the same instance gives the same matching,
 * whatever the order of its lists.
 *
 * @param students the pool, frozen ones included
 * @param ambassadors the pool, frozen ones included
 * @param frozen pairs made before, which stay: each uses up its student and one seat of its
 *     ambassador
 * @param blocked pairs that must not be made, for instance because they were cancelled; one that
 *     names somebody outside the pool has no effect
 * @param eventDay the day of the event
 * @param seed decides between matchings that are equally good
 */
public record Instance(
    List<Student> students,
    List<Ambassador> ambassadors,
    List<PairIds> frozen,
    List<PairIds> blocked,
    LocalDate eventDay,
    long seed) {

  /** So many different jobs, administrations and days, at most, can be told apart by number. */
  static final int MOST_DIFFERENT = 1_000_000;

  private static final int MOST_SEATS = 1_000_000_000;

  /**
   * Checks what can only be seen across people.
   *
   * @throws IllegalArgumentException if an id is repeated, if a frozen pair names somebody unknown,
   *     a student twice or more students than an ambassador takes, or if there are more different
   *     jobs, administrations, days or seats than the engine has numbers for; the message names it
   */
  public Instance {
    students = List.copyOf(students);
    ambassadors = List.copyOf(ambassadors);
    frozen = List.copyOf(frozen);
    blocked = List.copyOf(blocked);
    Require.day("eventDay", eventDay);
    Set<String> jobs = new HashSet<>();
    Set<String> administrations = new HashSet<>();
    Set<LocalDate> days = new HashSet<>();
    long capacity = 0;
    for (Ambassador ambassador : ambassadors) {
      jobs.add(ambassador.job());
      administrations.add(ambassador.administration());
      days.addAll(ambassador.dates());
      capacity += ambassador.capacity();
    }
    checkDifferent("jobs", jobs);
    checkDifferent("administrations", administrations);
    checkDifferent("days", days);
    if (capacity > MOST_SEATS) {
      throw new IllegalArgumentException("the ambassadors have more than " + MOST_SEATS + " seats");
    }
    Set<String> studentIds = HashSet.newHashSet(students.size());
    for (Student student : students) {
      if (!studentIds.add(student.id())) {
        throw new IllegalArgumentException("student " + student.id() + " appears twice");
      }
    }
    Map<String, Integer> seats = HashMap.newHashMap(ambassadors.size());
    for (Ambassador ambassador : ambassadors) {
      if (seats.put(ambassador.id(), ambassador.capacity()) != null) {
        throw new IllegalArgumentException("ambassador " + ambassador.id() + " appears twice");
      }
    }
    Set<String> settled = new HashSet<>();
    for (PairIds pair : frozen) {
      if (!studentIds.contains(pair.student())) {
        throw new IllegalArgumentException("frozen student " + pair.student() + " is unknown");
      }
      Integer left = seats.get(pair.ambassador());
      if (left == null) {
        throw new IllegalArgumentException(
            "frozen ambassador " + pair.ambassador() + " is unknown");
      }
      if (!settled.add(pair.student())) {
        throw new IllegalArgumentException("student " + pair.student() + " is frozen twice");
      }
      if (left == 0) {
        throw new IllegalArgumentException(
            "ambassador " + pair.ambassador() + " has more frozen pairs than seats");
      }
      seats.put(pair.ambassador(), left - 1);
    }
  }

  private static void checkDifferent(String what, Set<?> codes) {
    if (codes.size() > MOST_DIFFERENT) {
      throw new IllegalArgumentException("more than " + MOST_DIFFERENT + " different " + what);
    }
  }
}
