package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the verifier must notice. */
class VerifierTest {

  private Instance instance = SmallInstances.number(2, 60, 40);
  private Matching right = Matcher.match(instance);

  @BeforeEach
  void the_untouched_matching_is_right() {
    for (long number = 0; right.pairs().size() < 10; number++) {
      instance = SmallInstances.number(number, 60, 40);
      right = Matcher.match(instance);
    }
    assertEquals(List.of(), Verifier.violations(instance, right));
  }

  @Test
  void a_pair_left_out() {
    List<Pair> pairs = right.pairs().subList(1, right.pairs().size());
    assertWrong(with(pairs, Figures.of(pairs)));
  }

  @Test
  void a_student_paired_twice() {
    List<Pair> pairs = new ArrayList<>(right.pairs());
    pairs.add(pairs.getFirst());
    assertWrong(with(pairs, Figures.of(pairs)));
  }

  @Test
  void a_score_one_point_too_high() {
    Pair pair = right.pairs().getFirst();
    assertWrong(
        withFirst(
            new Pair(
                pair.student(),
                pair.ambassador(),
                pair.score() + 1,
                pair.date(),
                pair.distanceKm(),
                pair.reasons())));
  }

  @Test
  void another_date_than_the_nearest_shared_one() {
    Pair pair = right.pairs().getFirst();
    assertWrong(
        withFirst(
            new Pair(
                pair.student(),
                pair.ambassador(),
                pair.score(),
                pair.date().plusDays(1),
                pair.distanceKm(),
                pair.reasons())));
  }

  @Test
  void another_distance() {
    Pair pair = right.pairs().getFirst();
    assertWrong(
        withFirst(
            new Pair(
                pair.student(),
                pair.ambassador(),
                pair.score(),
                pair.date(),
                pair.distanceKm() + 0.001,
                pair.reasons())));
  }

  @Test
  void a_blocked_pair() {
    Pair pair = right.pairs().getFirst();
    List<PairIds> blocked = new ArrayList<>(instance.blocked());
    blocked.add(new PairIds(pair.student(), pair.ambassador()));
    Instance stricter =
        new Instance(
            instance.students(),
            instance.ambassadors(),
            instance.frozen(),
            blocked,
            instance.eventDay(),
            instance.seed());
    assertFalse(Verifier.violations(stricter, right).isEmpty());
  }

  @Test
  void figures_that_do_not_add_up() {
    Figures figures = right.figures();
    assertWrong(
        with(
            right.pairs(),
            new Figures(
                figures.pairs(), figures.under40(), figures.under60(), figures.total() + 1)));
  }

  @Test
  void a_pair_counts_as_under_40_or_60_up_to_39_and_59_points() {
    List<Pair> pairs = new ArrayList<>();
    for (int score : new int[] {39, 40, 59, 60}) {
      Pair pair = right.pairs().get(pairs.size());
      pairs.add(
          new Pair(
              pair.student(),
              pair.ambassador(),
              score,
              pair.date(),
              pair.distanceKm(),
              pair.reasons()));
    }
    assertTrue(figuresAddUp(with(pairs, new Figures(4, 1, 3, 198))));
    assertFalse(figuresAddUp(with(pairs, new Figures(4, 2, 3, 198))));
    assertFalse(figuresAddUp(with(pairs, new Figures(4, 1, 4, 198))));
  }

  private boolean figuresAddUp(Matching matching) {
    return Verifier.violations(instance, matching).stream()
        .noneMatch(violation -> violation.startsWith("the figures are"));
  }

  @Test
  void a_certificate_without_the_gain_of_a_student() {
    Map<String, Long> gains = new HashMap<>(right.certificate().gains());
    gains.remove(right.pairs().getFirst().student());
    assertWrong(withCertificate(new Certificate(gains, right.certificate().prices())));
  }

  @Test
  void a_certificate_that_is_off_by_one_anywhere() {
    for (String student : right.certificate().gains().keySet()) {
      Map<String, Long> gains = new HashMap<>(right.certificate().gains());
      gains.merge(student, 1L, Long::sum);
      assertWrong(withCertificate(new Certificate(gains, right.certificate().prices())));
    }
  }

  @Test
  void a_worse_matching_even_with_the_best_certificate() {
    // Two students and two seats, crossed: as many pairs, but fewer points.
    Student near = People.student("near");
    Student far = new Student("far", near.jobs(), false, 48.85, 2.6, 50, List.of(), near.dates());
    Ambassador paris = People.ambassador("paris");
    Ambassador east = new Ambassador("east", "dev", 48.85, 2.6, "justice", near.dates(), 1);
    Instance two = People.instance(List.of(near, far), List.of(paris, east));
    Matching best = Matcher.match(two);
    List<Pair> crossed =
        List.of(
            Scoring.pair(far, paris, People.DAY).orElseThrow(),
            Scoring.pair(near, east, People.DAY).orElseThrow());
    assertFalse(
        Verifier.violations(
                two,
                new Matching(
                    crossed, List.of(), Figures.of(crossed), best.certificate(), best.timings()))
            .isEmpty());
  }

  /** Without a price nobody would be compared with this ambassador. */
  @Test
  void a_worse_matching_whose_certificate_leaves_out_a_price() {
    Student near = People.student("near");
    Student far = new Student("far", near.jobs(), false, 48.85, 2.6, 50, List.of(), near.dates());
    Ambassador paris = People.ambassador("paris");
    Instance one = People.instance(List.of(near, far), List.of(paris));
    List<Pair> worse = List.of(Scoring.pair(far, paris, People.DAY).orElseThrow());
    Map<String, Long> gains = Map.of("near", 0L, "far", Recount.worth(worse.getFirst().score()));
    Certificate withoutPrice = new Certificate(gains, Map.of());
    assertEquals(
        List.of("certificate: ambassador paris has no price"),
        Verifier.violations(
            one, new Matching(worse, List.of(), Figures.of(worse), withoutPrice, right.timings())));
  }

  private void assertWrong(Matching matching) {
    assertFalse(Verifier.violations(instance, matching).isEmpty());
  }

  private Matching withFirst(Pair first) {
    List<Pair> pairs = new ArrayList<>(right.pairs());
    pairs.set(0, first);
    return with(pairs, Figures.of(pairs));
  }

  private Matching with(List<Pair> pairs, Figures figures) {
    return new Matching(pairs, right.unpaired(), figures, right.certificate(), right.timings());
  }

  private Matching withCertificate(Certificate certificate) {
    return new Matching(
        right.pairs(), right.unpaired(), right.figures(), certificate, right.timings());
  }
}
