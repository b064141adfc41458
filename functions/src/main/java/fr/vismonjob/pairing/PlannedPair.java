package fr.vismonjob.pairing;

import java.time.LocalDate;
import java.util.List;

/**
 * A pair that a run has decided on and that is still to be recorded.
 *
 * @param ambassador as the pool knew that person
 * @param student as the pool knew that person
 * @param reasons why these two, in French sentences
 */
public record PlannedPair(
    Entrant.Standing ambassador,
    Entrant.Standing student,
    int score,
    LocalDate date,
    double distanceKm,
    List<String> reasons) {

  public PlannedPair {
    reasons = List.copyOf(reasons);
  }

  public String id() {
    return PairId.of(ambassador.registration(), student.registration());
  }
}
