package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.pairing.Feedback;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What must be true of a simulated edition whenever a day is over. */
final class SimulationChecks {
  private static final LocalDate LAST_MATCHING = LocalDate.parse("2026-11-16");
  private static final LocalDate FIRST_MATCHING = LocalDate.parse("2026-11-03");
  private static final LocalDate THE_DAY = LocalDate.parse("2026-11-24");

  private final LocalTables tables;
  private final SesServer ses;
  private final SimulatedPeople people;
  private final SimulatedCalendars calendars;
  private final SimulatedWishes wishes;
  private final SimulatedChoices choices;
  private boolean everOnAgreement;

  // The tables as they are when a day is over.
  private List<Registration> registrations = List.of();
  private List<Pair> pairs = List.of();
  private List<Item> mails = List.of();

  SimulationChecks(
      LocalTables tables,
      SesServer ses,
      SimulatedPeople people,
      SimulatedCalendars calendars,
      SimulatedWishes wishes,
      SimulatedChoices choices) {
    this.tables = tables;
    this.ses = ses;
    this.people = people;
    this.calendars = calendars;
    this.wishes = wishes;
    this.choices = choices;
  }

  /**
   * @param isCalm whether it was a day of this edition that nobody disturbed
   */
  void afterDay(LocalDate day, LocalDate asked, boolean isCalm) {
    everOnAgreement |=
        tables.row("Editions", "2026").textOrEmpty("publication").equals("SUR_ACCORD");
    registrations = people.scanned().toList();
    pairs = people.pairs();
    mails = items("Mails");
    pairsAndPeopleAgree(day);
    nobodyHasMoreThanRoom();
    daysGoOnWithColleagues();
    relaysEnd(day, asked);
    feedbackCounts();
    addressesAreUnique();
    seatsAreGivenOnce();
    SimulationMails sent = new SimulationMails(mails, ses.accepted());
    sent.leaveOnce();
    sent.followChanges(registrations, pairs);
    proposalsAreSilent();
    erasedLeavesNoTrace();
    choices.areFollowed(registrations, pairs);
    SimulatedChoices.areKnownByName(
        registrations, pairs.stream().filter(pair -> pair.isAhead(day)).toList());
    if (asked.equals(day)) {
      sent.campaignsHaveLeft();
      everybodyIsTold(day);
      if (isCalm) {
        SimulationDues.of(day, registrations, pairs, mails).areQueued();
      }
    }
    wishes.areKept();
    calendars.knowTheDays(day, registrations, pairs, mails);
  }

  void atTheEnd(LocalDate day) {
    for (Item mail : items("Mails")) {
      assertTrue(
          Set.of("ENVOYE", "SANS_OBJET", "ECHEC").contains(mail.required("statut")),
          () -> "on " + day + " " + mail.required("envoi") + " is " + mail.required("statut"));
    }
  }

  private void pairsAndPeopleAgree(LocalDate day) {
    Map<String, Integer> together = new HashMap<>();
    for (Pair pair : pairs) {
      assertEquals(
          pair.status() == PairStatus.DATE_PROPOSEE,
          !pair.state().proposed().isEmpty(),
          pair::toString);
      boolean imposed =
          pair.origin().reasons().stream().anyMatch(reason -> reason.contains("choisi par"));
      if (!imposed) {
        together.merge(
            pair.ambassador().registration() + " " + pair.student().registration(),
            1,
            Integer::sum);
      }
    }
    together.forEach((two, times) -> assertEquals(1, times, () -> "paired again: " + two));
    for (Registration person : registrations) {
      List<String> own = pairs.stream().filter(pair -> isOf(pair, person)).map(Pair::id).toList();
      assertEquals(
          own.stream().sorted().toList(), person.pairs().stream().sorted().toList(), person.id());
      assertEquals(person.pairs().size(), person.state().partners().size());
      if (person.status() != Status.RETIREE) {
        assertEquals(person.status() == Status.APPARIEE, !own.isEmpty(), person.toString());
      }
      for (Pair pair : pairs) {
        if (pair.side(person.role()).registration().equals(person.id()) && pair.isAhead(day)) {
          assertEquals(person.person().fullName(), pair.side(person.role()).fullName());
          assertEquals(person.person().address(), pair.side(person.role()).address());
        }
      }
    }
    Set<String> keys =
        mails.stream().map(mail -> mail.required("envoi")).collect(Collectors.toSet());
    for (Pair pair : pairs) {
      for (Role role : Role.values()) {
        String key = pair.side(role).registration() + "/" + pair.id();
        String told = isRelayed(pair) ? "relais-pris/" + key + "-0" : "binome/" + key;
        assertTrue(keys.contains(told), told);
      }
    }
  }

