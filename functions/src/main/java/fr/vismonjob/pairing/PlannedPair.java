package fr.vismonjob.pairing;

import java.time.LocalDate;
import java.util.List;

/**
 * A pair that a run has decided on, before it is recorded.
 *
 * @param ambassador the ambassador, as the pool was read
 * @param student the student, as the pool was read
 * @param reasons the reasons for the pair, in French sentences
 * @param before how often the two were put together before; only organisers can do so again
 */
public record PlannedPair(
    Entrant.Standing ambassador,
    Entrant.Standing student,
    int score,
    LocalDate date,
    double distanceKm,
    List<String> reasons,
    int before) {

  public PlannedPair {
    reasons = List.copyOf(reasons);
  }

  public String id() {
    return PairId.again(ambassador.registration(), student.registration(), before);
  }
}
