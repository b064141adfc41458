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
    String who = pair.student() + " with " + pair.ambassador() + ": ";
    List<String> violations = new ArrayList<>();
    double km = Recount.km(student.lat(), student.lon(), ambassador.lat(), ambassador.lon());
    if (!(Math.abs(pair.distanceKm() - km) < 1e-6)) {
      violations.add(who + "the distance is " + km + " km");
    }
    LocalDate day = Recount.sharedDay(student.dates(), ambassador.dates(), eventDay);
    if (!student.dates().contains(day)) { // C3
      violations.add(who + "no shared day");
    }
    if (!pair.date().equals(day)) {
      violations.add(who + "the day is " + day);
    }
    List<Integer> points =
        List.of(
            Math.max(0, Recount.job(student, ambassador.job())),
            Recount.place(km),
            Recount.administration(student, ambassador.administration()),
            Recount.date(day, eventDay));
    if (!pair.reasons().stream().map(Reason::points).toList().equals(points)) {
      violations.add(who + "the reasons bring " + points + " points");
    }
    int score = points.stream().mapToInt(Integer::intValue).sum();
    if (pair.score() != score) { // C4
      violations.add(who + "the score is " + score);
    }
    return violations;
  }
}