  /** Whoever leaves after their day and registers again begins anew, without that day. */
  private static boolean isOf(Pair pair, Registration person) {
    return pair.status() != PairStatus.ANNULE
        && pair.side(person.role()).registration().equals(person.id())
        && !pair.date().isBefore(FrenchDates.dayOf(person.registeredAt()));
  }

  private static boolean isRelayed(Pair pair) {
    return pair.origin().run().startsWith("relais/");
  }

  private void nobodyHasMoreThanRoom() {
    for (Registration person : registrations) {
      assertTrue(person.pairs().size() <= person.details().capacity(), person::toString);
    }
  }

  /** The student's entry goes on, and the former ambassador is told. */
  private void daysGoOnWithColleagues() {
    for (Pair next : pairs.stream().filter(SimulationChecks::isRelayed).toList()) {
      String id = next.origin().run().substring("relais/".length());
      Pair former = pairs.stream().filter(pair -> pair.id().equals(id)).findFirst().orElseThrow();
      assertEquals(PairStatus.ANNULE, former.status());
      assertEquals(former.student().registration(), next.student().registration());
      assertEquals(former.calendarUid(), next.calendarUid());
      assertTrue(former.calendarSequence() < next.calendarSequence(), next::toString);
      String told =
          "relais-pris/%s/%s-%d"
              .formatted(
                  former.ambassador().registration(), former.id(), former.state().sequence());
      assertTrue(mails.stream().anyMatch(mail -> mail.required("envoi").equals(told)), told);
    }
  }

  /** Nobody is asked to host any more once a pair has ended, or after the morning that follows. */
  private void relaysEnd(LocalDate day, LocalDate asked) {
    for (Item item : items("Pairs")) {
      if (!item.textOrEmpty("relais_courriel").isEmpty()) {
        Pair pair = tables.pairs().find(item.required("binome")).orElseThrow();
        assertTrue(pair.isOn(), pair::toString);
        assertTrue(!asked.equals(day) || pair.isAhead(day), pair::toString);
      }
    }
  }

  private void feedbackCounts() {
    for (Pair pair : pairs) {
      Set<Boolean> said =
          Stream.of(Role.values())
              .flatMap(role -> pair.side(role).feedback().stream())
              .map(Feedback::tookPlace)
              .collect(Collectors.toSet());
      if (!said.isEmpty()) {
        assertEquals(
            said.size() == 2
                ? PairStatus.A_VERIFIER
                : said.contains(true) ? PairStatus.REALISE : PairStatus.NON_REALISE,
            pair.status());
      }
    }
  }

  private void addressesAreUnique() {
    Set<String> seen = new HashSet<>();
    for (Registration person : registrations) {
      assertTrue(seen.add(person.role() + " " + person.person().address()), person.toString());
    }
  }

  private void seatsAreGivenOnce() {
    for (Item slot : items("CoachingSlots")) {
      List<String> attendees = slot.list("inscrits");
      assertTrue(
          attendees.size() <= Integer.parseInt(slot.required("places")), slot.required("seance"));
      assertEquals(new HashSet<>(attendees).size(), attendees.size());
      assertEquals(
          registrations.stream()
              .filter(person -> person.seat().equals(Optional.of(slot.required("seance"))))
              .map(Registration::id)
              .sorted()
              .toList(),
          attendees.stream().sorted().toList());
    }
  }

