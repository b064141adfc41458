package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import fr.vismonjob.delivery.MailTags;
import fr.vismonjob.delivery.ReceivedMail;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands in people's calendars, by the entries of the mails that SES took: of one meeting the
 * entry with the highest SEQUENCE, of two such the later one.
 */
final class SimulatedCalendars {
  private static final Set<String> OPEN = Set.of("A_ENVOYER", "EN_COURS", "ECHEC");

  private record Entry(int sequence, LocalDate day, boolean isOff) {}

  private final SesServer ses;
  private int taken;

  /** By the person's registration and the UID. */
  private final Map<String, Entry> entries = new HashMap<>();

  SimulatedCalendars(SesServer ses) {
    this.ses = ses;
  }

  /** Takes what has come since. */
  void read() {
    List<SesServer.Received> accepted = ses.accepted();
    for (; taken < accepted.size(); taken++) {
      SesServer.Received mail = accepted.get(taken);
      String registration = MailTags.key(mail).split("/", -1)[1];
      ReceivedMail.of(mail.message()).calendars().forEach(calendar -> take(registration, calendar));
    }
  }

  private void take(String registration, ICalendar calendar) {
    VEvent event = calendar.getEvents().getFirst();
    LocalDate day = FrenchDates.dayOf(event.getDateStart().getValue().toInstant());
    Entry entry = new Entry(event.getSequence().getValue(), day, calendar.getMethod().isCancel());
    entries.merge(
        registration + " " + event.getUid().getValue(),
        entry,
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
          knows(pair, who, present.contains(who));
        }
      }
    }
  }

  private void knows(Pair pair, String who, boolean isPresent) {
    Optional<Entry> entry =
        entries.entrySet().stream()
            .filter(known -> known.getKey().startsWith(who + " binome-" + pair.id()))
            .map(Map.Entry::getValue)
            .findFirst();
    if (pair.isOn() && isPresent) {
      assertTrue(
          entry.filter(known -> !known.isOff()).isPresent(),
          () -> who + " does not know of " + pair.state() + " but " + entry);
      assertEquals(pair.date(), entry.orElseThrow().day(), who);
    }
    if (pair.status() == PairStatus.ANNULE) {
      assertTrue(
          entry.filter(known -> !known.isOff()).isEmpty(),
          () -> who + " still expects " + pair.id() + ": " + entry);
    }
  }
}
