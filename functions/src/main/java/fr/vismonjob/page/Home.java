package fr.vismonjob.page;

import fr.vismonjob.edition.Edition;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The home page. It says in which phase the edition is.
 *
 * @param next when the registration of the next edition begins; said once this one is over
 */
public record Home(Edition edition, LocalDate today, Optional<LocalDate> next) {

  /** The phases of an edition, for people who might take part. */
  public enum Phase {
    NOT_YET_OPEN,
    OPEN,
    CLOSED,
    EVENT_DAY,
    AFTER
  }

  public Phase phase() {
    if (today.isAfter(edition.day())) {
      return Phase.AFTER;
    }
    if (today.isEqual(edition.day())) {
      return Phase.EVENT_DAY;
    }
    if (today.isBefore(edition.registrationFrom())) {
      return Phase.NOT_YET_OPEN;
    }
    return edition.isRegistrationOpen(today) ? Phase.OPEN : Phase.CLOSED;
  }

  public boolean isOpen() {
    return edition.isRegistrationOpen(today);
  }
}