  private void proposalsAreSilent() {
    Set<String> formed = pairs.stream().map(Pair::id).collect(Collectors.toSet());
    for (Item pair : items("Pairs")) {
      String id = pair.required("binome");
      if (!formed.contains(id)) {
        assertTrue(mails.stream().noneMatch(mail -> mail.required("envoi").contains(id)), id);
        assertTrue(registrations.stream().noneMatch(row -> row.pairs().contains(id)), id);
      }
    }
  }

  private void erasedLeavesNoTrace() {
    List<String> everything =
        Stream.of("Registrations", "Pairs", "CoachingSlots", "Mails", "MailAllowances")
            .flatMap(table -> tables.items(table).stream())
            // The last mail carries its address until it has left.
            .filter(item -> !Item.of(item).textOrEmpty("envoi").startsWith("efface/"))
            .map(SimulationChecks::withoutRequest)
            .toList();
    Set<String> present = registrations.stream().map(Registration::id).collect(Collectors.toSet());
    for (SimulatedPerson person : people.all()) {
      if (!present.contains(person.id().orElse(""))) {
        for (String trace : person.traces()) {
          String holder =
              everything.stream().filter(item -> item.contains(trace)).findFirst().orElse("");
          assertTrue(holder.isEmpty() || isAnothers(person, trace), () -> trace + " in " + holder);
        }
      }
    }
  }

  /** Whom an ambassador asks to host may not have registered; when that ends is seen elsewhere. */
  private static String withoutRequest(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> rest = new TreeMap<>(item);
    rest.remove("relais_courriel");
    return rest.toString();
  }

  /** Somebody has taken the address that this person had. */
  private boolean isAnothers(SimulatedPerson person, String trace) {
    return people.all().stream()
        .anyMatch(other -> other != person && other.traces().contains(trace));
  }

  /**
   * Who takes part has a partner, or has been told that there is none; the next run tells who
   * confirmed during this one.
   */
  private void everybodyIsTold(LocalDate day) {
    boolean late = day.isAfter(LAST_MATCHING);
    if (day.isBefore(FIRST_MATCHING) || day.isAfter(THE_DAY) || (everOnAgreement && !late)) {
      return;
    }
    Set<String> told =
        mails.stream()
            .filter(
                mail ->
                    Set.of("binome", "relais-pris", "sans-binome", "fin-sans-binome")
                            .contains(mail.required("modele"))
                        || (Set.of("confirmee", "coaching").contains(mail.required("modele"))
                            && mail.required("cree_le").startsWith(day.toString())))
            .map(mail -> mail.required("inscription") + " " + mail.required("numero"))
            .collect(Collectors.toSet());
    for (Registration person : registrations) {
      assertTrue(
          !person.isActive() || told.contains(person.id() + " " + person.number()),
          () -> "not told: " + person.id());
    }
  }

  /** The retention is over: nothing is left of anybody but the wishes for the next edition. */
  void editionIsErased() {
    registrations = people.scanned().toList();
    assertEquals(List.of(), registrations);
    erasedLeavesNoTrace();
    for (Item slot : items("CoachingSlots")) {
      assertEquals(List.of(), slot.list("inscrits"));
    }
    for (Item pair : items("Pairs")) {
      assertEquals("", pair.textOrEmpty("relais_courriel"));
    }
    assertTrue(
        items("MailAllowances").stream()
            .noneMatch(item -> item.required("destinataire").equals("edition/2026")),
        "the key of the ids is left");
    wishes.areKept();
  }

  private List<Item> items(String table) {
    return tables.items(table).stream().map(Item::of).toList();
  }
}
