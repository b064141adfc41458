package fr.vismonjob.page;

import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.edition.Search;
import fr.vismonjob.identity.SecretLink;
import fr.vismonjob.registration.Registration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The coaching slots to come with the seats left, and the booked one. */
public record CoachingPage(
    SecretLink link,
    Registration registration,
    Edition edition,
    List<CoachingSlot> slots,
    Instant now,
    Answers answers,
    Message message) {

  public CoachingPage {
    slots = slots.stream().sorted(Comparator.comparing(slot -> slot.start().toInstant())).toList();
  }

  /** What a person without a partner can be told of the search. */
  public Search search() {
    return edition.search(FrenchDates.dayOf(now));
  }

  public Optional<CoachingSlot> mine() {
    return slots.stream().filter(this::isMine).findFirst();
  }

  public boolean isMine(CoachingSlot slot) {
    return registration.seat().filter(slot.id()::equals).isPresent();
  }

  /** Slots that have not begun. */
  public List<CoachingSlot> toCome() {
    return slots.stream().filter(slot -> slot.isAhead(now)).toList();
  }

  /** Whether the booking can still be cancelled. */
  public boolean canLeave() {
    return mine().filter(slot -> slot.isAhead(now)).isPresent();
  }

  /** Such as « 1 place restante ». */
  public static String seats(CoachingSlot slot) {
    return switch (slot.seatsLeft()) {
      case 0 -> "Complet";
      case 1 -> "1\u00a0place restante";
      default -> slot.seatsLeft() + "\u00a0places restantes";
    };
  }
}
