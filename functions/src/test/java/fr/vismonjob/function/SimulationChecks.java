package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.delivery.MailTags;
import fr.vismonjob.delivery.SesServer;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be true of a simulated edition whenever a day is over. */
final class SimulationChecks {
  private static final LocalDate LAST_MATCHING = LocalDate.parse("2026-11-16");
  private static final LocalDate FIRST_MATCHING = LocalDate.parse("2026-11-03");
  private static final LocalDate THE_DAY = LocalDate.parse("2026-11-24");

  private final LocalTables tables;
  private final SesServer ses;
  private final List<SimulatedPerson> people;
  private final SimulatedCalendars calendars;
  private boolean everOnAgreement;

  // The tables as they are when a day is over.
  private List<Registration> registrations = List.of();
  private List<Pair> pairs = List.of();
  private List<Item> mails = List.of();

  SimulationChecks(LocalTables tables, SesServer ses, List<SimulatedPerson> people) {
    this.tables = tables;
    this.ses = ses;
    this.people = people;
    this.calendars = new SimulatedCalendars(ses);
  }

  /** The row that the person has just made, or had. */
  void noteRegistered(SimulatedPerson person) {
    scanned()
        .filter(
            row -> row.role() == person.role() && row.person().address().equals(person.address()))
        .findFirst()
        .ifPresent(row -> person.isRegistered(row.id()));
  }

  /** The person's row. The person learns by mail that the address in it has changed. */
  Optional<Registration> row(SimulatedPerson person) {
    Optional<Registration> row = person.id().flatMap(tables.registrations()::find);
    row.ifPresent(found -> person.has(found.person().address()));
    return row;
  }

  /** Forms are right but for days that have passed, and for what the state does not allow. */
  void mayBeInvalid(String path, Map<String, Object> body, String answer) {
    assertTrue(
        answer.contains("\"field\":\"dates\"")
            || answer.contains("\"field\":\"binome\"")
            || answer.contains("\"field\":\"metier")
            || answer.contains("\"field\":\"capacite\""),
        () -> path + " " + body + ": " + answer);
  }

  void afterDay(LocalDate day, LocalDate asked) {
    everOnAgreement |=
        !Item.of(tables.items("Editions").getFirst()).textOrEmpty("publication").isEmpty();
    registrations = scanned().toList();
    pairs = tables.pairs().scan("2026", Share.WHOLE, LocalTables.ALL_READABLE).toList();
    mails = items("Mails");
    pairsAndPeopleAgree(day);
    addressesAreUnique();
    seatsAreGivenOnce();
    mailsLeaveOnce();
    proposalsAreSilent();
    erasedLeavesNoTrace();
    if (asked.equals(day)) {
      campaignsHaveLeft();
      everybodyIsTold(day);
    }
    calendars.read();
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
    Map<String, List<String>> pairsOf = new HashMap<>();
    Map<String, Integer> together = new HashMap<>();
    for (Pair pair : pairs) {
      boolean imposed =
          pair.origin().reasons().stream().anyMatch(reason -> reason.contains("choisi par"));
      if (!imposed) {
        together.merge(
            pair.ambassador().registration() + " " + pair.student().registration(),
            1,
            Integer::sum);
      }
      for (Role role : Role.values()) {
        if (pair.status() != PairStatus.ANNULE) {
          pairsOf
              .computeIfAbsent(pair.side(role).registration(), _ -> new ArrayList<>())
              .add(pair.id());
        }
      }
    }
    together.forEach((two, times) -> assertEquals(1, times, () -> "paired again: " + two));
    for (Registration person : registrations) {
      List<String> own = pairsOf.getOrDefault(person.id(), List.of());
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
        String key = "binome/" + pair.side(role).registration() + "/" + pair.id();
        assertTrue(keys.contains(key), key);
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

  private void mailsLeaveOnce() {
    Map<String, Long> left =
        ses.accepted().stream()
            .collect(Collectors.groupingBy(MailTags::key, Collectors.counting()));
    left.forEach((key, times) -> assertEquals(1L, times, () -> "mailed twice: " + key));
    for (Item mail : mails) {
      String key = mail.required("envoi");
      switch (mail.required("statut")) {
        case "ENVOYE" -> assertTrue(left.containsKey(key), key);
        case "A_ENVOYER", "SANS_OBJET" -> assertTrue(!left.containsKey(key), key);
        default -> {}
      }
    }
  }

  private void campaignsHaveLeft() {
    for (Item mail : mails) {
      assertTrue(
          !mail.required("depart").equals("CAMPAGNE")
              || !mail.required("statut").equals("A_ENVOYER"),
          () -> "still waits: " + mail.required("envoi"));
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
            .map(item -> new TreeMap<>(item).toString())
            .toList();
    Set<String> present = registrations.stream().map(Registration::id).collect(Collectors.toSet());
    for (SimulatedPerson person : people) {
      if (!present.contains(person.id().orElse(""))) {
        for (String trace : person.traces()) {
          String holder =
              everything.stream().filter(item -> item.contains(trace)).findFirst().orElse("");
          assertTrue(holder.isEmpty() || isAnothers(person, trace), () -> trace + " in " + holder);
        }
      }
    }
  }

  /** Somebody has taken the address that this person had. */
  private boolean isAnothers(SimulatedPerson person, String trace) {
    return people.stream().anyMatch(other -> other != person && other.traces().contains(trace));
  }

  /** Who takes part has a partner, or has been told that there is none. */
  private void everybodyIsTold(LocalDate day) {
    boolean late = day.isAfter(LAST_MATCHING);
    if (day.isBefore(FIRST_MATCHING) || day.isAfter(THE_DAY) || (everOnAgreement && !late)) {
      return;
    }
    Set<String> told =
        mails.stream()
            .filter(
                mail ->
                    Set.of("binome", "sans-binome", "fin-sans-binome")
                        .contains(mail.required("modele")))
            .map(mail -> mail.required("inscription"))
            .collect(Collectors.toSet());
    for (Registration person : registrations) {
      assertTrue(
          !person.isActive() || told.contains(person.id()), () -> "not told: " + person.id());
    }
  }

  private Stream<Registration> scanned() {
    return tables.registrations().scan("2026", Share.WHOLE, LocalTables.ALL_READABLE);
  }

  private List<Item> items(String table) {
    return tables.items(table).stream().map(Item::of).toList();
  }
}
