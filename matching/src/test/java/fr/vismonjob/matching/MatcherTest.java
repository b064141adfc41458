package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherTest {

  static LongStream hundreds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("hundreds")
  void a_hundred_tiny_instances_reach_what_trying_everything_finds(long hundred) {
    for (long number = hundred * 100; number < hundred * 100 + 100; number++) {
      Instance instance = SmallInstances.number(number, 5, 5);
      Matching matching = Matcher.match(instance);
      assertEquals(FullEnumeration.best(instance), matching.figures(), "instance " + number);
      assertEquals(List.of(), Verifier.violations(instance, matching), "instance " + number);
    }
  }

  @ParameterizedTest
  @MethodSource("hundreds")
  void twenty_small_instances_are_matched_like_the_hungarian_method_and_verified(long hundred) {
    for (long number = hundred * 100; number < hundred * 100 + 20; number++) {
      Instance instance = SmallInstances.number(number, 60, 40);
      Matching matching = Matcher.match(instance);
      assertEquals(FiguresOf.dense(instance), matching.figures(), "instance " + number);
      assertEquals(List.of(), Verifier.violations(instance, matching), "instance " + number);
    }
  }

  @ParameterizedTest
  @MethodSource("hundreds")
  void the_order_of_the_input_changes_nothing(long number) {
    Instance instance = SmallInstances.number(number, 60, 40);
    Matching matching = Matcher.match(instance);
    Matching other = Matcher.match(SmallInstances.shuffled(instance, number));
    assertEquals(matching.pairs(), other.pairs());
    assertEquals(matching.unpaired(), other.unpaired());
  }

  @ParameterizedTest
  @MethodSource("hundreds")
  void on_one_thread_and_on_several_the_answer_is_the_same(long number) {
    Instance instance = SmallInstances.number(number, 200, 150);
    Matching alone = onThreads(1, () -> Matcher.match(instance));
    Matching together = onThreads(4, () -> Matcher.match(instance));
    assertEquals(alone.pairs(), together.pairs());
    assertEquals(alone.unpaired(), together.unpaired());
    assertEquals(alone.certificate(), together.certificate());
  }

  private static <T> T onThreads(int threads, Callable<T> work) {
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      return pool.submit(work).join();
    }
  }

  @Test
  void pairs_come_by_the_ids_of_the_students() {
    Matching matching = Matcher.match(SmallInstances.number(2, 200, 150));
    List<String> students = matching.pairs().stream().map(Pair::student).toList();
    assertEquals(students.stream().sorted().toList(), students);
    assertTrue(students.size() > 10);
  }

  @Test
  void another_seed_may_choose_another_of_the_best_matchings() {
    Set<List<Pair>> seen = new HashSet<>();
    for (long seed = 0; seed < 10; seed++) {
      Instance twins = People.twoStudentsForOneSeat(seed);
      seen.add(Matcher.match(twins).pairs());
    }
    assertEquals(2, seen.size());
  }

  @ParameterizedTest
  @MethodSource("hundreds")
  void with_the_other_pairs_frozen_a_withdrawal_touches_nobody_else(long number) {
    Instance instance = SmallInstances.number(number, 30, 30);
    List<Pair> pairs = Matcher.match(instance).pairs();
    if (pairs.isEmpty()) {
      return;
    }
    Pair gone = pairs.getFirst();
    Instance rest = People.without(instance, gone.student(), pairs);
    Matching repaired = Matcher.match(rest);
    assertEquals(List.of(), Verifier.violations(rest, repaired));
    Set<String> settled = new HashSet<>();
    pairs.forEach(pair -> settled.add(pair.student()));
    assertTrue(repaired.pairs().stream().noneMatch(pair -> settled.contains(pair.student())));
    assertTrue(repaired.pairs().size() <= 1);
  }

  /** However many points it takes: no weights that are fixed beforehand would always do. */
  @ParameterizedTest
  @ValueSource(ints = {10, 100, 10_000})
  void one_middling_pair_less_is_worth_any_number_of_points(int length) {
    Instance row = People.row(length);
    Matching matching = Matcher.match(row);
    assertEquals(new Figures(length + 1, 0, 0, 100 + 90L * length), matching.figures());
    assertEquals(List.of(), Verifier.violations(row, matching));
  }

  @Test
  void nobody_at_all_is_an_empty_matching() {
    Instance nobody =
        new Instance(List.of(), List.of(), List.of(), List.of(), SmallInstances.EVENT_DAY, 1);
    Matching matching = Matcher.match(nobody);
    assertEquals(new Figures(0, 0, 0, 0), matching.figures());
    assertEquals(List.of(), Verifier.violations(nobody, matching));
    assertFalse(Fingerprint.sha256(nobody).isEmpty());
  }
}
