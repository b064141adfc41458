package fr.vismonjob.pairing;

import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Welcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An ambassador and a student who meet on a day.
 *
 * @param id derived from the two registrations, so that the same two people always have the same
 *     item
 */
public record Pair(
    String id,
    String edition,
    PersonInPair ambassador,
    PersonInPair student,
    Workplace workplace,
    PairOrigin origin,
    PairState state) {

  /** A pair of these two as they are now. */
  static Pair of(
      String id,
      Registration ambassador,
      Registration student,
      double distanceKm,
      PairOrigin origin,
      PairState state) {
    if (!(ambassador.details() instanceof Details.Offer offer) || student.role() != Role.ETUDIANT) {
      throw new IllegalArgumentException("pair " + id + " is not of an ambassador and a student");
    }
    return new Pair(
        id,
        ambassador.edition(),
        PersonInPair.of(ambassador),
        PersonInPair.of(student),
        new Workplace(
            offer.job().label(),
            offer.administration().label(),
            ambassador.place().inWords(),
            distanceKm),
        origin,
        state);
  }

  public PersonInPair side(Role role) {
    return role == Role.AMBASSADEUR ? ambassador : student;
  }

  public PairStatus status() {
    return state.status();
  }

  public LocalDate date() {
    return state.date();
  }

  /** The UID of the calendar entries about the day, without the words that end it. */
  public String calendarUid() {
    return state.calendar().inherited().orElse("binome-" + id);
  }

  /** The SEQUENCE of a calendar entry about the day, as it now is. */
  public long calendarSequence() {
    return state.sequence() + state.calendar().ahead();
  }

  /** Whether the two have met, according to their feedback. */
  public boolean tookPlace() {
    return status() == PairStatus.REALISE;
  }

  /**
   * Whether it is certain enough to certify that the two have met: both say so, or the organisers,
   * or one of them, and the other has not contradicted for a week.
   */
  public boolean isCertified(LocalDate today) {
    boolean wordOfOne =
        (says(ambassador, true) && student.feedback().isEmpty())
            || (says(student, true) && ambassador.feedback().isEmpty());
    return tookPlace() && !(wordOfOne && today.isBefore(certifiedFrom()));
  }

  /** From when on the word of one of the two is enough. */
  public LocalDate certifiedFrom() {
    return date().plusDays(7);
  }

  /** Whether the two ever learnt of each other, which those of a mere proposal did not. */
  public boolean wasFormed() {
    return origin.formedAt().isPresent();
  }

  /** The day on which the two learnt of each other, if it can be told. */
  public Optional<LocalDate> formedOn() {
    return origin.formedOn();
  }

  /** Whether the two will still meet. */
  public boolean isOn() {
    return status() == PairStatus.FORME || status() == PairStatus.DATE_PROPOSEE;
  }

  /** Whether the two will still meet, on a day that has not passed. */
  public boolean isAhead(LocalDate today) {
    return isOn() && !date().isBefore(today);
  }

  /** The same by the time of the place. */
  public boolean isLive(Instant now) {
    return isAhead(LocalDate.ofInstant(now, workplace.hours().zone()));
  }

  /**
   * Whether the hour at which the day ends has passed, by the time of the place. As far as anybody
   * knows the two have met by then.
   */
  public boolean hasEnded(Welcome welcome, Instant now) {
    return !now.isBefore(
        date().atTime(welcome.departure()).atZone(workplace.hours().zone()).toInstant());
  }

  Pair at(PairState other) {
    return new Pair(id, edition, ambassador, student, workplace, origin, other);
  }

  /** The pair with this person's answer about the day, in place of an earlier one. */
  Pair with(Role role, Feedback feedback) {
    PersonInPair answered = side(role).with(feedback);
    return role == Role.AMBASSADEUR
        ? new Pair(id, edition, answered, student, workplace, origin, state)
        : new Pair(id, edition, ambassador, answered, workplace, origin, state);
  }

  /**
   * The status by both answers; at least one of the two must have answered. A person who has not
   * answered does not contradict the other.
   */
  PairStatus outcome() {
    boolean yes = says(ambassador, true) || says(student, true);
    boolean no = says(ambassador, false) || says(student, false);
    if (yes && no) {
      return PairStatus.A_VERIFIER;
    }
    return yes ? PairStatus.REALISE : PairStatus.NON_REALISE;
  }

  private static boolean says(PersonInPair person, boolean tookPlace) {
    return person.feedback().map(Feedback::tookPlace).equals(Optional.of(tookPlace));
  }
}
