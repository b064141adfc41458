package fr.vismonjob.delivery;

import biweekly.property.Attendee;
import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.pairing.Pair;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a letter removes from the calendar of a person who leaves.
 *
 * @param pairs the pairs that leaving cancelled; after an erasure also those that were cancelled
 *     before
 * @param seat the coaching slot of the seat that was given back
 * @param seatSequence SEQUENCE of the calendar entry about that seat
 */
public record VacatedEntries(List<Pair> pairs, Optional<CoachingSlot> seat, long seatSequence) {
  public VacatedEntries {
    pairs = List.copyOf(pairs);
  }

  public boolean isNothing() {
    return pairs.isEmpty() && seat.isEmpty();
  }

  /** The entries for the person who leaves. Partners get a mail of their own. */
  List<CalendarEntry> cancellations(
      Edition edition, String registration, long number, Attendee leaving) {
    return Stream.concat(
            pairs.stream()
                .map(
                    pair ->
                        CalendarEntry.ofPair(
                            edition, pair, List.of(leaving), pair.state().sequence(), true)),
            seat.stream()
                .map(
                    slot ->
                        CalendarEntry.ofSeat(
                            edition, registration, number, leaving, slot, seatSequence, true)))
        .toList();
  }
}
