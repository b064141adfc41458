package fr.vismonjob.registration;

import java.time.LocalDate;
import java.util.List;

/**
 * A person's answers. All of them but the address can be changed.
 *
 * @param dates the days on which the person is free, in order
 */
public record RegistrationAnswers(
    Person person, Place place, List<LocalDate> dates, Details details) {
  public RegistrationAnswers {
    dates = dates.stream().sorted().distinct().toList();
  }

  /** The same with another address, which no form can change. */
  public RegistrationAnswers withAddress(String address) {
    Person to =
        new Person(person.firstName(), person.lastName(), address, person.phone(), person.needs());
    return new RegistrationAnswers(to, place, dates, details);
  }
}
