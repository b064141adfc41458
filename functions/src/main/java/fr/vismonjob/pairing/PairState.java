package fr.vismonjob.pairing;

import fr.vismonjob.registration.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where a pair stands and what its two have agreed on. Only {@link PairMoves} makes the next one.
 *
 * @param date the day that both count on
 * @param proposed days proposed and not yet agreed on, empty unless the status is DATE_PROPOSEE
 * @param proposedBy who proposed them
 * @param sequence rises with each proposal, agreement and cancellation: SEQUENCE of the calendar
 *     entries about the day
 */
public record PairState(
    PairStatus status,
    LocalDate date,
    List<LocalDate> proposed,
    Optional<Role> proposedBy,
    long sequence) {

  public PairState {
    proposed = List.copyOf(proposed);
  }

  /** Without a proposal. */
  PairState(PairStatus status, LocalDate date, long sequence) {
    this(status, date, List.of(), Optional.empty(), sequence);
  }
}
