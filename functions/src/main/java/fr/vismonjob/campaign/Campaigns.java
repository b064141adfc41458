package fr.vismonjob.campaign;

import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.edition.Due;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.Mail.Departure;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.mail.Reminder;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The campaign mails that are due to a person on a day. A key can be queued only once, so a day may
 * be run again.
 */
final class Campaigns {
  private Campaigns() {}

  /** The mails about a person's own registration. */
  static List<Mail> toPerson(Registration person, Edition edition, LocalDate today, Instant now) {
    List<Mail> mails = new ArrayList<>();
    if (person.status() == Status.A_CONFIRMER
        && Due.isNudgeDue(today, person.registeredAt(), edition)) {
      mails.add(own(MailKind.NUDGE, person, now));
    }
    if (Due.isNoPairFinalDue(today, edition) && person.hasRoom() && person.pairs().isEmpty()) {
      mails.add(own(MailKind.NO_PAIR_FINAL, person, now));
    }
    return mails;
  }

  private static Mail own(MailKind kind, Registration person, Instant now) {
    String number = Long.toString(person.number());
    return Mail.campaign(kind, person.id(), number, now, new About.Own(person.number()));
  }

  /** The person's link anew, under the key of links with this id; none after a withdrawal. */
  static Optional<Mail> link(Registration person, String linkKeyId, Instant now) {
    return Optional.of(person)
        .filter(to -> to.status() != Status.RETIREE)
        .map(to -> to.linkMail(Departure.CAMPAIGN, linkKeyId, now));
  }

  /** The coaching slots, by id, whose attendees are reminded on that day. */
  static Set<String> slotsToRemindOf(List<CoachingSlot> slots, LocalDate today) {
    return slots.stream()
        .filter(slot -> Reminder.SEAT_EVE.isDue(slot.day(), today))
        .map(CoachingSlot::id)
        .collect(Collectors.toSet());
  }

  /** The reminder of the person's seat in one of these slots, if there is one. */
  static Optional<Mail> ofSeat(Registration person, Set<String> slots, Instant now) {
    return person
        .seat()
        .filter(seat -> person.isActive() && slots.contains(seat))
        .map(
            seat ->
                Mail.campaign(
                    MailKind.SEAT_REMINDER,
                    person.id(),
                    person.number() + "-" + seat,
                    now,
                    new About.Seat(person.number(), seat, Optional.empty())));
  }

  /**
   * The mails to both people of a pair on that day. Once one of them has given feedback the pair's
   * status is final, but the other is still asked.
   */
  static Optional<MailKind> toPair(Pair pair, LocalDate today) {
    return Reminder.ofPair(pair.date(), pair.formedOn(), today)
        .map(Reminder::kind)
        .filter(
            kind -> kind == MailKind.FEEDBACK ? pair.status() != PairStatus.ANNULE : pair.isOn());
  }

  /**
   * The mail to one of the two. When a pair moves to another day, it is reminded of that day too.
   */
  static Mail ofPair(MailKind kind, Pair pair, Registration recipient, Instant now) {
    return Mail.campaign(
        kind,
        recipient.id(),
        pair.id() + "/" + pair.date(),
        now,
        new About.Meeting(
            recipient.number(), pair.id(), Optional.empty(), Optional.of(pair.date())));
  }
}
