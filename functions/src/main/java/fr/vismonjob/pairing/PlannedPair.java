package fr.vismonjob.pairing;

import java.time.LocalDate;
import java.util.List;

/**
 * A pair that a run has decided on, before it is recorded.
 *
 * @param ambassador the ambassador, as the pool was read
 * @param student the student, as the pool was read
 * @param reasons the reasons for the pair, in French sentences
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
