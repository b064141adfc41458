package fr.vismonjob.pairing;

import fr.vismonjob.matching.Ambassador;
import fr.vismonjob.matching.Instance;
import fr.vismonjob.matching.Matcher;
import fr.vismonjob.matching.Matching;
import fr.vismonjob.matching.PairIds;
import fr.vismonjob.matching.Shortages;
import fr.vismonjob.matching.Student;
import fr.vismonjob.registration.Choices;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The people of a run by id.
 *
 * @param full ambassadors without room for one more student
 * @param outOfDates people with room whose days have all passed, kept apart because the engine
 *     needs a day
 */
record PairingPool(
    Map<String, Entrant.Host> hosts,
    Map<String, Entrant.Host> full,
    Map<String, Entrant.Guest> guests,
    List<Entrant> outOfDates) {

  static PairingPool of(List<Entrant> entrants) {
    Map<String, Entrant.Host> hosts = new HashMap<>();
    Map<String, Entrant.Host> full = new HashMap<>();
    Map<String, Entrant.Guest> guests = new HashMap<>();
    List<Entrant> outOfDates = new ArrayList<>();
    for (Entrant entrant : entrants) {
      switch (entrant) {
        case Entrant.Host host when host.room() < 1 -> {
          if (!host.dates().isEmpty()) {
            full.put(host.standing().registration(), host);
          }
        }
        case Entrant late when late.dates().isEmpty() -> outOfDates.add(late);
        case Entrant.Host host -> hosts.put(host.standing().registration(), host);
        case Entrant.Guest guest -> guests.put(guest.standing().registration(), guest);
      }
    }
    return new PairingPool(hosts, full, guests, outOfDates);
  }

  /** The people who offer a place and look for one, each with themself. */
  Stream<PairIds> inBothRoles() {
    Map<String, String> byPerson =
        guests.values().stream()
            .collect(
                Collectors.toMap(
                    Entrant::person, guest -> guest.standing().registration(), PairingPool::first));
    return hosts.values().stream()
        .filter(host -> byPerson.containsKey(host.person()))
        .map(
            host ->
                new PairIds(
                    Objects.requireNonNull(byPerson.get(host.person())),
                    host.standing().registration()));
  }

  Entrant.Host host(String id) {
    return Objects.requireNonNull(hosts.get(id));
  }

  Entrant.Guest guest(String id) {
    return Objects.requireNonNull(guests.get(id));
  }

  List<HostsWanted> wanted(Instance instance, Matching matching) {
    Map<List<Double>, String> places = new HashMap<>();
    Stream.concat(hosts.values().stream(), guests.values().stream())
        .forEach(
            entrant ->
                places.merge(
                    List.of(entrant.lat(), entrant.lon()), entrant.place(), PairingPool::first));
    return Shortages.of(instance, matching).stream()
        .map(
            shortage ->
                new HostsWanted(
                    Choices.jobLabel(shortage.job()).orElse(shortage.job()),
                    Objects.requireNonNull(places.get(List.of(shortage.lat(), shortage.lon()))),
                    shortage.leftOver()))
        .toList();
  }

  /** If communes share their coordinates, the choice of one does not depend on the order. */
  private static String first(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  Student student(String id) {
    return student(guest(id));
  }

  Ambassador ambassador(String id) {
    Entrant.Host host = host(id);
    return ambassador(host, host.room());
  }

  List<Student> students() {
    return guests.values().stream()
        .map(PairingPool::student)
        .sorted(Comparator.comparing(Student::id))
        .toList();
  }

  List<Ambassador> ambassadors() {
    return hosts.values().stream()
        .map(host -> ambassador(host, host.room()))
        .sorted(Comparator.comparing(Ambassador::id))
        .toList();
  }

  /** The full ambassadors, with the one seat that the engine's records need. */
  List<Ambassador> fullAmbassadors() {
    return full.values().stream()
        .map(host -> ambassador(host, 1))
        .sorted(Comparator.comparing(Ambassador::id))
        .toList();
  }

  /** Whether both are in the pool and could be a pair by their wishes. */
  boolean suit(PairIds ids, LocalDate eventDay) {
    Optional<Entrant.Guest> guest = Optional.ofNullable(guests.get(ids.student()));
    Optional<Entrant.Host> host =
        Optional.ofNullable(hosts.get(ids.ambassador()))
            .or(() -> Optional.ofNullable(full.get(ids.ambassador())));
    return guest.isPresent()
        && host.isPresent()
        && Matcher.suit(student(guest.get()), ambassador(host.get(), 1), eventDay);
  }

  private static Student student(Entrant.Guest guest) {
    return new Student(
        guest.standing().registration(),
        guest.jobs(),
        guest.anyJob(),
        guest.lat(),
        guest.lon(),
        guest.radiusKm(),
        guest.administrations(),
        guest.dates());
  }

  private static Ambassador ambassador(Entrant.Host host, int seats) {
    return new Ambassador(
        host.standing().registration(),
        host.job().code(),
        host.lat(),
        host.lon(),
        host.administration().code(),
        host.dates(),
        seats);
  }
}
