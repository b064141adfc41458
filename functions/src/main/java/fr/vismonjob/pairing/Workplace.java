package fr.vismonjob.pairing;

/**
 * The job that the student sees, and where.
 *
 * @param place the ambassador's commune and département
 * @param distanceKm distance between the two communes
 */
public record Workplace(String job, String administration, String place, double distanceKm) {
  /** What time it is there. */
  public HoursThere hours() {
    return HoursThere.of(place);
  }
}
