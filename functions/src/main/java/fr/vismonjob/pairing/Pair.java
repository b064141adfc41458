package fr.vismonjob.pairing;

import fr.vismonjob.registration.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An ambassador and a student who meet on a day.
 *
 * @param id derived from the two registrations: the same two people can only ever be one item
 * @param place where they meet: the ambassador's commune and département
 * @param distanceKm between the two communes
 * @param reasons why these two, in French sentences, word for word as in the mails
 * @param proposed days proposed and not yet agreed on, empty unless the status is DATE_PROPOSEE
 * @param proposedBy who proposed them
 * @param run the matching run that made the pair
 * @param sequence rises with each proposal, agreement and cancellation: SEQUENCE of the calendar
 *     entries about the day
 */
public record Pair(
    String id,
    String edition,
    PairStatus status,
    PersonInPair ambassador,
    PersonInPair student,
    String job,
    String administration,
    String place,
    double distanceKm,
    LocalDate date,
    int score,
    List<String> reasons,
    List<LocalDate> proposed,
    Optional<Role> proposedBy,
    String run,
    Instant formedAt,
    long sequence) {

  public Pair {
    reasons = List.copyOf(reasons);
    proposed = List.copyOf(proposed);
  }

  public PersonInPair side(Role role) {
    return role == Role.AMBASSADEUR ? ambassador : student;
  }

  /** Whether the two have met, by what they say. */
  public boolean tookPlace() {
    return status == PairStatus.REALISE;
  }

  /** Whether the two are still to meet. */
  public boolean isOn() {
    return status == PairStatus.FORME || status == PairStatus.DATE_PROPOSEE;
  }

  /** Whether the two are still to meet on a day that has not passed. */
  public boolean isAhead(LocalDate today) {
    return isOn() && !date.isBefore(today);
  }

  Pair proposing(Role by, List<LocalDate> days) {
    return at(PairStatus.DATE_PROPOSEE, date, days, Optional.of(by), sequence + 1);
  }

  Pair agreeingOn(LocalDate day) {
    return at(PairStatus.FORME, day, List.of(), Optional.empty(), sequence + 1);
  }

  Pair cancelled() {
    return at(PairStatus.ANNULE, date, List.of(), Optional.empty(), sequence + 1);
  }

  /** After the day, on which nothing more can be proposed. */
  Pair over(PairStatus how) {
    return at(how, date, List.of(), Optional.empty(), sequence);
  }

  private Pair at(
      PairStatus newStatus,
      LocalDate newDate,
      List<LocalDate> newProposed,
      Optional<Role> newProposedBy,
      long newSequence) {
    return new Pair(
        id,
        edition,
        newStatus,
        ambassador,
        student,
        job,
        administration,
        place,
        distanceKm,
        newDate,
        score,
        reasons,
        newProposed,
        newProposedBy,
        run,
        formedAt,
        newSequence);
  }
}
