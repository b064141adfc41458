package fr.vismonjob.delivery;

import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.mail.About;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.Relay;
import fr.vismonjob.registration.Registration;

/**
 * The letter that asks a colleague to host in an ambassador's place. It goes to an address that
 * nobody has confirmed: all that somebody typed in it is the name of the ambassador, who has
 * confirmed a State address; the colleague reads the student's first name on the page.
 *
 * @param recipient the ambassador, for whom the mail is queued
 */
public record RelayLetter(
    Letterhead head, Registration recipient, About.Relay about, Pair pair, Relay relay)
    implements Letter.Personal {

  public RelayLetter {
    Pointless.unless(
        relay.at().equals(about.askedAt()) && relay.address().isPresent(),
        "la demande de relais a été remplacée ou close");
    Pointless.unless(pair.isAhead(head.today()), "le binôme n’a plus lieu");
  }

  /** The pages of the ambassador are not for the colleague. */
  @Override
  public Envelope envelope() {
    return Envelope.to(relay.address().orElseThrow(), Envelope.Why.COLLEAGUE);
  }

  public String host() {
    return Typed.name(recipient.person().fullName());
  }

  /** The address of the page on which the colleague answers. */
  public String answerUrl() {
    return head.site().personal("relais", SecretLink.ofRelay(pair.id(), relay.at(), head.keyed()));
  }
}
