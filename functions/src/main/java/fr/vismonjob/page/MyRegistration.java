package fr.vismonjob.page;

import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.identity.PersonLink;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is registered, where it stands and what can be done with it.
 *
 * @param seat the coaching slot booked
 * @param pairs the person's pairs that are on
 */
public record MyRegistration(
    PersonLink link,
    Registration registration,
    Edition edition,
    LocalDate today,
    Optional<CoachingSlot> seat,
    List<Pair> pairs,
    Message message) {

  public MyRegistration {
    pairs = List.copyOf(pairs);
  }

  public boolean isAmbassador() {
    return registration.role() == Role.AMBASSADEUR;
  }

  public boolean isWithdrawn() {
    return registration.status() == Status.RETIREE;
  }

  /** The way from registering to the day; ambassadors have one more step. */
  public List<String> steps() {
    List<String> steps = new ArrayList<>(List.of("Inscription", "Confirmation"));
    if (isAmbassador()) {
      steps.add("Séance de coaching");
    }
    steps.add("Binôme");
    steps.add("La journée");
    return steps;
  }

  /** The step the person is at, from 1 on: the first that is not done yet. */
  public int step() {
    if (registration.status() == Status.A_CONFIRMER) {
      return steps().indexOf("Confirmation") + 1;
    }
    if (registration.status() == Status.APPARIEE || !pairs.isEmpty() || hasPassed()) {
      return steps().size();
    }
    return isAmbassador() && seat.isEmpty()
        ? steps().indexOf("Séance de coaching") + 1
        : steps().indexOf("Binôme") + 1;
  }

  /** The day on which the person meets somebody first; the event day as long as nobody is known. */
  public LocalDate day() {
    return pairs.stream().map(Pair::date).min(Comparator.naturalOrder()).orElse(edition.day());
  }

  /** Whether nothing more will happen in this edition. */
  public boolean hasPassed() {
    return today.isAfter(edition.day());
  }

  /** Whether no more pairs are made and none was made for this person. */
  public boolean isLeftOver() {
    return pairs.isEmpty()
        && !isMatchingToCome()
        && (registration.status() == Status.A_CONFIRMER
            || registration.status() == Status.CONFIRMEE);
  }

  /** Whether somebody who withdrew may still come back. */
  public boolean mayRegisterAgain() {
    return edition.isRegistrationOpen(today);
  }

  /** Whether pairs are still to be made. */
  public boolean isMatchingToCome() {
    return edition.isMatchingToCome(today);
  }
}
