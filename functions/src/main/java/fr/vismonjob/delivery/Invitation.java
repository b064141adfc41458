package fr.vismonjob.delivery;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PersonInPair;
import fr.vismonjob.registration.Registration;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * The calendar entries that go with a mail; most have one at most. Personal links stay out of it:
 * colleagues often see one's calendar.
 */
final class Invitation {
  private static final LocalTime DAY_START = LocalTime.of(9, 0);
  private static final LocalTime DAY_END = LocalTime.of(17, 0);

  private Invitation() {}

  static List<CalendarEntry> of(MailKind kind, Matter matter) {
    return switch (matter) {
      case Matter.Seat seat when kind == MailKind.SEAT || kind == MailKind.SEAT_CANCELLED ->
          List.of(seat(seat, kind == MailKind.SEAT_CANCELLED));
      case Matter.CalledOff off ->
          List.of(pair(off.pair(), off.edition().sender(), off.sequence(), true));
      case Matter.Withdrawal withdrawal -> withdrawn(withdrawal);
      case Matter.Meeting meeting when kind == MailKind.PAIR || kind == MailKind.DATE_AGREED ->
          List.of(pair(meeting.pair(), meeting.edition().sender(), meeting.sequence(), false));
      default -> List.of();
    };
  }

  private static List<CalendarEntry> withdrawn(Matter.Withdrawal withdrawal) {
    Edition edition = withdrawal.edition();
    return Stream.concat(
            withdrawal.pairs().stream()
                .map(pair -> pair(pair, edition.sender(), pair.sequence(), true)),
            withdrawal.seat().stream()
                .map(
                    slot ->
                        seat(
                            new Matter.Seat(
                                edition, withdrawal.recipient(), slot, withdrawal.seatSequence()),
                            true)))
        .toList();
  }

  private static CalendarEntry seat(Matter.Seat seat, boolean cancelled) {
    Registration recipient = seat.recipient();
    String sender = seat.edition().sender();
    return new CalendarEntry(
        cancelled,
        "coaching-" + recipient.id() + "-" + recipient.number() + "@" + host(sender),
        seat.sequence(),
        sender,
        List.of(
            new CalendarEntry.Attendee(
                Typed.line(recipient.person().fullName()), recipient.person().address())),
        seat.slot().start().atZoneSameInstant(FrenchDates.PARIS),
        seat.slot().end().atZoneSameInstant(FrenchDates.PARIS),
        "Vis mon job : séance de coaching",
        seat.slot().link().isBlank() ? "En ligne" : Typed.line(seat.slot().link()),
        "Une heure pour préparer l’accueil de votre binôme. Pour changer de séance ou libérer votre"
            + " place, suivez le lien du mail qui accompagne cette invitation.");
  }

  private static CalendarEntry pair(Pair pair, String sender, long sequence, boolean cancelled) {
    return new CalendarEntry(
        cancelled,
        "binome-" + pair.id() + "@" + host(sender),
        sequence,
        sender,
        Stream.of(pair.ambassador(), pair.student())
            .filter(person -> !person.address().isEmpty())
            .map(Invitation::attendee)
            .toList(),
        pair.date().atTime(DAY_START).atZone(FrenchDates.PARIS),
        pair.date().atTime(DAY_END).atZone(FrenchDates.PARIS),
        "Vis mon job : " + names(pair),
        Typed.line(pair.administration() + ", " + pair.place()),
        "Une journée pour découvrir un métier du numérique de l’État : "
            + Typed.line(pair.job())
            + ". Les coordonnées de chacun et la page pour changer de date sont dans le mail qui"
            + " accompagne cette invitation.");
  }

  private static CalendarEntry.Attendee attendee(PersonInPair person) {
    return new CalendarEntry.Attendee(Typed.line(person.fullName()), person.address());
  }

  private static String names(Pair pair) {
    String host = Typed.line(pair.ambassador().fullName());
    String guest = Typed.line(pair.student().fullName());
    // The name that is left would be the reader's own.
    return host.isEmpty() || guest.isEmpty() ? "votre journée" : host + " et " + guest;
  }

  private static String host(String sender) {
    return sender.substring(sender.lastIndexOf('@') + 1);
  }
}
