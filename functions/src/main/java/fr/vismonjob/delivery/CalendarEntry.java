package fr.vismonjob.delivery;

import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.registration.Registration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * A meeting as calendars exchange it (RFC 5546). It holds no personal link, because colleagues
 * often see a person's calendar.
 *
 * @param cancelled whether the entry is METHOD:CANCEL and not METHOD:REQUEST
 * @param uid the same for all messages about this meeting
 * @param sequence rises with each change
 */
record CalendarEntry(
    boolean cancelled,
    String uid,
    long sequence,
    String organizer,
    List<Attendee> attendees,
    ZonedDateTime start,
    ZonedDateTime end,
    String summary,
    String location,
    String description) {
  private static final LocalTime DAY_START = LocalTime.of(9, 0);
  private static final LocalTime DAY_END = LocalTime.of(17, 0);

  record Attendee(String name, String address) {}

  CalendarEntry {
    attendees = List.copyOf(attendees);
  }

  String method() {
    return cancelled ? "CANCEL" : "REQUEST";
  }

  /** The entry of a coaching seat. */
  static CalendarEntry ofSeat(
      Edition edition,
      String registration,
      long number,
      Attendee attendee,
      CoachingSlot slot,
      long sequence,
      boolean cancelled) {
    return new CalendarEntry(
        cancelled,
        "coaching-" + registration + "-" + number + "@" + host(edition),
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

  /** The entry of a pair's day. */
  static CalendarEntry ofPair(
      Edition edition, Pair pair, List<Attendee> attendees, long sequence, boolean cancelled) {
    return new CalendarEntry(
        cancelled,
        "binome-" + pair.id() + "@" + host(edition),
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

  /** The two people of a pair, without a person who is erased. */
  static List<Attendee> both(Pair pair) {
    return Stream.of(pair.ambassador(), pair.student())
        .filter(person -> !person.address().isEmpty())
        .map(person -> new Attendee(Typed.line(person.fullName()), person.address()))
        .toList();
  }

  static Attendee attendee(Registration person) {
    return new Attendee(Typed.line(person.person().fullName()), person.person().address());
  }

  private static String names(Pair pair) {
    String host = Typed.line(pair.ambassador().fullName());
    String guest = Typed.line(pair.student().fullName());
    // If one name is missing, the other one is the reader's own.
    return host.isEmpty() || guest.isEmpty() ? "votre journée" : host + " et " + guest;
  }

  private static String host(Edition edition) {
    return edition.sender().substring(edition.sender().lastIndexOf('@') + 1);
  }
}
