package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.List;

/**
 * A student who waits for an ambassador.
 *
 * @param id unique among the students
 * @param jobs up to three job codes, the first choice first
 * @param anyJob whether a job outside the wishes is welcome too
 * @param lat latitude of the home commune, in degrees
 * @param lon longitude of the home commune, in degrees
 * @param radiusKm how far the student travels at most, in kilometres
 * @param administrations up to three administration codes, the first choice first; none means that
 *     all are equally welcome
 * @param dates the days on which the student can come, at least one; kept in order
 */
public record Student(
    String id,
    List<String> jobs,
    boolean anyJob,
    double lat,
    double lon,
    double radiusKm,
    List<String> administrations,
    List<LocalDate> dates) {

  /**
   * Checks the values.
   *
   * @throws InvalidValueException if one of them is not valid; the message names it
   */
  public Student {
    Require.code("id", id);
    jobs = List.copyOf(jobs);
    Require.wishes("jobs", jobs);
    Require.position(lat, lon);
    Require.radius(radiusKm);
    administrations = List.copyOf(administrations);
    Require.wishes("administrations", administrations);
    dates = Require.dates(dates);
  }
}
