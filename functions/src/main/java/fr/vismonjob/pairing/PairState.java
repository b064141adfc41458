package fr.vismonjob.pairing;

import fr.vismonjob.registration.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The state of a pair: its status, and what the two have agreed on. Only {@link PairMoves} makes
 * the next state.
 *
 * @param date the day that both count on
 * @param proposed proposed days that are not agreed yet; empty unless the status is DATE_PROPOSEE
 * @param proposedBy who proposed the days
 * @param sequence rises with each proposal, agreement and cancellation
 * @param calledOffAt when the pair was cancelled, if it was; its table writes it
 * @param calendar of the calendar entries about the day
 */
public record PairState(
    PairStatus status,
    LocalDate date,
    List<LocalDate> proposed,
    Optional<Role> proposedBy,
    long sequence,
    Optional<Instant> calledOffAt,
    CalendarIdentity calendar) {

  public PairState {
    proposed = List.copyOf(proposed);
  }

  /** A state without a proposal. */
  PairState(PairStatus status, LocalDate date, long sequence, CalendarIdentity calendar) {
    this(status, date, List.of(), Optional.empty(), sequence, Optional.empty(), calendar);
  }

  /** The same with another content of the calendar entry. */
  PairState withCalendar(CalendarIdentity other) {
    return new PairState(status, date, proposed, proposedBy, sequence, calledOffAt, other);
  }
}
