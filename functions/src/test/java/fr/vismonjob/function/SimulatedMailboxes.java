package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.MailTags;
import fr.vismonjob.delivery.ReceivedMail;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.pairing.Relay;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people find in their mailboxes. Each mail is looked at when SES takes it: what it says must
 * be so in the tables at that moment, and it names nobody but its reader and those whom the reader
 * meets.
 */
final class SimulatedMailboxes {
  /**
   * A link that opens one thing alone.
   *
   * @param page such as {@code relais}
   */
  record Link(String address, String page, String path) {
    /** Of the pair, the registration or the wish. */
    String id() {
      return path.substring(page.length() + 2).split("\\.", -1)[0];
    }
  }

  private static final Pattern LINK =
      Pattern.compile("/(relais|nouvelle-adresse|prochaine)/[0-9a-f]{32}\\.[A-Za-z0-9_-]{22}");
  private static final Pattern NAME = Pattern.compile("Nom\\d{3}x\\d*");
  private static final Set<String> TO_ONESELF =
      Set.of("confirmation", "lien", "relance", "sans-binome", "fin-sans-binome", "retrait");
  private static final Set<String> OF_MEETING =
      Set.of(
          "binome",
          "accueil",
          "date-proposee",
          "date-convenue",
          "coordonnees",
          "relais-decline",
          "rappel-j7",
          "rappel-j1",
          "avis");

  /** The parts of a mail's key, and the mail. */
  private record Letter(
      String kind, String whose, String occasion, String address, ReceivedMail mail) {
    static Letter of(SesServer.Received received) {
      String[] key = MailTags.key(received).split("/", 3);
      return new Letter(
          key[0], key[1], key[2], received.destination(), ReceivedMail.of(received.message()));
    }

    String pair() {
      return occasion.substring(0, 32);
    }
  }

  private final LocalTables tables;
  private final SimulatedPeople people;
  private final SimulatedCalendars calendars;
  private final List<Link> links = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private boolean isDisturbed;

  SimulatedMailboxes(LocalTables tables, SimulatedPeople people, SimulatedCalendars calendars) {
    this.tables = tables;
    this.people = people;
    this.calendars = calendars;
  }

  /** Somebody else acts while mails are sent: they may say what was so when they were begun. */
  void disturb(boolean disturbed) {
    isDisturbed = disturbed;
  }

  synchronized void take(SesServer.Received received) {
    Letter letter = Letter.of(received);
    letter.mail().calendars().forEach(calendar -> calendars.take(letter.whose(), calendar));
    Matcher link = LINK.matcher(letter.mail().text());
    while (link.find()) {
      links.add(new Link(letter.address(), link.group(1), link.group()));
    }
    try {
      if (!isDisturbed) {
        isTrue(letter);
      }
    } catch (AssertionError | RuntimeException e) {
      faults.add("the mail " + MailTags.key(received) + " to " + letter.address() + ": " + e);
    }
  }

  /**
   * @throws AssertionError if a mail since the last time said what was not so
   */
  synchronized void allWereTrue() {
    List<String> all = List.copyOf(faults);
    faults.clear();
    assertTrue(all.isEmpty(), () -> String.join("\n", all));
  }

