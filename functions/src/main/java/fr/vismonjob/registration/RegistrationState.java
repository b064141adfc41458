package fr.vismonjob.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The state of a registration. Every step asks {@link RegistrationMoves} for the new status.
 *
 * @param seat the booked coaching slot, if there is one
 * @param calendarSequence SEQUENCE of the latest calendar entry about the coaching seat
 * @param pairs keys of the person's present pairs
 * @param partners full names of the partners in those pairs, in the same order
 * @param withdrawnAt when the person withdrew, if the person has
 * @param handedOn how many places an ambassador has handed on to colleagues: nobody is paired with
 *     the ambassador for these until the ambassador changes the answers
 */
public record RegistrationState(
    Status status,
    Optional<String> seat,
    long calendarSequence,
    List<String> pairs,
    List<String> partners,
    Optional<Instant> withdrawnAt,
    long handedOn) {

  public RegistrationState {
    pairs = List.copyOf(pairs);
    partners = List.copyOf(partners);
  }

  /** The state of somebody who has just registered. */
  public static RegistrationState registered() {
    return new RegistrationState(
        Status.A_CONFIRMER, Optional.empty(), 0, List.of(), List.of(), Optional.empty(), 0);
  }

  /**
   * The state of somebody who registers by the link of a mail that asked them to host: the address
   * is confirmed by it, and the pair is there.
   */
  public static RegistrationState takingOver(String pair, String partner) {
    return registered().confirmed().paired(pair, partner);
  }

  RegistrationState confirmed() {
    return with(RegistrationAction.CONFIRM, pairs, partners);
  }

  RegistrationState paired(String pair, String partner) {
    return with(RegistrationAction.PAIR, plus(pairs, pair), plus(partners, partner));
  }

  /**
   * The state with this coaching seat, or without one; the SEQUENCE rises, because another calendar
   * entry is sent.
   */
  public RegistrationState seated(Optional<String> slot) {
    return new RegistrationState(
        status, slot, calendarSequence + 1, pairs, partners, withdrawnAt, handedOn);
  }

  /** The state after withdrawing, without a seat. There must be no pair any more. */
  public RegistrationState withdrawn(Instant now) {
    RegistrationState standing = seat.isPresent() ? seated(Optional.empty()) : this;
    RegistrationState after = standing.with(RegistrationAction.WITHDRAW, pairs, partners);
    return new RegistrationState(
        after.status,
        after.seat,
        after.calendarSequence,
        pairs,
        partners,
        Optional.of(now),
        handedOn);
  }

  /** The state without this pair. Without any pair the person waits for a partner again. */
  public RegistrationState withoutPair(String pair) {
    int place = pairs.indexOf(pair);
    if (place < 0) {
      return this;
    }
    RegistrationAction action =
        pairs.size() == 1 ? RegistrationAction.LOSE_LAST_PAIR : RegistrationAction.LOSE_PAIR;
    return with(action, without(pairs, place), without(partners, place));
  }

  /** The state after a colleague has taken over this pair, and the place with it. */
  public RegistrationState handedOn(String pair) {
    return withoutPair(pair).handedOn(handedOn + 1);
  }

  /** The state of somebody who may be given a partner for each place again. */
  RegistrationState withAllPlaces() {
    return handedOn(0);
  }

  private RegistrationState handedOn(long places) {
    return new RegistrationState(
        status, seat, calendarSequence, pairs, partners, withdrawnAt, places);
  }

  /** The state of a student whose pair goes on with somebody else. */
  RegistrationState goingOn(String pair, String next, String partner) {
    return withoutPair(pair).paired(next, partner);
  }

  /** The state with another name for the partner in this pair. */
  public RegistrationState withPartner(String pair, String name) {
    int place = pairs.indexOf(pair);
    if (place < 0 || place >= partners.size()) {
      return this;
    }
    List<String> renamed = new ArrayList<>(partners);
    renamed.set(place, name);
    return new RegistrationState(
        status, seat, calendarSequence, pairs, renamed, withdrawnAt, handedOn);
  }

  private RegistrationState with(
      RegistrationAction action, List<String> newPairs, List<String> newPartners) {
    Status after =
        switch (RegistrationMoves.of(status, action)) {
          case RegistrationMoves.To(Status to) -> to;
          case RegistrationMoves.Already _ -> status;
          case RegistrationMoves.Refused _ ->
              throw new IllegalStateException(
                  action + " is not possible for a registration in status " + status);
        };
    return new RegistrationState(
        after, seat, calendarSequence, newPairs, newPartners, withdrawnAt, handedOn);
  }

  private static List<String> plus(List<String> list, String one) {
    return Stream.concat(list.stream(), Stream.of(one)).toList();
  }

  /** The two lists may differ in length, because organisers can edit them by hand. */
  private static List<String> without(List<String> list, int place) {
    List<String> rest = new ArrayList<>(list);
    if (place < rest.size()) {
      rest.remove(place);
    }
    return rest;
  }
}
