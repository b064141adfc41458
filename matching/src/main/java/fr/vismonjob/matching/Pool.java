package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is still to be paired: an instance without its frozen pairs, in an order that only the seed
 * and the ids decide. The engine works on this order alone, so the order of the input cannot show
 * in the result, and ties between equally good matchings fall by the seed.
 *
 * @param students to be paired
 * @param ambassadors with at least one free seat
 * @param seats free seats, ambassador by ambassador
 * @param blocked the pairs that must not be made, by student id
 * @param eventDay the day of the event
 */
record Pool(
    List<Student> students,
    List<Ambassador> ambassadors,
    int[] seats,
    Map<String, Set<String>> blocked,
    LocalDate eventDay) {

  /** Somebody's place in an order as if drawn by lot: by a hash of seed and id, then by id. */
  private record Ticket<T>(long lot, String id, T person) implements Comparable<Ticket<T>> {

    static <T> Ticket<T> of(long seed, String id, T person) {
      return new Ticket<>(Pool.lot(seed, id), id, person);
    }

    @Override
    public int compareTo(Ticket<T> other) {
      int byLot = Long.compare(lot, other.lot);
      return byLot == 0 ? id.compareTo(other.id) : byLot;
    }
  }

  static Pool of(Instance instance) {
    Set<String> settled = new HashSet<>();
    Map<String, Integer> used = new HashMap<>();
    for (PairIds pair : instance.frozen()) {
      settled.add(pair.student());
      used.merge(pair.ambassador(), 1, Integer::sum);
    }
    List<Ticket<Student>> students = new ArrayList<>(instance.students().size());
    for (Student student : instance.students()) {
      if (!settled.contains(student.id())) {
        students.add(Ticket.of(instance.seed(), student.id(), student));
      }
    }
    List<Ticket<Ambassador>> hosts = new ArrayList<>(instance.ambassadors().size());
    for (Ambassador host : instance.ambassadors()) {
      if (used.getOrDefault(host.id(), 0) < host.capacity()) {
        hosts.add(Ticket.of(instance.seed(), host.id(), host));
      }
    }
    List<Ambassador> ambassadors = drawn(hosts);
    int[] seats = new int[ambassadors.size()];
    for (int a = 0; a < seats.length; a++) {
      Ambassador host = ambassadors.get(a);
      seats[a] = host.capacity() - used.getOrDefault(host.id(), 0);
    }
    Map<String, Set<String>> blocked = new HashMap<>();
    for (PairIds pair : instance.blocked()) {
      blocked.computeIfAbsent(pair.student(), _ -> new HashSet<>()).add(pair.ambassador());
    }
    return new Pool(drawn(students), ambassadors, seats, blocked, instance.eventDay());
  }

  /** Whether this pair is blocked. */
  boolean isBlocked(Student student, Ambassador ambassador) {
    return blockedFor(student).contains(ambassador.id());
  }

  /** The ids of the ambassadors who must not be paired with a student. */
  Set<String> blockedFor(Student student) {
    return blocked.getOrDefault(student.id(), Set.of());
  }

  private static <T> List<T> drawn(List<Ticket<T>> tickets) {
    Collections.sort(tickets);
    List<T> people = new ArrayList<>(tickets.size());
    for (Ticket<T> ticket : tickets) {
      people.add(ticket.person());
    }
    return people;
  }

  /** FNV-1a over the id, then the finalizer of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long lot(long seed, String id) {
    long hash = 0xcbf29ce484222325L ^ (seed * 0x9e3779b97f4a7c15L);
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
