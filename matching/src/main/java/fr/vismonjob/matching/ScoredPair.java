package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The verifier's check of what is told of one pair: distance, day, points and score. */
final class ScoredPair {

  private ScoredPair() {}

  /** What is wrong, one sentence for each. A job that is not wished brings nothing. */
  static List<String> violations(
      Pair pair, Student student, Ambassador ambassador, LocalDate eventDay) {
    List<String> violations = new ArrayList<>();
    double km = Recount.km(student.lat(), student.lon(), ambassador.lat(), ambassador.lon());
    if (!(Math.abs(pair.distanceKm() - km) < 1e-6)) {
      violations.add(who(pair) + "the distance is " + km + " km");
    }
    LocalDate day = Recount.sharedDay(student.dates(), ambassador.dates(), eventDay);
    if (!student.dates().contains(day)) { // C3
      violations.add(who(pair) + "no shared day");
    }
    if (!pair.date().equals(day)) {
      violations.add(who(pair) + "the day is " + day);
    }
    List<Integer> points =
        List.of(
            Math.max(0, Recount.job(student, ambassador.job())),
            Recount.place(km),
            Recount.administration(student, ambassador.administration()),
            Recount.date(day, eventDay));
    List<Integer> told = new ArrayList<>();
    for (Reason reason : pair.reasons()) {
      told.add(reason.points());
    }
    if (!told.equals(points)) {
      violations.add(who(pair) + "the reasons bring " + points + " points");
    }
    int score = 0;
    for (int part : points) {
      score += part;
    }
    if (pair.score() != score) { // C4
      violations.add(who(pair) + "the score is " + score);
    }
    return violations;
  }

  /** How a violation begins. Made only when there is one: a run checks every pair. */
  static String who(Pair pair) {
    return pair.student() + " with " + pair.ambassador() + ": ";
  }
}
