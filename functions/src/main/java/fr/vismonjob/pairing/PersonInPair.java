package fr.vismonjob.pairing;

import java.util.Optional;

/**
 * One side of a pair: the registration and what the other side needs to reach the person. Name and
 * address are empty after an erasure.
 *
 * @param toCall why an organiser should call the person, as a French sentence
 */
public record PersonInPair(
    String registration, String fullName, String address, Optional<String> toCall) {
  /** What to call the person, also after an erasure. */
  public String shownName() {
    return fullName.isEmpty() ? "Personne dont les données sont effacées" : fullName;
  }
}
