package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.site.Visit;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What people do by the site. Each act is one request, or none if there is nothing to act on. If
 * nobody disturbs it, what it has answered is so at once.
 */
final class SimulatedVisits {
  /** What disturbs an act: nothing, a call that fails, or somebody else who acts during it. */
  enum Trouble {
    NONE,
    FAULT,
    RIVAL
  }

  /** How the site reaches the tables during an act. */
  record Through(DynamoDbClient client, Trouble trouble) {
    boolean mayFail() {
      return trouble == Trouble.FAULT;
    }

    boolean isCalm() {
      return trouble == Trouble.NONE;
    }
  }

  private final LocalTables tables;
  private final SimulatedPeople people;
  private final SimulatedMailboxes mailboxes;
  private final SimulatedWishes wishes;
  private final SimulatedChoices choices;
  private final InstantSource clock;

  /** Whom an ambassador has asked last about a pair. */
  private final Map<String, String> lastAsked = new HashMap<>();

  private final SortedSet<String> done = new TreeSet<>();

  SimulatedVisits(
      LocalTables tables,
      SimulatedPeople people,
      SimulatedMailboxes mailboxes,
      SimulatedWishes wishes,
      SimulatedChoices choices,
      InstantSource clock) {
    this.tables = tables;
    this.people = people;
    this.mailboxes = mailboxes;
    this.wishes = wishes;
    this.choices = choices;
    this.clock = clock;
  }

  /** The acts that the site has done, by their paths and what was asked. */
  SortedSet<String> done() {
    return done;
  }

  /**
   * @return whether a line is one of these acts
   */
  boolean act(String[] words, Through through) {
    switch (words[0]) {
      case "come" -> {
        List<String> days = List.of(words[4].split(",", -1));
        register(
            people.come(Role.valueOf(words[1]), words[2], Integer.parseInt(words[3]), days),
            through);
      }
      case "again" -> register(people.numbered(number(words, 1)), through);
      case "welcome" -> ofPair(words).ifPresent(pair -> welcome(pair, words[2], through));
      case "entrust" ->
          ofPair(words)
              .ifPresent(pair -> entrust(pair, people.colleague(number(words, 2)), through));
      case "take-over", "decline" ->
          mailboxes
              .link("relais", number(words, 1))
              .ifPresent(link -> answer(link, words[0].equals("take-over"), through));
      case "take-address" ->
          mailboxes
              .link("nouvelle-adresse", number(words, 1))
              .ifPresent(link -> takeAddress(link, through));
      case "leave" ->
          mailboxes
              .link("prochaine", number(words, 1))
              .ifPresent(link -> forget(people.at(link.address()), link.path(), through));
      default -> {
        return ofSomebody(words, through);
      }
    }
    return true;
  }

  private static int number(String[] words, int which) {
    return Integer.parseInt(words[which]);
  }

  private Visit request(Through through, String path, Map<String, Object> body) {
    Visit visit = Visit.postJson(LocalSite.through(through.client(), clock), path, body);
    if (visit.status() >= 500 && !through.mayFail()) {
      throw new AssertionError(path + " " + body + ": " + visit.status() + " " + visit.body());
    }
    if (visit.status() == 200 || visit.status() == 202) {
      done.add(path.split("/", -1)[1] + " " + body.getOrDefault("action", ""));
    }
    if (visit.status() == 422 || visit.status() == 400) {
      mayBeInvalid(path, body, visit.body());
    }
    return visit;
  }

  /** Forms are right but for days that have passed, and for what the state does not allow. */
  private static void mayBeInvalid(String path, Map<String, Object> body, String answer) {
    assertTrue(
        answer.contains("\"field\":\"dates\"")
            || answer.contains("\"field\":\"binome\"")
            || answer.contains("\"field\":\"metier")
            || answer.contains("\"field\":\"courriel\"")
            || answer.contains("\"field\":\"capacite\""),
        () -> path + " " + body + ": " + answer);
  }

  private static boolean isDone(Visit answer, Through through) {
    return through.isCalm() && answer.status() == 200;
  }

