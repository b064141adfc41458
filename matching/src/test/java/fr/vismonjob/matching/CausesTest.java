package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
  void two_who_must_not_meet_are_not_there_for_each_other() {
    Instance instance =
        new Instance(
            List.of(People.student("s")),
            List.of(new Ambassador("a", "dev", 48.85, 2.35, "justice", List.of(DAY), 1)),
            List.of(),
            List.of(new PairIds("s", "a")),
            DAY,
            1);
    assertEquals(
        List.of(Unpaired.Cause.NOBODY_IN_REACH, Unpaired.Cause.NOBODY_IN_REACH),
        Matcher.match(instance).unpaired().stream().map(Unpaired::cause).toList());
  }

  private static List<Unpaired> unpaired(Student student, Ambassador ambassador) {
    return Matcher.match(People.instance(List.of(student), List.of(ambassador))).unpaired();
  }
}
