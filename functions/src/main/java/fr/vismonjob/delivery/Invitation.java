package fr.vismonjob.delivery;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PersonInPair;
import fr.vismonjob.registration.Registration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The calendar entry that goes with a mail, if its kind has one. Personal links stay out of it:
 * colleagues often see one's calendar.
 */
final class Invitation {
  private static final LocalTime DAY_START = LocalTime.of(9, 0);
  private static final LocalTime DAY_END = LocalTime.of(17, 0);

  private Invitation() {}

  static Optional<CalendarEntry> of(MailKind kind, Matter matter) {
    return switch (matter) {
      case Matter.Seat seat -> Optional.of(seat(seat, kind == MailKind.SEAT_CANCELLED));
      case Matter.CalledOff off ->
          Optional.of(pair(off.pair(), off.edition().sender(), off.sequence(), true));
      case Matter.Meeting meeting when kind == MailKind.PAIR || kind == MailKind.DATE_AGREED ->
          Optional.of(pair(meeting.pair(), meeting.edition().sender(), meeting.sequence(), false));
      default -> Optional.empty();
    };
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
    String both =
        Stream.of(pair.ambassador(), pair.student())
            .map(person -> Typed.line(person.fullName()))
            .filter(name -> !name.isEmpty())
            .reduce((first, second) -> first + " et " + second)
            .orElse("");
    return both.isEmpty() ? "votre journée" : both;
  }

  private static String host(String sender) {
    return sender.substring(sender.lastIndexOf('@') + 1);
  }
}
