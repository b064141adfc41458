package fr.vismonjob.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One person's registration in one role for one edition.
 *
 * @param id keyed hash of edition, role and address: registering twice meets the same item
 * @param number rises each time the person registers anew; links and mail keys made under an older
 *     one are dead
 * @param revision rises each time the person changes what matters to a pairing
 * @param dates the days on which the person is free, in order
 * @param seat the coaching slot booked, if any
 * @param calendarSequence SEQUENCE of the latest calendar entry sent about the coaching seat
 * @param pairs keys of the pairs the person is in now
 * @param partners full names of the partners in those pairs, in the same order
 * @param reachability whether mails reach the person
 * @param unpairedBecause why a run has left the person without a partner, in a few French words; it
 *     is the first run's that saw these wishes
 * @param neverWith keys of registrations that an organiser does not want to see paired with this
 *     one
 */
public record Registration(
    String id,
    String edition,
    Status status,
    long number,
    long revision,
    Person person,
    Place place,
    List<LocalDate> dates,
    Details details,
    Instant registeredAt,
    Optional<String> seat,
    long calendarSequence,
    List<String> pairs,
    List<String> partners,
    Reachability reachability,
    Optional<String> unpairedBecause,
    List<String> neverWith) {

  public Registration {
    dates = dates.stream().sorted().distinct().toList();
    pairs = List.copyOf(pairs);
    partners = List.copyOf(partners);
    neverWith = List.copyOf(neverWith);
  }

  public Role role() {
    return details.role();
  }

  public boolean isActive() {
    return status.isActive();
  }

  /** Whether this would change anything now. */
  public boolean can(RegistrationAction action) {
    return RegistrationMoves.of(status, action) instanceof RegistrationMoves.To;
  }

  /** Whether the person could still be given a partner. */
  public boolean hasRoom() {
    return can(RegistrationAction.PAIR) && pairs.size() < details.capacity();
  }

  /** Whether an organiser lets the two be paired. */
  public boolean mayMeet(Registration other) {
    return !neverWith.contains(other.id) && !other.neverWith.contains(id);
  }

  /** With other answers; the address and the role stand. */
  public Registration changed(RegistrationForm.Valid form) {
    return new Registration(
        id,
        edition,
        status,
        number,
        revision + 1,
        form.person(),
        form.place(),
        form.dates(),
        form.details(),
        registeredAt,
        seat,
        calendarSequence,
        pairs,
        partners,
        reachability,
        Optional.empty(),
        neverWith);
  }

  /** Whether these answers are those registered already. */
  public boolean says(RegistrationForm.Valid form) {
    Registration other = changed(form);
    return person.equals(other.person)
        && place.equals(other.place)
        && dates.equals(other.dates)
        && details.equals(other.details);
  }

  Registration confirmed() {
    return at(moved(RegistrationAction.CONFIRM), seat, calendarSequence, pairs, partners);
  }

  /** With one more pair. */
  public Registration paired(String pair, Registration partner) {
    return at(
        moved(RegistrationAction.PAIR),
        seat,
        calendarSequence,
        with(pairs, pair),
        with(partners, partner.person().fullName()));
  }

  /** With this coaching seat, or none; the calendar entry about it is sent anew. */
  public Registration seated(Optional<String> slot) {
    return at(status, slot, calendarSequence + 1, pairs, partners);
  }

  /** Withdrawn, without a seat; whoever has a pair must have been taken out of it before. */
  public Registration withdrawn() {
    long sequence = seat.isPresent() ? calendarSequence + 1 : calendarSequence;
    return at(moved(RegistrationAction.WITHDRAW), Optional.empty(), sequence, pairs, partners);
  }

  /** Without this pair; with the last one gone the person waits for a partner again. */
  public Registration withoutPair(String pair) {
    int place = pairs.indexOf(pair);
    if (place < 0) {
      return this;
    }
    List<String> otherPairs = without(pairs, place);
    RegistrationAction action =
        otherPairs.isEmpty() ? RegistrationAction.LOSE_LAST_PAIR : RegistrationAction.LOSE_PAIR;
    return at(moved(action), seat, calendarSequence, otherPairs, without(partners, place));
  }

  /** With the partner in this pair under another name. */
  public Registration withPartner(String pair, String name) {
    int place = pairs.indexOf(pair);
    if (place < 0 || place >= partners.size()) {
      return this;
    }
    List<String> renamed = new ArrayList<>(partners);
    renamed.set(place, name);
    return at(status, seat, calendarSequence, pairs, renamed);
  }

  private Status moved(RegistrationAction action) {
    return switch (RegistrationMoves.of(status, action)) {
      case RegistrationMoves.To(Status to) -> to;
      case RegistrationMoves.Already _ -> status;
      case RegistrationMoves.Refused _ ->
          throw new IllegalStateException(action + " is not possible in " + status);
    };
  }

  private static List<String> with(List<String> list, String one) {
    return Stream.concat(list.stream(), Stream.of(one)).toList();
  }

  /** An organiser may have shortened one of the two lists by hand. */
  private static List<String> without(List<String> list, int place) {
    List<String> rest = new ArrayList<>(list);
    if (place < rest.size()) {
      rest.remove(place);
    }
    return rest;
  }

  private Registration at(
      Status newStatus,
      Optional<String> newSeat,
      long newSequence,
      List<String> newPairs,
      List<String> newPartners) {
    return new Registration(
        id,
        edition,
        newStatus,
        number,
        revision,
        person,
        place,
        dates,
        details,
        registeredAt,
        newSeat,
        newSequence,
        newPairs,
        newPartners,
        reachability,
        unpairedBecause,
        neverWith);
  }
}
