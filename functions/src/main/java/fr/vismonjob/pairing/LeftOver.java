package fr.vismonjob.pairing;

/**
 * A person without a partner after a run.
 *
 * @param number the registration's number, so that a person who registers again may get the mail
 *     again
 * @param because the cause, in a few words for organisers
 * @param cause the cause, as a French sentence to the person
 * @param advice what would help, as a French sentence to the person; may be empty
 * @param suits whether somebody in the pool could have been the partner, but got another one
 */
public record LeftOver(
    String registration, long number, String because, String cause, String advice, boolean suits) {

  /** Whether nobody suits these wishes, but somebody would if the person changed one. */
  boolean canWiden() {
    return !suits && !advice.isEmpty();
  }
}
