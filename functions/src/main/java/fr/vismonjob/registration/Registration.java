package fr.vismonjob.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One person's registration in one role for one edition.
 *
 * @param id keyed hash of edition, role and address: registering twice meets the same item
 * @param number rises each time the person registers anew; links and mail keys made under an older
 *     one are dead
 * @param revision rises each time the person changes what matters to a pairing
 * @param reachability whether mails reach the person
 * @param unpairedBecause why a run has left the person without a partner, in a few French words; it
 *     is the first run's that saw these wishes
 * @param neverWith keys of registrations that an organiser does not want to see paired with this
 *     one
 */
public record Registration(
    String id,
    String edition,
    long number,
    long revision,
    Instant registeredAt,
    RegistrationAnswers answers,
    RegistrationState state,
    Reachability reachability,
    Optional<String> unpairedBecause,
    List<String> neverWith) {

  public Registration {
    neverWith = List.copyOf(neverWith);
  }

  public Person person() {
    return answers.person();
  }

  public Place place() {
    return answers.place();
  }

  public List<LocalDate> dates() {
    return answers.dates();
  }

  public Details details() {
    return answers.details();
  }

  public Role role() {
    return answers.details().role();
  }

  public Status status() {
    return state.status();
  }

  public Optional<String> seat() {
    return state.seat();
  }

  public List<String> pairs() {
    return state.pairs();
  }

  public boolean isActive() {
    return status().isActive();
  }

  /** Whether this would change anything now. */
  public boolean can(RegistrationAction action) {
    return RegistrationMoves.of(status(), action) instanceof RegistrationMoves.To;
  }

  /** Whether the person could still be given a partner. */
  public boolean hasRoom() {
    return can(RegistrationAction.PAIR) && pairs().size() < details().capacity();
  }

  /** Whether an organiser lets the two be paired. */
  public boolean mayMeet(Registration other) {
    return !neverWith.contains(other.id) && !other.neverWith.contains(id);
  }

  /** With other answers; the address and the role stand. */
  public Registration changed(RegistrationAnswers other) {
    return new Registration(
        id,
        edition,
        number,
        revision + 1,
        registeredAt,
        other,
        state,
        reachability,
        Optional.empty(),
        neverWith);
  }
}