  private void register(SimulatedPerson person, Through through) {
    if (people.row(person).isEmpty()) {
      wishes.forgot(person);
    }
    request(through, person.page(), person.form());
    people.noteRegistered(person);
  }

  /** One of the pairs that are on, by a number that counts round. */
  private Optional<Pair> ofPair(String[] words) {
    List<Pair> on =
        people.pairs().stream().filter(Pair::isOn).sorted(Comparator.comparing(Pair::id)).toList();
    return on.isEmpty() ? Optional.empty() : Optional.of(on.get(number(words, 1) % on.size()));
  }

  private void welcome(Pair pair, String hour, Through through) {
    by(
        pair.ambassador().registration(),
        through,
        Map.of(
            "action",
            "accueil",
            "accueil_adresse",
            hour + " rue de la Paix",
            "accueil_consignes",
            "Annoncer " + pair.student().address(),
            "accueil_arrivee",
            "%02d:30".formatted(Integer.parseInt(hour))));
  }

  private void entrust(Pair pair, SimulatedPerson colleague, Through through) {
    String address = colleague.address();
    boolean asked =
        by(
                pair.ambassador().registration(),
                through,
                Map.of("action", "confier", "courriel", address, "binome", pair.id()))
            .filter(answer -> answer.status() == 200)
            .isPresent();
    if (asked) {
      lastAsked.put(pair.id(), address);
    } else if (through.mayFail()) {
      lastAsked.remove(pair.id());
    }
  }

  /** An act on the page of a pair, by whoever of the two has this registration. */
  private Optional<Visit> by(String registration, Through through, Map<String, Object> body) {
    return tables
        .registrations()
        .find(registration)
        .map(self -> request(through, "/binome/" + LocalSite.link(self), body));
  }

  private void answer(SimulatedMailboxes.Link link, boolean takes, Through through) {
    SimulatedPerson colleague = people.at(link.address());
    Map<String, Object> form = takes ? colleague.takingOver() : Map.of("action", "decliner");
    Visit answer = request(through, link.path(), form);
    people.noteRegistered(colleague);
    if (takes && answer.status() == 200) {
      String asked = lastAsked.getOrDefault(link.id(), link.address());
      assertEquals(asked, link.address(), "somebody else was asked since");
    }
    if (isDone(answer, through)) {
      assertFalse(relaysAskedOf(link.address()).contains(link.id()), "still asked: " + link);
      if (takes) {
        Pair pair = tables.pairs().find(String.valueOf(answer.json().get("binome"))).orElseThrow();
        assertEquals(link.address(), pair.ambassador().address());
        assertTrue(pair.isOn(), pair::toString);
      }
    }
  }

  /** The keys of the pairs about which this address is asked to host. */
  private List<String> relaysAskedOf(String address) {
    return tables.items("Pairs").stream()
        .map(Item::of)
        .filter(item -> item.textOrEmpty("relais_courriel").equals(address))
        .map(item -> item.required("binome"))
        .toList();
  }

  private void takeAddress(SimulatedMailboxes.Link link, Through through) {
    Visit answer = request(through, link.path(), Map.of());
    if (isDone(answer, through)) {
      Registration self = tables.registrations().find(link.id()).orElseThrow();
      assertEquals(link.address(), self.person().address());
    }
  }

  private void forget(SimulatedPerson person, String path, Through through) {
    Visit answer = request(through, path, Map.of("action", "oublier"));
    wishes.forgot(person);
    if (isDone(answer, through)) {
      assertEquals(404, request(through, path, Map.of("action", "oublier")).status());
    }
  }

  private boolean ofSomebody(String[] words, Through through) {
    if (people.all().isEmpty()) {
      return true;
    }
    SimulatedPerson person = people.numbered(number(words, 1));
    Registration self = people.row(person).orElse(null);
    return self == null || ofSomebody(person, self, words, through);
  }

