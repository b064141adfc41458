package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentences with which the verifier answers each fault, and no others. */
class ViolationsTest {

  private static final LocalDate DAY = People.DAY;

  private final Student student = People.student("s");
  private final Ambassador host = People.ambassador("a");
  private final Instance instance = People.instance(List.of(student), List.of(host));
  private final Pair pair = scored(student, host);

  @Test
  void a_student_whom_nobody_knows() {
    assertViolations(instance, renamed("x", "a"), "student x is unknown or has a pair already");
  }

  @Test
  void an_ambassador_whom_nobody_knows() {
    assertViolations(instance, renamed("s", "x"), "ambassador x is unknown or has no seat left");
  }

  @Test
  void a_student_with_two_pairs() {
    Instance two = People.instance(List.of(student), List.of(host, People.ambassador("b")));
    assertViolations(
        two, List.of(pair, renamed("s", "b")), "student s is unknown or has a pair already");
  }

  @Test
  void each_pair_beyond_the_seats() {
    Instance three =
        People.instance(List.of(student, People.student("t"), People.student("u")), List.of(host));
    assertViolations(
        three,
        List.of(pair, renamed("t", "a"), renamed("u", "a")),
        "ambassador a is unknown or has no seat left",
        "ambassador a is unknown or has no seat left");
  }

  @Test
  void a_pair_of_somebody_with_a_frozen_pair_or_on_a_seat_of_one() {
    Instance frozen =
        new Instance(
            List.of(student, People.student("t")),
            List.of(host, People.ambassador("b")),
            List.of(new PairIds("t", "a")),
            List.of(),
            DAY,
            1);
    assertViolations(frozen, pair, "ambassador a is unknown or has no seat left");
    assertViolations(frozen, renamed("t", "b"), "student t is unknown or has a pair already");
  }

  @Test
  void a_distance_that_is_a_millimetre_wrong() {
    assertViolations(instance, at(pair, 1e-6), "s with a: the distance is 0.0 km");
    assertViolations(instance, at(pair, 0.9e-6));
    assertViolations(instance, at(pair, Double.NaN), "s with a: the distance is 0.0 km");
  }

  @Test
  void one_metre_beyond_the_radius_and_none_within_it() {
    double km = Recount.km(48.85, 2.35, 49.1, 2.35);
    Ambassador north = hostAt(49.1);
    Instance exact = People.instance(List.of(People.reaching(km)), List.of(north));
    Instance nearly = People.instance(List.of(People.reaching(Math.nextDown(km))), List.of(north));
    Pair far = scored(People.reaching(km), north);
    assertViolations(exact, far);
    assertViolations(nearly, far, "s with a: " + km + " km apart, beyond the radius");
  }

  @Test
  void a_job_that_is_not_wished() {
    Student other = wishing(List.of("data"), false);
    assertViolations(
        People.instance(List.of(other), List.of(host)),
        scored(other, host),
        "s with a: the job dev is not wished");
    Student open = wishing(List.of("data"), true);
    assertViolations(People.instance(List.of(open), List.of(host)), scored(open, host));
  }

  @Test
  void a_blocked_pair() {
    Instance blocked =
        new Instance(
            List.of(student), List.of(host), List.of(), List.of(new PairIds("s", "a")), DAY, 1);
    assertViolations(blocked, pair, "s with a: blocked");
  }

  @Test
  void two_who_share_no_day_whatever_day_is_told() {
    Ambassador later =
        new Ambassador("a", "dev", 48.85, 2.35, "justice", List.of(DAY.plusDays(1)), 1);
    List<Reason> reasons =
        List.of(
            new Reason.JobReason(1, 40),
            new Reason.PlaceReason(0, 30),
            new Reason.AdministrationReason(Reason.AdministrationReason.NO_WISH, 20),
            new Reason.DateReason(LocalDate.MIN, 0, 2));
    assertViolations(
        People.instance(List.of(student), List.of(later)),
        new Pair("s", "a", 92, LocalDate.MIN, 0, reasons),
        "s with a: no shared day");
  }

  @Test
  void another_day_than_the_nearest() {
    Pair later = new Pair("s", "a", 100, DAY.plusDays(1), 0, pair.reasons());
    assertViolations(instance, later, "s with a: the day is 2026-11-24");
  }

  @Test
  void points_that_another_criterion_brought() {
    List<Reason> crossed =
        List.of(
            new Reason.JobReason(1, 30),
            new Reason.PlaceReason(0, 40),
            pair.reasons().get(2),
            pair.reasons().get(3));
    assertViolations(
        instance,
        new Pair("s", "a", 100, DAY, 0, crossed),
        "s with a: the reasons bring [40, 30, 20, 10] points");
  }

