package fr.vismonjob.delivery;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.property.Transparency;
import fr.vismonjob.coaching.CoachingSlot;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.identity.Mailto;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Welcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A meeting as calendars exchange it (RFC 5545, RFC 5546), in the time of the place. It holds no
 * personal link, because colleagues often see a person's calendar.
 *
 * @param isOff whether the entry is METHOD:CANCEL and not METHOD:REQUEST
 * @param event its UID is the same for all messages about this meeting; its SEQUENCE rises with
 *     each change
 */
record CalendarEntry(boolean isOff, ZoneId zone, VEvent event) {
  private static final int LONGEST_LINE = 75;

  /**
   * The end of every UID. It is no address of the edition, since organisers may change that while
   * calendars already hold entries.
   */
  private static final String UID_END = "@vis-mon-job";

  private static final Pattern LINE_BREAK = Pattern.compile(",?\\s*\\n\\s*");

  static CalendarEntry ofSeat(
      Edition edition,
      String registration,
      long number,
      Attendee attendee,
      CoachingSlot slot,
      long sequence) {
    VEvent event = new VEvent();
    event.setUid("coaching-" + registration + "-" + number + UID_END);
    event.setDateStart(Date.from(slot.start().toInstant()));
    event.setDateEnd(Date.from(slot.end().toInstant()));
    event.setSummary("Vis mon job : séance de coaching");
    event.setLocation(slot.link().isBlank() ? "En ligne" : Typed.line(slot.link()));
    event.setDescription(
        "Une heure pour préparer l’accueil de votre binôme. Pour changer de séance ou libérer votre"
            + " place, suivez le lien du mail qui accompagne cette invitation.");
    return of(edition, FrenchDates.PARIS, event, List.of(attendee), sequence);
  }

  /**
   * The entry of a pair's day.
   *
   * @param moved whether the ambassador works in another commune now
   * @param welcome where and from when to when the two meet
   */
  static CalendarEntry ofPair(
      Edition edition, Pair pair, boolean moved, Welcome welcome, List<Attendee> attendees) {
    VEvent event = new VEvent();
    event.setUid(pair.calendarUid() + UID_END);
    ZoneId zone = pair.workplace().hours().zone();
    event.setDateStart(Date.from(pair.date().atTime(welcome.arrival()).atZone(zone).toInstant()));
    event.setDateEnd(Date.from(pair.date().atTime(welcome.departure()).atZone(zone).toInstant()));
    event.setSummary("Vis mon job : " + names(pair));
    event.setLocation(Typed.line(location(pair, moved, welcome)));
    event.setDescription(
        "Une journée pour découvrir un métier du numérique de l’État : "
            + Typed.line(pair.workplace().job())
            + ". Les coordonnées de chacun et la page pour changer de date sont dans le mail qui"
            + " accompagne cette invitation.");
    return of(edition, zone, event, attendees, pair.calendarSequence());
  }

  private static String location(Pair pair, boolean moved, Welcome welcome) {
    if (!welcome.isFilledIn()) {
      return pair.workplace().administration() + ", " + pair.workplace().place();
    }
    String address = LINE_BREAK.matcher(welcome.address()).replaceAll(", ");
    return address + ", " + pair.workplace().place(moved);
  }

  private static CalendarEntry of(
      Edition edition, ZoneId zone, VEvent event, List<Attendee> attendees, long sequence) {
    event.setSequence(Math.toIntExact(sequence));
    event.setStatus(Status.confirmed());
    event.setTransparency(Transparency.opaque());
    event.setOrganizer(new Organizer("Vis mon job", Mailto.encoded(edition.sender())));
    attendees.forEach(event::addAttendee);
    return new CalendarEntry(false, zone, event);
  }

  /** The same meeting, which does not take place. */
  CalendarEntry cancelled() {
    event.setStatus(Status.cancelled());
    return new CalendarEntry(true, zone, event);
  }

  private static String names(Pair pair) {
    String host = Typed.line(pair.ambassador().fullName());
    String guest = Typed.line(pair.student().fullName());
    // If one name is missing, the other one is the reader's own.
    return host.isEmpty() || guest.isEmpty() ? "votre journée" : host + " et " + guest;
  }

  /** The two people of a pair, without a person who is erased. */
  static List<Attendee> both(Pair pair) {
    return Stream.of(pair.ambassador(), pair.student())
        .filter(person -> !person.address().isEmpty())
        .map(person -> attendee(person.fullName(), person.address()))
        .toList();
  }

  static Attendee attendee(Registration person) {
    return attendee(person.person().fullName(), person.person().address());
  }

  static Attendee attendee(String name, String address) {
    // A parameter cannot hold a double quote (RFC 5545 §3.2).
    String quotable = Typed.line(name).replace('"', '\'');
    Attendee attendee = new Attendee(quotable, Mailto.encoded(address));
    attendee.setParticipationLevel(ParticipationLevel.REQUIRED);
    attendee.setParticipationStatus(ParticipationStatus.NEEDS_ACTION);
    // Calendars would send answers to the organizer's address, where no calendar program reads
    // them.
    attendee.setRsvp(false);
    return attendee;
  }

  String method() {
    return isOff ? "CANCEL" : "REQUEST";
  }

  String text(Instant now) {
    event.setDateTimeStamp(Date.from(now));
    ICalendar calendar = Biweekly.parse(CalendarZone.text(zone)).first();
    calendar.setMethod(new Method(method()));
    TimezoneInfo zones = calendar.getTimezoneInfo();
    zones.setDefaultTimezone(zones.getTimezoneById(zone.getId()));
    calendar.addEvent(event);
    return Biweekly.write(calendar)
        .go()
        .replace("\r\n ", "")
        .lines()
        .map(CalendarEntry::folded)
        .collect(Collectors.joining());
  }

  /** The library folds lines by characters, but RFC 5545 §3.1 counts octets. */
  private static String folded(String line) {
    StringBuilder folded = new StringBuilder();
    int octets = 0;
    for (int character : line.codePoints().toArray()) {
      int more = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
      if (octets + more > LONGEST_LINE) {
        folded.append("\r\n ");
        octets = 1;
      }
      octets += more;
      folded.appendCodePoint(character);
    }
    return folded + "\r\n";
  }
}
