package fr.vismonjob.function;

import fr.vismonjob.registration.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Somebody who fills in the form, under names and addresses that nobody else has. */
final class SimulatedPerson {
  private final int number;
  private final Role role;
  private final List<String> names = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private Optional<String> id = Optional.empty();
  private String place;
  private int capacity;
  private List<String> days;

  SimulatedPerson(int number, Role role, String place, int capacity, List<String> days) {
    this.number = number;
    this.role = role;
    this.place = place;
    this.capacity = capacity;
    this.days = days;
    names.add("Nom%03dx".formatted(number));
    addresses.add("p%03dx@%s".formatted(number, domain()));
  }

  /** Somebody who may be asked to host in an ambassador's place, and has not registered so far. */
  static SimulatedPerson colleague(int number, String address) {
    SimulatedPerson colleague =
        new SimulatedPerson(number, Role.AMBASSADEUR, "75007", 1, List.of("2026-11-24"));
    colleague.addresses.clear();
    colleague.addresses.add(address);
    return colleague;
  }

  private String domain() {
    return role == Role.AMBASSADEUR ? "numerique.gouv.fr" : "example.org";
  }

  Role role() {
    return role;
  }

  String page() {
    return role == Role.AMBASSADEUR ? "/ambassadeurs" : "/etudiants";
  }

  /** The address that the person knows to be in the table. */
  String address() {
    return addresses.getLast();
  }

  /** All words that tell who it is. */
  List<String> traces() {
    List<String> traces = new ArrayList<>(names);
    traces.addAll(addresses);
    traces.addAll(asked);
    return traces;
  }

  /** Whether this is a name that the person has, or had. */
  boolean isNamed(String name) {
    return names.contains(name);
  }

  /** An address that the person asks for; a mail goes there. */
  String asksFor(String any) {
    asked.add(nextAddress(any));
    return asked.getLast();
  }

  void change(String otherPlace, int otherCapacity, List<String> otherDays) {
    place = otherPlace;
    capacity = otherCapacity;
    days = otherDays;
    names.add("Nom%03dx%d".formatted(number, names.size()));
  }

  /** An address of this person's own; now and then the one that somebody else began with. */
  String nextAddress(String any) {
    int other = Integer.parseInt(any);
    return other % 5 == 0
        ? "p%03dx@%s".formatted(other % 30, domain())
        : "p%03dx%d@%s".formatted(number, addresses.size(), domain());
  }

  /** The person's address is this one from now on. */
  void has(String address) {
    if (!address.equals(addresses.getLast())) {
      addresses.add(address);
    }
  }

  void isRegistered(String registration) {
    id = Optional.of(registration);
  }

  /** The key of the registration, once there is one. */
  Optional<String> id() {
    return id;
  }

  Map<String, Object> form() {
    Map<String, Object> form = changed();
    form.put("courriel", address());
    form.put("consentement", true);
    form.remove("action");
    return form;
  }

  /** What a colleague fills in who takes over. */
  Map<String, Object> takingOver() {
    Map<String, Object> form = changed();
    form.put("action", "accepter");
    form.put("consentement", true);
    form.remove("dates");
    form.remove("capacite");
    return form;
  }

  Map<String, Object> changed() {
    Map<String, Object> form = new TreeMap<>();
    form.put("action", "modifier");
    form.put("prenom", "Prénom");
    form.put("nom", names.getLast());
    form.put("code_postal", place);
    form.put("dates", days);
    if (role == Role.AMBASSADEUR) {
      form.put("administration", "interieur");
      form.put("service", "Direction du numérique");
      form.put("echelon", "centrale");
      form.put("metier", number % 3 == 0 ? "donnees" : "developpement");
      form.put("intitule", "Agent");
      form.put("capacite", capacity);
    } else {
      form.put("etablissement", "Université");
      form.put("niveau", "bac+3");
      form.put("metiers", List.of(number % 4 == 0 ? "donnees" : "developpement"));
      form.put("tout_metier", number % 2 == 0);
      form.put("rayon_km", 50);
    }
    return form;
  }
}
