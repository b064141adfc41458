package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CausesTest {

  private static final LocalDate DAY = People.DAY;

  @Test
  void somebody_too_far_away_is_told_how_much_farther_would_do() {
    // 0.5 degrees of latitude are 55.6 km: 5.6 km beyond the radius of 50.
    Ambassador north = new Ambassador("a", "dev", 49.35, 2.35, "justice", List.of(DAY), 1);
    assertEquals(
        new Unpaired(
            "s",
            Unpaired.Role.STUDENT,
            Unpaired.Cause.NOBODY_IN_REACH,
            Optional.of(new Unpaired.Help.Farther(6, 1))),
        unpaired(People.student("s"), north).getFirst());
  }

  /** 5.04 km more would do: in whole kilometres that is 6, and opens what lies within them. */
  @Test
  void how_much_farther_is_rounded_up_and_counts_everybody_within_it() {
    List<Ambassador> north =
        List.of(
            new Ambassador("a", "dev", 49.345, 2.35, "justice", List.of(DAY), 1),
            new Ambassador("b", "dev", 49.353, 2.35, "justice", List.of(DAY), 1),
            new Ambassador("c", "dev", 49.355, 2.35, "justice", List.of(DAY), 1),
            new Ambassador("d", "data", 49.34, 2.35, "justice", List.of(DAY), 1));
    assertEquals(
        Optional.of(new Unpaired.Help.Farther(6, 2)),
        unpaired(People.student("s"), north).getFirst().help());
  }

  @Test
  void exactly_that_much_farther_is_within_it() {
    double km = Haversine.km(48.85, 0, 48.85, 1);
    Student student =
        new Student("s", List.of("dev"), false, 48.85, 0, km - 6, List.of(), List.of(DAY));
    assertEquals(km, student.radiusKm() + 6);
    List<Ambassador> eastAndWest =
        List.of(
            new Ambassador("a", "dev", 48.85, 1, "justice", List.of(DAY), 1),
            new Ambassador("b", "dev", 48.85, -1, "justice", List.of(DAY), 1));
    assertEquals(
        Optional.of(new Unpaired.Help.Farther(6, 2)),
        unpaired(student, eastAndWest).getFirst().help());
  }

  @Test
  void of_changes_that_open_as_much_the_earlier_day_and_the_first_job_are_named() {
    Student student = People.student("s");
    List<Ambassador> days =
        Stream.of(3, 2, 9)
            .map(
                later ->
                    new Ambassador(
                        "a" + later,
                        "dev",
                        48.85,
                        2.35,
                        "justice",
                        List.of(DAY.plusDays(later)),
                        1))
            .toList();
    assertEquals(
        Optional.of(new Unpaired.Help.OtherDate(DAY.plusDays(2), 1)),
        unpaired(student, days).getFirst().help());
    List<Ambassador> jobs =
        Stream.of("law", "data", "nets")
            .map(job -> new Ambassador("a" + job, job, 48.85, 2.35, "justice", List.of(DAY), 1))
            .toList();
    assertEquals(
        Optional.of(new Unpaired.Help.OtherJob("data", 1)),
        unpaired(student, jobs).getFirst().help());
    Ambassador another = new Ambassador("b", "nets", 48.85, 2.35, "justice", List.of(DAY), 1);
    assertEquals(
        Optional.of(new Unpaired.Help.OtherJob("nets", 2)),
        unpaired(student, Stream.concat(jobs.stream(), Stream.of(another)).toList())
            .getFirst()
            .help());
  }

  @Test
  void without_a_shared_date_the_date_that_opens_the_most_is_named() {
    Ambassador later =
        new Ambassador("a", "dev", 48.85, 2.35, "justice", List.of(DAY.plusDays(1)), 1);
    List<Unpaired> both = unpaired(People.student("s"), later);
    assertEquals(Unpaired.Cause.NO_SHARED_DATE, both.getFirst().cause());
    assertEquals(
        Optional.of(new Unpaired.Help.OtherDate(DAY.plusDays(1), 1)), both.getFirst().help());
    assertEquals(Optional.of(new Unpaired.Help.OtherDate(DAY, 1)), both.getLast().help());
  }

  @Test
  void without_the_job_another_job_is_named() {
    Ambassador data = new Ambassador("a", "data", 48.85, 2.35, "justice", List.of(DAY), 1);
    Unpaired student = unpaired(People.student("s"), data).getFirst();
    assertEquals(Unpaired.Cause.NO_SUCH_JOB, student.cause());
    assertEquals(Optional.of(new Unpaired.Help.OtherJob("data", 1)), student.help());
  }

  @Test
  void where_all_seats_went_to_others_that_is_the_cause() {
    List<Unpaired> unpaired = Matcher.match(People.twoStudentsForOneSeat(1)).unpaired();
    assertEquals(1, unpaired.size());
    assertEquals(Unpaired.Cause.ALL_TAKEN, unpaired.getFirst().cause());
    assertEquals(Optional.empty(), unpaired.getFirst().help());
  }

  @Test
  void an_ambassador_with_a_frozen_pair_is_not_unpaired() {
    Ambassador host = new Ambassador("a", "dev", 48.85, 2.35, "justice", List.of(DAY), 3);
    Instance instance =
        new Instance(
            List.of(People.student("s")),
            List.of(host),
            List.of(new PairIds("s", "a")),
            List.of(),
            DAY,
            1);
    assertEquals(List.of(), Matcher.match(instance).unpaired());
  }

  @Test
  void two_who_would_suit_but_must_not_meet_are_kept_apart() {
    Ambassador host = new Ambassador("a", "dev", 48.85, 2.35, "justice", List.of(DAY), 1);
    assertEquals(
        List.of(Unpaired.Cause.KEPT_APART, Unpaired.Cause.KEPT_APART),
        causes(blocked(List.of(host))));
  }

  @Test
  void somebody_of_a_blocked_pair_is_near_and_there_on_their_days_but_opens_nothing() {
    Ambassador later =
        new Ambassador("a", "dev", 48.85, 2.35, "justice", List.of(DAY.plusDays(1)), 1);
    Ambassador data = new Ambassador("a", "data", 48.85, 2.35, "justice", List.of(DAY), 1);
    assertEquals(
        List.of(Unpaired.Cause.NO_SHARED_DATE, Unpaired.Cause.NO_SHARED_DATE),
        causes(blocked(List.of(later))));
    assertEquals(
        List.of(Unpaired.Cause.NO_SUCH_JOB, Unpaired.Cause.NO_SUCH_JOB),
        causes(blocked(List.of(data))));
    assertEquals(
        List.of(Optional.empty(), Optional.empty()),
        blocked(List.of(later)).stream().map(Unpaired::help).toList());
  }

  @Test
  void beside_a_blocked_pair_the_change_is_named_that_opens_the_seats_of_others() {
    Ambassador host = new Ambassador("a", "dev", 48.85, 2.35, "justice", List.of(DAY), 1);
    Ambassador later =
        new Ambassador("b", "dev", 48.85, 2.35, "justice", List.of(DAY.plusDays(1)), 1);
    Unpaired student = blocked(List.of(host, later)).getFirst();
    assertEquals(Unpaired.Cause.KEPT_APART, student.cause());
    assertEquals(Optional.of(new Unpaired.Help.OtherDate(DAY.plusDays(1), 1)), student.help());
  }

  @Test
  void an_ambassador_without_a_seat_left_is_in_reach_all_the_same() {
    Ambassador host = new Ambassador("a", "dev", 48.85, 2.35, "justice", List.of(DAY), 1);
    Instance frozen =
        new Instance(
            List.of(People.student("s"), People.student("t")),
            List.of(host),
            List.of(new PairIds("t", "a")),
            List.of(),
            DAY,
            1);
    assertEquals(List.of(Unpaired.Cause.ALL_TAKEN), causes(Matcher.match(frozen).unpaired()));
    Instance alone = People.instance(List.of(People.student("s")), List.of());
    assertEquals(
        List.of(Unpaired.Cause.ALL_TAKEN), causes(Matcher.match(alone, List.of(host)).unpaired()));
  }

  @Test
  void a_student_with_a_frozen_pair_was_there_for_another_ambassador() {
    Instance instance =
        new Instance(
            List.of(People.student("s")),
            List.of(
                new Ambassador("a", "dev", 48.85, 2.35, "justice", List.of(DAY), 1),
                new Ambassador("b", "dev", 48.85, 2.35, "justice", List.of(DAY), 1)),
            List.of(new PairIds("s", "a")),
            List.of(),
            DAY,
            1);
    assertEquals(List.of(Unpaired.Cause.ALL_TAKEN), causes(Matcher.match(instance).unpaired()));
  }

  private static List<Unpaired.Cause> causes(List<Unpaired> unpaired) {
    return unpaired.stream().map(Unpaired::cause).limit(2).toList();
  }

  /** The student and the first ambassador must not meet. */
  private static List<Unpaired> blocked(List<Ambassador> ambassadors) {
    return Matcher.match(
            new Instance(
                List.of(People.student("s")),
                ambassadors,
                List.of(),
                List.of(new PairIds("s", "a")),
                DAY,
                1))
        .unpaired();
  }

  static LongStream hundreds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("hundreds")
  void a_hundred_instances_are_explained_as_by_comparing_everybody_with_everybody(long hundred) {
    for (long number = hundred * 100; number < hundred * 100 + 100; number++) {
      Instance instance = SmallInstances.number(number, 60, number % 2 == 0 ? 40 : 12);
      Matching matching = Matcher.match(instance);
      assertEquals(
          PlainCauses.of(instance, matching.pairs()), matching.unpaired(), "instance " + number);
    }
  }

  @Test
  void these_instances_have_every_cause_on_either_side_and_every_help() {
    Set<Object> seen = new HashSet<>();
    for (long number = 0; number < 200; number++) {
      Instance instance = SmallInstances.number(number, 60, number % 2 == 0 ? 40 : 12);
      for (Unpaired person : Matcher.match(instance).unpaired()) {
        seen.add(List.of(person.role(), person.cause()));
        seen.add(person.help().map(Object::getClass));
      }
    }
    assertEquals(2 * 5 + 4, seen.size(), seen::toString);
  }

  private static List<Unpaired> unpaired(Student student, Ambassador ambassador) {
    return unpaired(student, List.of(ambassador));
  }

  private static List<Unpaired> unpaired(Student student, List<Ambassador> ambassadors) {
    return Matcher.match(People.instance(List.of(student), ambassadors)).unpaired();
  }
}
