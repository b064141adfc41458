package fr.vismonjob.pairing;

/**
 * Somebody who has no partner after a run.
 *
 * @param number the registration's number, so that the news goes once to each registering anew
 * @param because why, in a few words for organisers
 * @param cause why, as a French sentence addressed to the person
 * @param advice what would help, as a French sentence; empty if nothing is known to
 * @param suits whether somebody in the pool could have been the partner, but was taken
 */
public record LeftOver(
    String registration, long number, String because, String cause, String advice, boolean suits) {

  /** Whether there is nobody for this person as the wishes are, and would be if one changed. */
  boolean canWiden() {
    return !suits && !advice.isEmpty();
  }
}