  @ParameterizedTest
  @ValueSource(ints = {99, 101})
  void a_score_that_is_not_the_sum(int score) {
    assertViolations(
        instance, new Pair("s", "a", score, DAY, 0, pair.reasons()), "s with a: the score is 100");
  }

  @ParameterizedTest
  @CsvSource({"39,1,1", "40,0,1", "59,0,1", "60,0,0"})
  void figures_that_are_not_those_of_the_pairs(int score, int under40, int under60) {
    Student one = wishingThrice("s");
    Ambassador there = scoring(score, "a");
    Instance alone = People.instance(List.of(one), List.of(there));
    Pair made = scored(one, there);
    assertEquals(score, made.score());
    Figures right = new Figures(1, under40, under60, score);
    for (int change : new int[] {-1, 1}) {
      for (Figures wrong :
          List.of(
              new Figures(1 + change, under40, under60, score),
              new Figures(1, under40 + change, under60, score),
              new Figures(1, under40, under60 + change, score),
              new Figures(1, under40, under60, score + change))) {
        assertEquals(
            List.of("the figures are %s, not %s".formatted(right, wrong)),
            Verifier.violations(alone, matching(List.of(made), wrong, proving(made))));
      }
    }
    assertEquals(
        List.of(),
        Verifier.violations(
            alone, matching(List.of(made), Figures.of(List.of(made)), proving(made))));
  }

  @Test
  void figures_of_many_pairs_are_added() {
    List<Student> students = List.of(wishingThrice("s"), wishingThrice("t"), wishingThrice("u"));
    List<Ambassador> hosts = List.of(scoring(39, "a"), scoring(39, "b"), scoring(59, "c"));
    List<Pair> pairs =
        List.of(
            scored(students.get(0), hosts.get(0)),
            scored(students.get(1), hosts.get(1)),
            scored(students.get(2), hosts.get(2)));
    Figures none = new Figures(0, 0, 0, 0);
    assertEquals(
        List.of("the figures are %s, not %s".formatted(new Figures(3, 2, 3, 137), none)),
        Verifier.violations(
            People.instance(students, hosts),
            matching(pairs, none, new Certificate(Map.of(), Map.of()))));
  }

  @Test
  void somebody_who_waits_beside_a_free_seat() {
    assertEquals(
        List.of("student s waits although a possible seat is free or could be freed"),
        Verifier.violations(
            instance,
            matching(
                List.of(),
                Figures.of(List.of()),
                new Certificate(Map.of("s", 0L), Map.of("a", 0L)))));
  }

  @Test
  void somebody_who_could_have_a_better_seat() {
    Ambassador north = new Ambassador("b", "dev", 49.1, 2.35, "justice", List.of(DAY), 1);
    Pair worse = scored(student, north);
    assertEquals(
        List.of("certificate: student s could be better placed"),
        Verifier.violations(
            People.instance(List.of(student), List.of(host, north)),
            matching(
                List.of(worse),
                Figures.of(List.of(worse)),
                new Certificate(
                    Map.of("s", Recount.worth(worse.score())), Map.of("a", 0L, "b", 0L)))));
  }

  @Test
  void gains_and_prices_that_prove_nothing() {
    long worth = Recount.worth(100);
    String apart = "certificate: s with a is not worth what they have together";
    assertCertificate(Map.of("s", worth), Map.of("a", 0L));
    assertCertificate(Map.of("s", 0L), Map.of("a", worth));
    assertCertificate(Map.of("s", worth + 1), Map.of("a", 0L), apart);
    assertCertificate(Map.of("s", worth), Map.of("a", 1L), apart);
    assertCertificate(Map.of("s", worth), Map.of(), "certificate: ambassador a has no price");
    assertCertificate(Map.of(), Map.of("a", worth), "certificate: student s has no gain");
    assertCertificate(
        Map.of("s", worth + 1),
        Map.of("a", -1L),
        "certificate: the price of ambassador a cannot be -1");
    assertCertificate(
        Map.of("s", -1L),
        Map.of("a", worth + 1),
        "certificate: the gain of student s cannot be -1");
    long unreadable = (1 << 21) + 100;
    assertCertificate(
        Map.of("s", worth - unreadable),
        Map.of("a", unreadable),
        "certificate: the price of ambassador a cannot be " + unreadable,
        "certificate: the gain of student s cannot be " + (worth - unreadable));
  }

