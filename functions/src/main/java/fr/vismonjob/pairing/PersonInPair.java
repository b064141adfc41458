package fr.vismonjob.pairing;

import fr.vismonjob.registration.Registration;
import java.util.Optional;

/**
 * One person of a pair: the registration, how the partner can reach the person, and the person's
 * feedback. Name and address are empty after an erasure.
 *
 * @param toCall why an organiser should call the person, as a French sentence
 */
public record PersonInPair(
    String registration,
    String fullName,
    String address,
    Optional<String> toCall,
    Optional<Feedback> feedback) {

  public static PersonInPair of(Registration registration) {
    return new PersonInPair(
        registration.id(),
        registration.person().fullName(),
        registration.person().address(),
        registration.reachability().toCall(),
        Optional.empty());
  }

  /** The person's name; after an erasure, words in its place. */
  public String shownName() {
    return fullName.isEmpty() ? "Personne dont les données sont effacées" : fullName;
  }

  PersonInPair with(Feedback answer) {
    return new PersonInPair(registration, fullName, address, toCall, Optional.of(answer));
  }
}
