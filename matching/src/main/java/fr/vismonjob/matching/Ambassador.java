package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.List;

/**
 * A State agent who hosts one student for a day, or several.
 *
 * @param id unique among the ambassadors
 * @param job code of the job shown
 * @param lat latitude of the work commune, in degrees
 * @param lon longitude of the work commune, in degrees
 * @param administration code of the administration
 * @param dates the days on which the ambassador can host, at least one; kept in order
 * @param capacity how many students the ambassador takes, frozen pairs included; 1 to 1,000
 */
public record Ambassador(
    String id,
    String job,
    double lat,
    double lon,
    String administration,
    List<LocalDate> dates,
    int capacity) {

  /**
   * Checks the values.
   *
   * @throws InvalidValueException if one of them is not valid; the message names it
   */
  public Ambassador {
    Require.code("id", id);
    Require.code("job", job);
    Require.position(lat, lon);
    Require.code("administration", administration);
    dates = Require.dates(dates);
    Require.capacity(capacity);
  }
}