  /** One of the links to a page that have come by mail, from the last one back. */
  synchronized Optional<Link> link(String page, int back) {
    List<Link> all = links.stream().filter(link -> link.page().equals(page)).toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.get(all.size() - 1 - back % all.size()));
  }

  private void isTrue(Letter letter) {
    switch (letter.kind()) {
      case "relais" -> asksAColleague(letter);
      case "relais-pris" -> saysWhoTakesOver(letter);
      case "binome-annule" -> {
        isTo(self(letter), letter);
        assertEquals(PairStatus.ANNULE, pair(letter.pair()).status());
        namesNobodyElse(letter, met(self(letter)));
      }
      case "nouvelle-edition" ->
          assertTrue(
              tables.subscriptions(tables.client()).evenIfOver(letter.occasion()).stream()
                  .anyMatch(wish -> wish.address().equals(letter.address())),
              "the wish is forgotten");
      case "recrutement", "rapport", "proposition", "efface", "nouvelle-adresse" ->
          namesNobodyElse(letter, List.of(letter.whose()));
      default -> {
        isTo(self(letter), letter);
        if (TO_ONESELF.contains(letter.kind())) {
          isOfOneself(letter, self(letter));
        }
        if (OF_MEETING.contains(letter.kind())) {
          isOfMeeting(letter, self(letter));
        }
        namesNobodyElse(letter, met(self(letter)));
      }
    }
  }

  private static void isTo(Registration self, Letter letter) {
    assertEquals(self.person().address(), letter.address());
  }

  private static void isOfOneself(Letter letter, Registration self) {
    Status status = self.status();
    switch (letter.kind()) {
      case "confirmation", "relance" -> assertEquals(Status.A_CONFIRMER, status);
      case "sans-binome", "fin-sans-binome" -> assertEquals(Status.CONFIRMEE, status);
      default -> {}
    }
  }

  private void isOfMeeting(Letter letter, Registration self) {
    Pair pair = pair(letter.pair());
    assertTrue(
        letter.kind().equals("avis") ? pair.status() != PairStatus.ANNULE : pair.isOn(),
        () -> "the pair is " + pair.state());
    assertEquals(self.id(), pair.side(self.role()).registration());
    String other = pair.side(self.role().other()).registration();
    // Somebody is asked about the day also if the partner is erased.
    if (!letter.kind().equals("avis") || tables.registrations().find(other).isPresent()) {
      names(letter, other);
    }
    letter
        .mail()
        .calendars()
        .forEach(
            calendar ->
                assertEquals(
                    SimulatedCalendars.expected(pair, host(pair)),
                    SimulatedCalendars.entry(calendar)));
  }

  /** The address that the ambassador has given, and the name of who asks. */
  private void asksAColleague(Letter letter) {
    Relay relay = tables.pairs().relays().find(letter.pair()).orElseThrow();
    assertEquals(relay.address(), Optional.of(letter.address()));
    assertTrue(pair(letter.pair()).isOn());
    names(letter, letter.whose());
    namesNobodyElse(letter, List.of(letter.whose()));
  }

  private void saysWhoTakesOver(Letter letter) {
    Registration self = self(letter);
    isTo(self, letter);
    if (pair(letter.pair()).status() == PairStatus.ANNULE) {
      namesNobodyElse(letter, met(self));
    } else {
      isOfMeeting(letter, self);
      Pair pair = pair(letter.pair());
      namesNobodyElse(
          letter, List.of(pair.ambassador().registration(), pair.student().registration()));
    }
  }

  private void names(Letter letter, String registration) {
    String name = registration(registration).person().lastName();
    letter.mail().bodies().forEach(body -> assertTrue(body.contains(name), "not of " + name));
  }

  private void namesNobodyElse(Letter letter, List<String> registrations) {
    List<String> known =
        NAME.matcher(letter.mail().text()).results().map(MatchResult::group).distinct().toList();
    for (String name : known) {
      assertTrue(
          people.all().stream()
              .filter(person -> person.isNamed(name))
              .flatMap(person -> person.id().stream())
              .anyMatch(registrations::contains),
          () -> "names " + name);
    }
  }

  /** The person, and everybody who is or was the person's partner. */
  private List<String> met(Registration self) {
    List<String> met = new ArrayList<>(List.of(self.id()));
    tables.pairs().everOf(self).stream()
        .flatMap(id -> tables.pairs().find(id).stream())
        .filter(Pair::wasFormed)
        .forEach(pair -> met.add(pair.side(self.role().other()).registration()));
    return met;
  }

  private Registration self(Letter letter) {
    return registration(letter.whose());
  }

  private Registration host(Pair pair) {
    return registration(pair.ambassador().registration());
  }

  private Registration registration(String id) {
    return tables.registrations().find(id).orElseThrow();
  }

  private Pair pair(String id) {
    return tables.pairs().find(id).orElseThrow();
  }
}
