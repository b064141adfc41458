package fr.vismonjob.delivery;

import fr.vismonjob.coaching.CoachingSlot;
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
      case Matter.Seat(var edition, var recipient, var slot, var sequence)
          when kind == MailKind.SEAT || kind == MailKind.SEAT_CANCELLED ->
          List.of(
              seat(
                  seatOf(recipient.id(), recipient.number()),
                  slot,
                  edition,
                  attendee(recipient),
                  sequence,
                  kind == MailKind.SEAT_CANCELLED));
      case Matter.CalledOff off ->
          List.of(pair(off.pair(), off.edition(), both(off.pair()), off.sequence(), true));
      case Matter.Withdrawal(var edition, var recipient, var vacated) ->
          vacated(
              vacated, edition, seatOf(recipient.id(), recipient.number()), attendee(recipient));
      case Matter.Farewell farewell ->
          vacated(
              farewell.vacated(),
              farewell.edition(),
              seatOf(farewell.registration(), farewell.number()),
              new CalendarEntry.Attendee(Typed.line(farewell.firstName()), farewell.address()));
      case Matter.Meeting meeting when kind == MailKind.PAIR || kind == MailKind.DATE_AGREED ->
          List.of(
              pair(
                  meeting.pair(),
                  meeting.edition(),
                  both(meeting.pair()),
                  meeting.sequence(),
                  false));
      default -> List.of();
    };
  }

  /** For whoever leaves, and for nobody else: the partners get a mail of their own. */
  private static List<CalendarEntry> vacated(
      Matter.Vacated vacated, Edition edition, String seat, CalendarEntry.Attendee leaving) {
    return Stream.concat(
            vacated.pairs().stream()
                .map(pair -> pair(pair, edition, List.of(leaving), pair.state().sequence(), true)),
            vacated.seat().stream()
                .map(slot -> seat(seat, slot, edition, leaving, vacated.seatSequence(), true)))
        .toList();
  }

  /** The part of the UID that all entries about the seat of a registration share. */
  private static String seatOf(String registration, long number) {
    return "coaching-" + registration + "-" + number;
  }

  private static CalendarEntry seat(
      String uid,
      CoachingSlot slot,
      Edition edition,
      CalendarEntry.Attendee attendee,
      long sequence,
      boolean cancelled) {
    return new CalendarEntry(
        cancelled,
        uid + "@" + host(edition.sender()),
        sequence,
        edition.sender(),
        List.of(attendee),
        slot.start().atZoneSameInstant(FrenchDates.PARIS),
        slot.end().atZoneSameInstant(FrenchDates.PARIS),
        "Vis mon job : séance de coaching",
        slot.link().isBlank() ? "En ligne" : Typed.line(slot.link()),
        "Une heure pour préparer l’accueil de votre binôme. Pour changer de séance ou libérer votre"
            + " place, suivez le lien du mail qui accompagne cette invitation.");
  }

  private static CalendarEntry pair(
      Pair pair,
      Edition edition,
      List<CalendarEntry.Attendee> attendees,
      long sequence,
      boolean cancelled) {
    return new CalendarEntry(
        cancelled,
        "binome-" + pair.id() + "@" + host(edition.sender()),
        sequence,
        edition.sender(),
        attendees,
        pair.date().atTime(DAY_START).atZone(FrenchDates.PARIS),
        pair.date().atTime(DAY_END).atZone(FrenchDates.PARIS),
        "Vis mon job : " + names(pair),
        Typed.line(pair.workplace().administration() + ", " + pair.workplace().place()),
        "Une journée pour découvrir un métier du numérique de l’État : "
            + Typed.line(pair.workplace().job())
            + ". Les coordonnées de chacun et la page pour changer de date sont dans le mail qui"
            + " accompagne cette invitation.");
  }

  /** Without whoever is erased. */
  private static List<CalendarEntry.Attendee> both(Pair pair) {
    return Stream.of(pair.ambassador(), pair.student())
        .filter(person -> !person.address().isEmpty())
        .map(Invitation::attendee)
        .toList();
  }

  private static CalendarEntry.Attendee attendee(Registration person) {
    return new CalendarEntry.Attendee(
        Typed.line(person.person().fullName()), person.person().address());
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
