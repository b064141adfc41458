package fr.vismonjob.delivery;

import fr.vismonjob.identity.PersonLink;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;

/** A letter to a person with a registration, which may be withdrawn. */
public sealed interface PersonalLetter extends Letter
    permits OwnLetter, SeatLetter, MeetingLetter, CalledOffLetter, WithdrawalLetter {
  String STATUS_CHANGED = "l’inscription a changé d’état depuis";

  Registration recipient();

  @Override
  default String to() {
    return recipient().person().address();
  }

  @Override
  default String firstName() {
    return Typed.line(recipient().person().firstName());
  }

  @Override
  default Why why() {
    return switch (recipient().status()) {
      case A_CONFIRMER -> Why.UNCONFIRMED;
      case CONFIRMEE, APPARIEE -> Why.REGISTERED;
      case RETIREE -> Why.WITHDRAWN;
    };
  }

  @Override
  default String manageUrl() {
    return page("inscription");
  }

  default boolean toAmbassador() {
    return recipient().role() == Role.AMBASSADEUR;
  }

  /** The address of one of the recipient's own pages. */
  default String page(String name) {
    PersonLink link = PersonLink.of(recipient().id(), recipient().number(), head().keyed());
    return head().site().personal(name, link);
  }
}
