package fr.vismonjob.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a registration stands. Each step asks {@link RegistrationMoves} for the status.
 *
 * @param seat the coaching slot booked, if any
 * @param calendarSequence SEQUENCE of the latest calendar entry sent about the coaching seat
 * @param pairs keys of the pairs the person is in now
 * @param partners full names of the partners in those pairs, in the same order
 */
public record RegistrationState(
    Status status,
    Optional<String> seat,
    long calendarSequence,
    List<String> pairs,
    List<String> partners) {

  public RegistrationState {
    pairs = List.copyOf(pairs);
    partners = List.copyOf(partners);
  }

  /** Of somebody who registers now. */
  static RegistrationState registered(Status status) {
    return new RegistrationState(status, Optional.empty(), 0, List.of(), List.of());
  }

  RegistrationState confirmed() {
    return with(RegistrationAction.CONFIRM, pairs, partners);
  }

  /** With one more pair. */
  RegistrationState paired(String pair, String partner) {
    return with(RegistrationAction.PAIR, plus(pairs, pair), plus(partners, partner));
  }

  /** With this coaching seat, or none; the calendar entry about it is sent anew. */
  public RegistrationState seated(Optional<String> slot) {
    return new RegistrationState(status, slot, calendarSequence + 1, pairs, partners);
  }

  /** Withdrawn, without a seat; whoever has a pair must have been taken out of it before. */
  public RegistrationState withdrawn() {
    RegistrationState standing = seat.isPresent() ? seated(Optional.empty()) : this;
    return standing.with(RegistrationAction.WITHDRAW, pairs, partners);
  }

  /** Without this pair; with the last one gone the person waits for a partner again. */
  public RegistrationState withoutPair(String pair) {
    int place = pairs.indexOf(pair);
    if (place < 0) {
      return this;
    }
    RegistrationAction action =
        pairs.size() == 1 ? RegistrationAction.LOSE_LAST_PAIR : RegistrationAction.LOSE_PAIR;
    return with(action, without(pairs, place), without(partners, place));
  }

  /** With the partner in this pair under another name. */
  public RegistrationState withPartner(String pair, String name) {
    int place = pairs.indexOf(pair);
    if (place < 0 || place >= partners.size()) {
      return this;
    }
    List<String> renamed = new ArrayList<>(partners);
    renamed.set(place, name);
    return new RegistrationState(status, seat, calendarSequence, pairs, renamed);
  }

  private RegistrationState with(
      RegistrationAction action, List<String> newPairs, List<String> newPartners) {
    Status after =
        switch (RegistrationMoves.of(status, action)) {
          case RegistrationMoves.To(Status to) -> to;
          case RegistrationMoves.Already _ -> status;
          case RegistrationMoves.Refused _ ->
              throw new IllegalStateException(action + " is not possible in " + status);
        };
    return new RegistrationState(after, seat, calendarSequence, newPairs, newPartners);
  }

  private static List<String> plus(List<String> list, String one) {
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
}
