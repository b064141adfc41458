package fr.vismonjob.registration;

import java.time.LocalDate;
import java.util.List;

/**
 * What somebody has answered and may change, but for the address.
 *
 * @param dates the days on which the person is free, in order
 */
public record RegistrationAnswers(
    Person person, Place place, List<LocalDate> dates, Details details) {
  public RegistrationAnswers {
    dates = dates.stream().sorted().distinct().toList();
  }
}
