package fr.vismonjob.delivery;

import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.mail.About;
import fr.vismonjob.registration.AddressRequest;
import fr.vismonjob.registration.Registration;

/**
 * The letter to a new address that the recipient has asked for. Until it is confirmed there, the
 * address may be a stranger's: the letter holds nothing that anybody typed.
 */
public record NewAddressLetter(
    Letterhead head, Registration recipient, About.NewAddress about, AddressRequest asked)
    implements Letter.Personal {
  public NewAddressLetter {
    Pointless.unless(asked.at().equals(about.askedAt()), "une autre adresse a été demandée depuis");
  }

  /** The pages of the registration are not for whoever reads this. */
  @Override
  public Envelope envelope() {
    return Envelope.to(asked.address(), Envelope.Why.UNCONFIRMED);
  }

  /** The address of the page that takes the new address. */
  public String takeUrl() {
    return head.site()
        .personal(
            "nouvelle-adresse",
            SecretLink.ofNewAddress(
                recipient.id(), recipient.number(), asked.address(), head.keyed()));
  }
}
