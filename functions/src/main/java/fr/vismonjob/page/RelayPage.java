package fr.vismonjob.page;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.TakingOver;

/**
 * The page on which a colleague answers who is asked to host in an ambassador's place.
 *
 * @param form what the colleague fills in, unless registered already
 */
public record RelayPage(
    SecretLink link, TakingOver.Open asked, RegistrationPage form, Message message) {

  public Pair pair() {
    return asked.pair();
  }

  public String host() {
    return asked.host().person().fullName();
  }

  /** All that a colleague learns of the student before accepting. */
  public String student() {
    return asked.student().person().firstName();
  }

  public String day() {
    return FrenchDates.day(pair().date());
  }

  public boolean isRegistered() {
    return asked.registered().isPresent();
  }

  /** Why the colleague cannot accept; empty if nothing is in the way. */
  public String refusal() {
    return asked.refusal().orElse("");
  }
}
