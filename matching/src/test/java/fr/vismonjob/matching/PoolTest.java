package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PoolTest {

  /** A run of long ago can be repeated as long as this holds: ties fall by this order. */
  @Test
  void the_draw_of_a_seed_stays_what_it_was() {
    assertEquals(List.of("s1", "s0", "s4", "s2", "s5", "s3"), drawn(1));
    assertEquals(List.of("s1", "s5", "s3", "s2", "s0", "s4"), drawn(2));
    assertEquals(List.of("s5", "s2", "s4", "s1", "s3", "s0"), drawn(-1));
  }

  @Test
  void each_of_two_comes_first_with_half_of_the_seeds() {
    long first =
        LongStream.range(0, 1000)
            .filter(
                seed ->
                    "s0"
                        .equals(
                            drawn(seed).stream()
                                .filter(id -> id.equals("s0") || id.equals("s1"))
                                .findFirst()
                                .orElseThrow()))
            .count();
    assertTrue(first > 450 && first < 550, first + " of 1000");
  }

  @Test
  void frozen_pairs_take_their_students_and_their_seats_away() {
    Pool pool =
        Pool.of(
            instance(
                List.of(new PairIds("s0", "one"), new PairIds("s1", "three")),
                List.of(new PairIds("s2", "three"), new PairIds("s2", "one"))));
    assertEquals(
        Set.of("s2", "s3"), Set.copyOf(pool.students().stream().map(Student::id).toList()));
    assertEquals(List.of("three"), pool.ambassadors().stream().map(Ambassador::id).toList());
    assertArrayEquals(new int[] {2}, pool.seats());
  }

  @Test
  void a_blocked_pair_is_blocked_and_no_other() {
    Pool pool = Pool.of(instance(List.of(), List.of(new PairIds("s2", "three"))));
    assertTrue(pool.isBlocked(People.student("s2"), People.ambassador("three")));
    assertFalse(pool.isBlocked(People.student("s2"), People.ambassador("one")));
    assertFalse(pool.isBlocked(People.student("s1"), People.ambassador("three")));
    assertEquals(Set.of("three"), pool.blockedFor(People.student("s2")));
  }

  private static Instance instance(List<PairIds> frozen, List<PairIds> blocked) {
    return new Instance(
        students(4),
        List.of(
            People.ambassador("one"),
            new Ambassador("three", "dev", 48.85, 2.35, "justice", List.of(People.DAY), 3)),
        frozen,
        blocked,
        People.DAY,
        1);
  }

  private static List<String> drawn(long seed) {
    Instance instance =
        new Instance(students(6), List.of(), List.of(), List.of(), People.DAY, seed);
    return Pool.of(instance).students().stream().map(Student::id).toList();
  }

  private static List<Student> students(int count) {
    return IntStream.range(0, count).mapToObj(number -> People.student("s" + number)).toList();
  }
}
