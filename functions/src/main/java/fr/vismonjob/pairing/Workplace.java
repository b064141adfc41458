package fr.vismonjob.pairing;

import fr.vismonjob.registration.Registration;

/**
 * The job that the student sees, and where. It stays as it was when the pair was formed.
 *
 * @param place the ambassador's commune and département
 * @param distanceKm distance between the two communes
 */
public record Workplace(String job, String administration, String place, double distanceKm) {
  /** What time it is there. */
  public HoursThere hours() {
    return HoursThere.of(place);
  }

  /** Whether the ambassador has moved to another commune since. */
  public boolean isLeftBy(Registration host) {
    return !place.equals(host.place().inWords());
  }

  /** The place in words that stay true when the ambassador has moved. */
  public String place(boolean isLeft) {
    return isLeft ? place + ", quand le binôme a été formé" : place;
  }
}
