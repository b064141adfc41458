package fr.vismonjob.page;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.identity.PersonLink;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;

/** Shows what will be confirmed, with the button for it; or that it is confirmed. */
public record Confirmation(
    PersonLink link, Registration registration, Edition edition, Message message) {
  public boolean isToDo() {
    return registration.status() == Status.A_CONFIRMER;
  }

  public boolean isWithdrawn() {
    return registration.status() == Status.RETIREE;
  }

  public boolean isAmbassador() {
    return registration.role() == Role.AMBASSADEUR;
  }
}
