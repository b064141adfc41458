package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Attendee;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What stands in people's calendars, by the entries of the mails that SES took: of one meeting the
 * entry with the highest SEQUENCE, of two such the later one.
 */
final class SimulatedCalendars {
  private static final Set<String> OPEN = Set.of("A_ENVOYER", "EN_COURS", "ECHEC");

  /**
   * An entry of a calendar.
   *
   * @param among the addresses of those who meet
   */
  record Entry(
      long sequence, LocalDate day, LocalTime from, boolean isOff, SortedSet<String> among) {}

  /** By the person's registration and the UID. */
  private final Map<String, Entry> entries = new HashMap<>();

  static Entry entry(ICalendar calendar) {
    VEvent event = calendar.getEvents().getFirst();
    ZonedDateTime start = event.getDateStart().getValue().toInstant().atZone(FrenchDates.PARIS);
    return new Entry(
        event.getSequence().getValue(),
        start.toLocalDate(),
        start.toLocalTime(),
        calendar.getMethod().isCancel(),
        event.getAttendees().stream()
            .map(Attendee::getEmail)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The entry that a mail about a pair has at this moment. */
  static Entry expected(Pair pair, Registration host) {
    return new Entry(
        pair.calendarSequence(),
        pair.date(),
        host.welcome().arrival(),
        false,
        new TreeSet<>(List.of(pair.ambassador().address(), pair.student().address())));
  }

  /** A mail brings this to somebody's calendar. */
  synchronized void take(String registration, ICalendar calendar) {
    entries.merge(
        registration + " " + calendar.getEvents().getFirst().getUid().getValue(),
        entry(calendar),
        (known, next) -> next.sequence() >= known.sequence() ? next : known);
  }

  /**
   * Both people of a pair still to come have its day in their calendars, and nobody has a day that
   * was called off, unless a mail about it still waits or has failed.
   */
  void knowTheDays(LocalDate today, List<Registration> people, List<Pair> pairs, List<Item> mails) {
    Set<String> waiting =
        mails.stream()
            .filter(mail -> OPEN.contains(mail.required("statut")))
            .map(mail -> mail.required("inscription"))
            .collect(Collectors.toSet());
    Set<String> present = people.stream().map(Registration::id).collect(Collectors.toSet());
    for (Pair pair : pairs) {
      for (Role role : Role.values()) {
        String who = pair.side(role).registration();
        if (!pair.date().isBefore(today) && !waiting.contains(who)) {
          Optional<Pair> goesOn = goingOn(pair, role, pairs);
          if (goesOn.isEmpty()) {
            knows(pair, who, present.contains(who), host(pair, people));
          }
        }
      }
    }
  }

  /** The pair with a colleague that has a cancelled one's entry now. */
  private static Optional<Pair> goingOn(Pair pair, Role role, List<Pair> pairs) {
    return pairs.stream()
        .filter(other -> pair.status() == PairStatus.ANNULE && other.isOn())
        .filter(other -> other.calendarUid().equals(pair.calendarUid()))
        .filter(other -> other.side(role).registration().equals(pair.side(role).registration()))
        .findFirst();
  }

  private static Optional<Registration> host(Pair pair, List<Registration> people) {
    return people.stream()
        .filter(person -> person.id().equals(pair.ambassador().registration()))
        .findFirst();
  }

  private void knows(Pair pair, String who, boolean isPresent, Optional<Registration> host) {
    Optional<Entry> entry =
        entries.entrySet().stream()
            .filter(known -> known.getKey().startsWith(who + " " + pair.calendarUid()))
            .map(Map.Entry::getValue)
            .findFirst();
    if (pair.isOn() && isPresent) {
      assertTrue(
          entry.filter(known -> !known.isOff()).isPresent(),
          () -> who + " does not know of " + pair.state() + " but " + entry);
      assertEquals(pair.date(), entry.orElseThrow().day(), who);
      assertEquals(
          host.orElseThrow().welcome().arrival(),
          entry.orElseThrow().from(),
          () -> who + " expects another hour in " + pair.id());
    }
    if (pair.status() == PairStatus.ANNULE) {
      assertTrue(
          entry.filter(known -> !known.isOff()).isEmpty(),
          () -> who + " still expects " + pair.id() + ": " + entry);
    }
  }
}
