package fr.vismonjob.delivery;

import fr.vismonjob.edition.FrenchDates;
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

  @Override
  public String to() {
    return asked.address();
  }

  @Override
  public String firstName() {
    return "";
  }

  @Override
  public Why why() {
    return Why.UNCONFIRMED;
  }

  /** The pages of the registration are not for whoever reads this. */
  @Override
  public String manageUrl() {
    return "";
  }

  /** When the request was made, in words. */
  public String askedAt() {
    return FrenchDates.dayAndTime(asked.at());
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
