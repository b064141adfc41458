package fr.vismonjob.pairing;

import fr.vismonjob.registration.Registration;
import java.util.Optional;

/**
 * One side of a pair: the registration, what the other side needs to reach the person, and what the
 * person says of the day. Name and address are empty after an erasure.
 *
 * @param toCall why an organiser should call the person, as a French sentence
 */
public record PersonInPair(
    String registration,
    String fullName,
    String address,
    Optional<String> toCall,
    Optional<Feedback> feedback) {

  /** Of a pair that is made now. */
  public static PersonInPair of(Registration registration) {
    return new PersonInPair(
        registration.id(),
        registration.person().fullName(),
        registration.person().address(),
        registration.reachability().toCall(),
        Optional.empty());
  }

  /** What to call the person, also after an erasure. */
  public String shownName() {
    return fullName.isEmpty() ? "Personne dont les données sont effacées" : fullName;
  }

  PersonInPair with(Feedback answer) {
    return new PersonInPair(registration, fullName, address, toCall, Optional.of(answer));
  }
}