  @Test
  void a_price_of_a_seat_that_is_free_and_a_gain_of_somebody_who_waits() {
    Student elsewhere =
        new Student("t", List.of("dev"), false, 43.3, 5.4, 50, List.of(), List.of(DAY));
    Ambassador west = new Ambassador("b", "dev", 48.4, -4.5, "justice", List.of(DAY), 1);
    Instance two = People.instance(List.of(student, elsewhere), List.of(host, west));
    Map<String, Long> gains = new HashMap<>(Map.of("s", Recount.worth(100), "t", 0L));
    Map<String, Long> prices = new HashMap<>(Map.of("a", 0L, "b", 0L));
    Matching right =
        matching(List.of(pair), Figures.of(List.of(pair)), new Certificate(gains, prices));
    assertEquals(List.of(), Verifier.violations(two, right));
    prices.put("b", 1L);
    gains.put("t", 1L);
    assertEquals(
        List.of(
            "certificate: the price of ambassador b cannot be 1",
            "certificate: the gain of student t cannot be 1"),
        Verifier.violations(two, right));
  }

  @Test
  void an_imposed_pair_that_was_not_asked_for_is_missing_or_is_told_wrong() {
    Instance imposing =
        new Instance(
            List.of(student, People.student("t")),
            List.of(host),
            List.of(new PairIds("s", "a")),
            List.of(),
            DAY,
            1);
    assertEquals(List.of(), Verifier.imposedViolations(imposing, List.of(pair)));
    assertEquals(
        List.of("t with a: not imposed"),
        Verifier.imposedViolations(imposing, List.of(pair, renamed("t", "a"))));
    assertEquals(
        List.of("s with a: not imposed"),
        Verifier.imposedViolations(imposing, List.of(pair, pair)));
    assertEquals(
        List.of("imposed, but not made: PairIds[student=s, ambassador=a]"),
        Verifier.imposedViolations(imposing, List.of()));
    assertEquals(
        List.of("s with a: the distance is 0.0 km"),
        Verifier.imposedViolations(imposing, List.of(at(pair, 1))));
  }

  private void assertCertificate(
      Map<String, Long> gains, Map<String, Long> prices, String... sentences) {
    assertEquals(
        List.of(sentences),
        Verifier.violations(
            instance,
            matching(List.of(pair), Figures.of(List.of(pair)), new Certificate(gains, prices))));
  }

  private static void assertViolations(Instance instance, Pair pair, String... sentences) {
    assertViolations(instance, List.of(pair), sentences);
  }

  private static void assertViolations(Instance instance, List<Pair> pairs, String... sentences) {
    assertEquals(
        Arrays.asList(sentences),
        Verifier.violations(
            instance, matching(pairs, Figures.of(pairs), proving(pairs.getFirst()))));
  }

  private static Matching matching(List<Pair> pairs, Figures figures, Certificate certificate) {
    return new Matching(pairs, List.of(), figures, certificate, new Timings(0, 0, 0));
  }

  /** That this pair is the best, where there is no other. */
  private static Certificate proving(Pair pair) {
    return new Certificate(
        Map.of(pair.student(), Recount.worth(pair.score())), Map.of(pair.ambassador(), 0L));
  }

  private static Pair scored(Student student, Ambassador host) {
    return Scoring.imposed(student, host, DAY).orElseThrow();
  }

  private Pair renamed(String student, String ambassador) {
    return new Pair(student, ambassador, pair.score(), DAY, 0, pair.reasons());
  }

  private static Pair at(Pair pair, double km) {
    return new Pair(pair.student(), pair.ambassador(), pair.score(), DAY, km, pair.reasons());
  }

  private static Ambassador hostAt(double lat) {
    return new Ambassador("a", "dev", lat, 2.35, "justice", List.of(DAY), 1);
  }

  private static Student wishing(List<String> jobs, boolean anyJob) {
    return new Student("s", jobs, anyJob, 48.85, 2.35, 50, List.of(), List.of(DAY));
  }

  /** Somebody whose pair with one of {@link #scoring} scores what that says. */
  private static Student wishingThrice(String id) {
    return new Student(
        id,
        List.of("first", "second", "third"),
        false,
        48.85,
        2.35,
        200,
        List.of("army", "culture", "justice"),
        List.of(DAY, DAY.plusDays(7)));
  }

  /** 39 or 59: 94 km away, a week later; 40 or 60: 150 km away, on the day. */
  private static Ambassador scoring(int score, String id) {
    boolean isFar = score % 10 == 0;
    return new Ambassador(
        id,
        score < 50 ? "third" : "first",
        isFar ? 50.2 : 49.7,
        2.35,
        "justice",
        List.of(isFar ? DAY : DAY.plusDays(7)),
        1);
  }
}
