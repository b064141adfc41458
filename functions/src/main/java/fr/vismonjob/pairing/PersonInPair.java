package fr.vismonjob.pairing;

/**
 * One side of a pair: the registration and what the other side needs to reach the person. Name and
 * address are empty after an erasure.
 */
public record PersonInPair(String registration, String fullName, String address) {
  /** What to call the person, also after an erasure. */
  public String shownName() {
    return fullName.isEmpty() ? "Personne dont les données sont effacées" : fullName;
  }
}
