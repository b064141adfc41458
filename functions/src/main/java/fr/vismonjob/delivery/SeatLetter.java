package fr.vismonjob.delivery;

import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.registration.Registration;
import java.util.List;
import java.util.Optional;

/** The letter about a coaching seat that was booked or given back. */
public record SeatLetter(
    Letterhead head, Registration recipient, About.Seat about, CoachingSlot slot)
    implements Letter.Personal {

  public SeatLetter {
    // A letter about a seat that was given back is always sent, so that it leaves the calendar.
    Pointless.unless(
        head.kind() == MailKind.SEAT_CANCELLED
            || (recipient.isActive()
                && recipient.seat().equals(Optional.of(about.slot()))
                && recipient.state().calendarSequence() == sequence(about, recipient)),
        "la réservation a changé depuis");
    head.refuseIfLate(slot.day());
  }

  private static long sequence(About.Seat about, Registration recipient) {
    return about.sequence().orElse(recipient.state().calendarSequence());
  }

  @Override
  public List<CalendarEntry> calendar() {
    CalendarEntry entry =
        CalendarEntry.ofSeat(
            head.edition(),
            recipient.id(),
            recipient.number(),
            CalendarEntry.attendee(recipient),
            slot,
            sequence(about, recipient));
    return switch (head.kind()) {
      case SEAT -> List.of(entry);
      case SEAT_CANCELLED -> List.of(entry.cancelled());
      default -> List.of();
    };
  }
}
