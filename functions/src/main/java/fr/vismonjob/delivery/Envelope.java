package fr.vismonjob.delivery;

import java.util.Optional;

/**
 * To whom a letter goes, and why.
 *
 * @param to the one address to which the letter is sent
 * @param firstName empty if it is not known, or anybody may have typed it
 * @param page the address of the page on which the recipient sees to it that no more letters come;
 *     empty if there is none
 */
public record Envelope(String to, String firstName, Why why, String page) {
  /** The reason why a person gets the letter; every letter gives it at its end. */
  public enum Why {
    /** Somebody typed this address into a form, and nobody has confirmed it. */
    UNCONFIRMED,
    /** An ambassador has typed this address, to ask a colleague. */
    COLLEAGUE,
    REGISTERED,
    WITHDRAWN,
    ERASED,
    SUBSCRIBED,
    ORGANISER
  }

  /** To an address whose reader has no page, and is not called by name. */
  static Envelope to(String address, Why why) {
    return new Envelope(address, "", why, "");
  }

  /** Whether nobody at this address has ever asked for our mails. */
  boolean isToStranger() {
    return why == Why.UNCONFIRMED || why == Why.COLLEAGUE;
  }

  /** The page that mail programs offer for unsubscribing. */
  Optional<String> unsubscribeUrl() {
    return why == Why.SUBSCRIBED ? Optional.of(page) : Optional.empty();
  }

  /** Whether the letter holds links by which anybody may change the recipient's registration. */
  public boolean isSecret() {
    return why != Why.SUBSCRIBED && !page.isEmpty();
  }
}
