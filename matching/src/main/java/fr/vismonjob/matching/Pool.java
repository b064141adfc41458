package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  private record Ticket<T>(long lot, String id, T person) {}

  static Pool of(Instance instance) {
    Set<String> settled = new HashSet<>();
    Map<String, Integer> used = new HashMap<>();
    for (PairIds pair : instance.frozen()) {
      settled.add(pair.student());
      used.merge(pair.ambassador(), 1, Integer::sum);
    }
    List<Student> students =
        drawn(
            instance.students().parallelStream().filter(student -> !settled.contains(student.id())),
            instance.seed(),
            Student::id);
    List<Ambassador> ambassadors =
        drawn(
            instance.ambassadors().parallelStream()
                .filter(host -> used.getOrDefault(host.id(), 0) < host.capacity()),
            instance.seed(),
            Ambassador::id);
    int[] seats =
        ambassadors.stream()
            .mapToInt(host -> host.capacity() - used.getOrDefault(host.id(), 0))
            .toArray();
    Map<String, Set<String>> blocked =
        instance.blocked().stream()
            .collect(
                Collectors.groupingBy(
                    PairIds::student, Collectors.mapping(PairIds::ambassador, Collectors.toSet())));
    return new Pool(students, ambassadors, seats, blocked, instance.eventDay());
  }

  /** Whether this pair is blocked. */
  boolean isBlocked(Student student, Ambassador ambassador) {
    return blockedFor(student).contains(ambassador.id());
  }

  /** The ids of the ambassadors who must not be paired with a student. */
  Set<String> blockedFor(Student student) {
    return blocked.getOrDefault(student.id(), Set.of());
  }

  /** In an order as if drawn by lot: by a hash of seed and id, then by id should two agree. */
  private static <T> List<T> drawn(Stream<T> people, long seed, Function<T, String> id) {
    return people
        .map(person -> new Ticket<>(lot(seed, id.apply(person)), id.apply(person), person))
        .sorted(Comparator.<Ticket<T>>comparingLong(Ticket::lot).thenComparing(Ticket::id))
        .map(Ticket::person)
        .toList();
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
