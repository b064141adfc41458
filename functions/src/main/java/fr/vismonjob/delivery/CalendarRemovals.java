package fr.vismonjob.delivery;

import biweekly.property.Attendee;
import fr.vismonjob.delivery.Letter.Letterhead;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.pairing.Tables;
import fr.vismonjob.registration.Welcome;
import java.util.List;
import java.util.stream.Stream;

/** What leaves the calendar of a person whose day, or whose part in all, is off. */
record CalendarRemovals(Tables tables) {
  /**
   * The entries that a letter removes from the calendar of a person who leaves; partners get a mail
   * of their own. A seat in a slot that had begun when the person left stays in the calendar, as
   * does one in a slot whose row cannot be read.
   */
  List<CalendarEntry> of(Mail mail, Letterhead head, About.Vacated vacated, Attendee leaving) {
    return Stream.concat(
            vacated.pairs().stream()
                .flatMap(id -> tables.pair(id).stream())
                .filter(pair -> pair.status() == PairStatus.ANNULE)
                .map(
                    pair ->
                        CalendarEntry.ofPair(
                            head.edition(), pair, false, hours(pair), List.of(leaving))),
            vacated.seat().stream()
                .flatMap(
                    seat ->
                        UnreadableRow.skip(() -> tables.slots().find(seat.slot())).stream()
                            .filter(slot -> slot.isAhead(mail.createdAt()))
                            .map(
                                slot ->
                                    CalendarEntry.ofSeat(
                                        head.edition(),
                                        mail.registration(),
                                        seat.number(),
                                        leaving,
                                        slot,
                                        seat.sequence().orElse(0L)))))
        .map(CalendarEntry::cancelled)
        .toList();
  }

  /** The hours of a day that is off; the address is nobody's business any more. */
  Welcome hours(Pair pair) {
    return UnreadableRow.skip(() -> tables.person(pair.ambassador().registration()))
        .map(host -> host.welcome().hoursOnly())
        .orElse(Welcome.NONE);
  }
}