  private boolean ofSomebody(
      SimulatedPerson person, Registration self, String[] words, Through through) {
    String link = LocalSite.link(self);
    String own = "/inscription/" + link;
    switch (words[0]) {
      case "confirm" -> request(through, "/confirmation/" + link, Map.of());
      case "withdraw" -> {
        boolean wish = words.length > 2;
        Visit answer = request(through, own, withWish(Map.of("action", "retirer"), wish));
        noteWish(person, wish, answer, through);
      }
      case "erase" -> {
        Visit answer = request(through, own, Map.of("action", "supprimer"));
        wishes.forgot(person);
        if (isDone(answer, through)) {
          assertEquals(Optional.empty(), tables.registrations().find(self.id()));
          assertTrue(!wishes.isKeptFor(self), "still wishes: " + self);
          assertEquals(List.of(), relaysAskedOf(self.person().address()));
        }
      }
      case "new-link" -> request(through, own, Map.of("action", "nouveau-lien"));
      case "ask-address" ->
          request(
              through,
              own,
              Map.of("action", "changer-courriel", "courriel", person.asksFor(words[2])));
      case "change" -> {
        person.change(words[2], number(words, 3), List.of(words[4].split(",", -1)));
        request(through, own, person.changed());
        people.row(person).ifPresent(choices::haveChanged);
      }
      case "seat" ->
          onlyHost(
              person,
              link,
              Map.of("seance", "2026-11-1" + (8 + number(words, 2)) + "-10h"),
              through);
      case "leave-seat" -> onlyHost(person, link, Map.of("action", "annuler"), through);
      case "propose" ->
          onPair(
              self,
              words,
              Map.of("action", "proposer", "dates", List.of(words[3].split(",", -1))),
              through);
      case "accept" -> accept(self, words, through);
      case "cancel" -> onPair(self, words, Map.of("action", "annuler"), through);
      case "report" -> report(person, self, words, through);
      case "forget" ->
          tables
              .subscriptions(tables.client())
              .ofAddress(self.person().address(), clock.instant())
              .ifPresent(wish -> forget(person, "/prochaine/" + wish.link().text(), through));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Map<String, Object> withWish(Map<String, Object> body, boolean wish) {
    Map<String, Object> whole = new TreeMap<>(body);
    if (wish) {
      whole.put("prevenir", true);
    }
    return whole;
  }

  private void noteWish(SimulatedPerson person, boolean wish, Visit answer, Through through) {
    if (wish) {
      wishes.said(person, isDone(answer, through));
    }
  }

  private void onlyHost(
      SimulatedPerson person, String link, Map<String, Object> body, Through through) {
    if (person.role() == Role.AMBASSADEUR) {
      request(through, "/coaching/" + link, body);
    }
  }

  private Optional<Pair> pair(Registration self, String[] words) {
    return self.pairs().isEmpty()
        ? Optional.empty()
        : tables.pairs().find(self.pairs().get(number(words, 2) % self.pairs().size()));
  }

  /** The partner of whoever has proposed days takes one of them. */
  private void accept(Registration proposer, String[] words, Through through) {
    Pair pair = pair(proposer, words).orElse(null);
    if (pair == null || pair.state().proposed().isEmpty()) {
      return;
    }
    List<LocalDate> days = pair.state().proposed();
    String day = days.get(number(words, 3) % days.size()).toString();
    by(
        pair.side(proposer.role().other()).registration(),
        through,
        Map.of("action", "accepter", "binome", pair.id(), "date", day));
  }

  /** Says of a day whether it was, and who was met, by name and address. */
  private void report(SimulatedPerson person, Registration self, String[] words, Through through) {
    Pair pair = pair(self, words).orElse(null);
    if (pair == null) {
      return;
    }
    var partner = pair.side(self.role().other());
    boolean wish = words.length > 4;
    Map<String, Object> said = withWish(Map.of("binome", pair.id(), "a_eu_lieu", words[3]), wish);
    said.put("commentaire", "Avec " + partner.fullName() + ", " + partner.address());
    if (words[3].equals("non")) {
      said.put("absent", "les-deux");
    }
    noteWish(person, wish, request(through, "/avis/" + LocalSite.link(self), said), through);
  }

  private void onPair(
      Registration self, String[] words, Map<String, Object> body, Through through) {
    pair(self, words)
        .ifPresent(
            pair -> {
              Map<String, Object> named = new TreeMap<>(body);
              named.put("binome", pair.id());
              request(through, "/binome/" + LocalSite.link(self), named);
            });
  }
}
