package fr.vismonjob.function;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The people of a simulated edition, numbered as they come, and which registration is whose. */
final class SimulatedPeople {
  private static final int COLLEAGUES = 6;

  private final LocalTables tables;
  private final List<SimulatedPerson> all = new ArrayList<>();

  SimulatedPeople(LocalTables tables) {
    this.tables = tables;
  }

  List<SimulatedPerson> all() {
    return all;
  }

  SimulatedPerson come(Role role, String place, int capacity, List<String> days) {
    return added(new SimulatedPerson(all.size(), role, place, capacity, days));
  }

  private SimulatedPerson added(SimulatedPerson person) {
    all.add(person);
    return person;
  }

  /** Somebody, by a number that counts round; the last who came, by one below zero. */
  SimulatedPerson numbered(int number) {
    return number < 0 ? all.getLast() : all.get(number % all.size());
  }

  /** Whom an ambassador asks to host: one of a few colleagues, now and then somebody known. */
  SimulatedPerson colleague(int number) {
    return number % 4 == 0
        ? numbered(number / 4)
        : at("c%dx@numerique.gouv.fr".formatted(number % COLLEAGUES));
  }

  /** Whoever has this address now, and not whoever had it before. */
  SimulatedPerson at(String address) {
    all.forEach(this::row);
    return all.stream()
        .filter(person -> person.address().equals(address))
        .findFirst()
        .orElseGet(() -> added(SimulatedPerson.colleague(all.size(), address)));
  }

  /** The person, and whoever reads the same mailbox and so acts on the same registration. */
  Stream<SimulatedPerson> sharing(SimulatedPerson person) {
    return all.stream()
        .filter(
            other -> other == person || (other.id().isPresent() && other.id().equals(person.id())));
  }

  /** Notes the row that the person has just made, or had. */
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

  /** The pairs whose two have learnt of each other. */
  List<Pair> pairs() {
    return tables.pairs().scan("2026", Share.WHOLE, LocalTables.ALL_READABLE).toList();
  }

  Stream<Registration> scanned() {
    return tables.registrations().scan("2026", Share.WHOLE, LocalTables.ALL_READABLE);
  }
}
