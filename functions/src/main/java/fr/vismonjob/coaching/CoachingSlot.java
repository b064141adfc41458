package fr.vismonjob.coaching;

import fr.vismonjob.edition.FrenchDates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * One hour of coaching.
 *
 * @param seats how many ambassadors may attend
 * @param link address of the online meeting, with its scheme; may be empty
 * @param attendees ids of the registrations that booked a seat; by hand, one may stand there twice
 */
public record CoachingSlot(
    String id,
    String edition,
    OffsetDateTime start,
    OffsetDateTime end,
    int seats,
    String link,
    List<String> attendees) {
  public CoachingSlot {
    attendees = List.copyOf(attendees);
  }

  /** How many seats are free. */
  public int seatsLeft() {
    return Math.max(0, seats - seatsTaken());
  }

  public int seatsTaken() {
    return (int) attendees.stream().distinct().count();
  }

  /** Whether the hour has not begun at that moment. */
  public boolean isAhead(Instant now) {
    return start.toInstant().isAfter(now);
  }

  /** The day in Paris on which the slot begins. */
  public LocalDate day() {
    return FrenchDates.dayOf(start.toInstant());
  }
}
