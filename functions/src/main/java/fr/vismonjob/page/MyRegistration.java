package fr.vismonjob.page;

import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.Search;
import fr.vismonjob.identity.SecretLink;
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
 * A person's registration: the answers, the status, and what the person can do.
 *
 * @param seat the booked coaching slot, if its row can be read
 * @param pairs the person's pairs that are not cancelled and can be read
 * @param nextEdition the link by which a person who wants to be told of the next edition has that
 *     forgotten
 */
public record MyRegistration(
    SecretLink link,
    Registration registration,
    Edition edition,
    LocalDate today,
    Optional<CoachingSlot> seat,
    List<Pair> pairs,
    Optional<SecretLink> nextEdition,
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

  /** The steps from registering to the day. Ambassadors have one more. */
  public List<String> steps() {
    List<String> steps = new ArrayList<>(List.of("Inscription", "Confirmation"));
    if (isAmbassador()) {
      steps.add("Séance de coaching");
    }
    steps.add("Binôme");
    steps.add("La journée");
    return steps;
  }

  /** The person's present step, from 1 on: the first one that is not done. */
  public int step() {
    if (registration.status() == Status.A_CONFIRMER) {
      return steps().indexOf("Confirmation") + 1;
    }
    if (registration.status() == Status.APPARIEE || !pairs.isEmpty() || hasPassed()) {
      return steps().size();
    }
    return lacksSeat() ? steps().indexOf("Séance de coaching") + 1 : steps().indexOf("Binôme") + 1;
  }

  /** Whether an ambassador has no coaching seat. */
  public boolean lacksSeat() {
    return isAmbassador() && registration.seat().isEmpty();
  }

  /** Whether the row of one of the pairs cannot be read. */
  public boolean lacksPair() {
    return registration.pairs().size() > pairs.size();
  }

  /** Whether the person is to meet somebody, or has not said yet how it went. */
  public boolean hasPairOn() {
    return pairs.stream().anyMatch(Pair::isOn);
  }

  /** Whether one of the person's days has been reported on by the partner alone. */
  public boolean isAskedForFeedback() {
    return pairs.stream().anyMatch(pair -> pair.side(registration.role()).feedback().isEmpty());
  }

  /**
   * The first day on which the person meets a partner, or met the last one; the event day if there
   * is no partner yet.
   */
  public LocalDate day() {
    return pairs.stream()
        .filter(Pair::isOn)
        .map(Pair::date)
        .min(Comparator.naturalOrder())
        .or(() -> pairs.stream().map(Pair::date).max(Comparator.naturalOrder()))
        .orElse(edition.day());
  }

  /** Whether the edition is over for this person. */
  public boolean hasPassed() {
    return today.isAfter(edition.day());
  }

  /** Whether the person has no partner and no more pairs are made. */
  public boolean isLeftOver() {
    return pairs.isEmpty()
        && !lacksPair()
        && search() == Search.OVER
        && (registration.status() == Status.A_CONFIRMER
            || registration.status() == Status.CONFIRMEE);
  }

  /** Whether a person who withdrew may still register again. */
  public boolean mayRegisterAgain() {
    return edition.isRegistrationOpen(today);
  }

  public Search search() {
    return edition.search(today);
  }
}
