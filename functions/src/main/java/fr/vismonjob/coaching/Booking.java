package fr.vismonjob.coaching;

import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.ActsOfDay;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.MailTable;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Books, moves and cancels an ambassador's coaching seat. Slot, registration and mail change in one
 * transaction, so that a slot is never overbooked, and a move never loses the old seat without
 * getting the new one.
 */
public record Booking(
    RegistrationTable registrations,
    CoachingSlotTable slots,
    MailTable mails,
    Transactions transactions,
    InstantSource clock) {
  public enum SeatOutcome {
    BOOKED,
    CANCELLED,
    /** The person had this seat, or none, already: nothing changes, and no mail is queued. */
    UNCHANGED,
    NO_SUCH_SLOT,
    FULL,
    PAST,
    /** The hour has begun: it stays in the calendar. */
    BEGUN,
    /** The person has booked and cancelled often enough today. */
    TOO_OFTEN,
    /** The registration is not confirmed, or it is withdrawn. */
    NOT_ACTIVE
  }

  /** Books a seat in this slot, and gives back the person's seat in another slot. */
  public SeatOutcome book(String registrationId, String slotId) {
    return transactions.decide(
        "booking a seat in slot " + slotId + " for registration " + registrationId,
        () ->
            active(registrationId)
                .map(ambassador -> booking(ambassador, slotId))
                .orElse(Decision.nothingToWrite(SeatOutcome.NOT_ACTIVE)));
  }

  private Optional<Registration> active(String registrationId) {
    return registrations.find(registrationId).filter(Registration::isActive);
  }

  private Decision<SeatOutcome> booking(Registration ambassador, String slotId) {
    Optional<CoachingSlot> wanted =
        UnreadableRow.skip(() -> slots.find(slotId))
            .filter(slot -> slot.edition().equals(ambassador.edition()));
    if (wanted.isEmpty()) {
      return Decision.nothingToWrite(SeatOutcome.NO_SUCH_SLOT);
    }
    if (ambassador.seat().equals(Optional.of(slotId))) {
      return Decision.nothingToWrite(SeatOutcome.UNCHANGED);
    }
    if (!wanted.get().isAhead(clock.instant())) {
      return Decision.nothingToWrite(SeatOutcome.PAST);
    }
    if (wanted.get().seatsLeft() < 1) {
      return Decision.nothingToWrite(SeatOutcome.FULL);
    }
    ActsOfDay changes = changes(ambassador);
    return changes.areEnough()
        ? Decision.nothingToWrite(SeatOutcome.TOO_OFTEN)
        : new Decision<>(SeatOutcome.BOOKED, taking(ambassador, wanted.get(), changes));
  }

  private ActsOfDay changes(Registration ambassador) {
    return registrations.seatChanges(ambassador, FrenchDates.dayOf(clock.instant()));
  }

  private List<Write> taking(Registration ambassador, CoachingSlot wanted, ActsOfDay changes) {
    List<Write> writes = new ArrayList<>();
    writes.add(slots.take(wanted, ambassador.id()));
    slots.giveBackSeatOf(ambassador).ifPresent(writes::add);
    writes.add(
        registrations.seat(
            ambassador, ambassador.state().seated(Optional.of(wanted.id())), changes));
    writes.add(mails.queue(mail(MailKind.SEAT, ambassador, wanted.id())));
    return writes;
  }

  /** Gives back the person's seat, if the person has one. */
  public SeatOutcome cancel(String registrationId) {
    return transactions.decide(
        "cancelling the seat of registration " + registrationId,
        () ->
            active(registrationId)
                .map(this::cancelling)
                .orElse(Decision.nothingToWrite(SeatOutcome.NOT_ACTIVE)));
  }

  private Decision<SeatOutcome> cancelling(Registration ambassador) {
    Optional<String> seat = ambassador.seat();
    if (seat.isEmpty()) {
      return Decision.nothingToWrite(SeatOutcome.UNCHANGED);
    }
    if (hasBegun(seat.get())) {
      return Decision.nothingToWrite(SeatOutcome.BEGUN);
    }
    ActsOfDay changes = changes(ambassador);
    if (changes.areEnough()) {
      return Decision.nothingToWrite(SeatOutcome.TOO_OFTEN);
    }
    List<Write> writes = new ArrayList<>();
    slots.giveBackSeatOf(ambassador).ifPresent(writes::add);
    writes.add(
        registrations.seat(ambassador, ambassador.state().seated(Optional.empty()), changes));
    writes.add(mails.queue(mail(MailKind.SEAT_CANCELLED, ambassador, seat.get())));
    return new Decision<>(SeatOutcome.CANCELLED, writes);
  }

  /** Whether the hour has begun; a slot that cannot be read may still be left. */
  private boolean hasBegun(String slotId) {
    return UnreadableRow.skip(() -> slots.find(slotId))
        .filter(slot -> !slot.isAhead(clock.instant()))
        .isPresent();
  }

  private Mail mail(MailKind kind, Registration ambassador, String slot) {
    Instant now = clock.instant();
    long sequence = ambassador.state().calendarSequence() + 1;
    return Mail.immediate(
        kind,
        ambassador.id(),
        ambassador.number() + "-" + sequence,
        now,
        new About.Seat(ambassador.number(), slot, Optional.of(sequence)));
  }
}
