package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.List;

/**
 * A student and an ambassador who spend a day together.
 *
 * @param student the student's id
 * @param ambassador the ambassador's id
 * @param score the sum of the reasons' points, 14 to 100; as low as 4 if organisers imposed the
 *     pair
 * @param date the event day if both can; else the shared day nearest to it, the later of two
 * @param distanceKm between their communes, in kilometres
 * @param reasons why: job, place, administration and date, in this order
 */
public record Pair(
    String student,
    String ambassador,
    int score,
    LocalDate date,
    double distanceKm,
    List<Reason> reasons) {

  public Pair {
    reasons = List.copyOf(reasons);
  }
}
