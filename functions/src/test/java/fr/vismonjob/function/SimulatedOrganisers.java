package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.function.SimulatedVisits.Through;
import fr.vismonjob.pairing.ActingOnMarks;
import fr.vismonjob.registration.Registration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What organisers do in the tables; the stream brings their marks. */
final class SimulatedOrganisers {
  private final LocalTables tables;
  private final SimulatedPeople people;
  private final SimulatedWishes wishes;
  private final SimulatedChoices choices;
  private final InstantSource clock;

  /** The runs whose proposals stood at the end of a day. */
  private final List<String> proposed = new ArrayList<>();

  SimulatedOrganisers(
      LocalTables tables,
      SimulatedPeople people,
      SimulatedWishes wishes,
      SimulatedChoices choices,
      InstantSource clock) {
    this.tables = tables;
    this.people = people;
    this.wishes = wishes;
    this.choices = choices;
    this.clock = clock;
  }

  /**
   * @return whether a line is one of these acts
   */
  boolean act(String[] words, Through through) {
    switch (words[0]) {
      case "agree" -> agree(edition().textOrEmpty("passage_propose"));
      case "agree-to-old" -> agree(proposed.isEmpty() ? "" : proposed.getFirst());
      case "publication" -> set("Editions", "2026", "publication", words[1]);
      case "call-off" -> callOff(Integer.parseInt(words[1]), through);
      case "mark", "new-address", "impose", "keep-apart" -> {
        if (!people.all().isEmpty()) {
          SimulatedPerson person = people.numbered(Integer.parseInt(words[1]));
          people.row(person).ifPresent(self -> ofSomebody(person, self, words, through));
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void agree(String run) {
    if (!run.isEmpty()) {
      set("Editions", "2026", "accord", run);
    }
  }

  boolean haveAgreed() {
    return edition().has("accord");
  }

  void noteProposals() {
    String latest = edition().textOrEmpty("passage_propose");
    if (!latest.isEmpty() && !proposed.contains(latest)) {
      proposed.add(latest);
    }
  }

  /** Whether a day has failed because they had agreed to what is no longer proposed. */
  boolean wereRefused(Machine.Failed failed) {
    String agreed = edition().textOrEmpty("accord");
    return !agreed.isEmpty()
        && !agreed.equals(edition().textOrEmpty("passage_propose"))
        && failed.explanation().contains(agreed);
  }

  void takeBackAgreement() {
    tables.update("Editions", "2026").remove("accord").apply();
  }

  private Item edition() {
    return tables.row("Editions", "2026");
  }

  private void callOff(int number, Through through) {
    List<String> pairs =
        tables.items("Pairs").stream()
            .map(item -> Item.of(item).required("binome"))
            .sorted()
            .toList();
    if (!pairs.isEmpty()) {
      String pair = pairs.get(number % pairs.size());
      set("Pairs", pair, "a_annuler", "oui");
      mark(
          through,
          marks -> marks.onPair(pair, FrenchDates.dayOf(clock.instant()), UnreadableRow::log));
      isDone("Pairs", pair, "a_annuler", through);
    }
  }

  private void ofSomebody(
      SimulatedPerson person, Registration self, String[] words, Through through) {
    switch (words[0]) {
      case "mark" -> {
        set("Registrations", self.id(), words[2], "oui");
        mark(through, marks -> marks.onRegistration(self.id(), UnreadableRow::log));
        isDone("Registrations", self.id(), words[2], through);
        if (words[2].equals("a_effacer")) {
          wishes.forgot(person);
        }
      }
      case "new-address" -> {
        set("Registrations", self.id(), "nouveau_courriel", person.asksFor(words[2]));
        mark(through, marks -> marks.onRegistration(self.id(), UnreadableRow::log));
        isDone("Registrations", self.id(), "nouveau_courriel", through);
      }
      case "impose" -> other(words, person).ifPresent(with -> addTo(self, "a_apparier_avec", with));
      default ->
          other(words, person)
              .ifPresent(
                  with -> {
                    addTo(self, "jamais_avec", with);
                    choices.areApart(self.id(), with, people.pairs());
                  });
    }
  }

  private interface MarkedAct {
    void on(ActingOnMarks marks);
  }

  private void mark(Through through, MarkedAct act) {
    try {
      act.on(tables.marks(through.client(), clock));
    } catch (RuntimeException e) {
      // The stream brings the row again, and the morning finds it.
      if (!through.mayFail()) {
        throw e;
      }
    }
  }

  /** A mark is gone once it is acted on, or is answered. */
  private void isDone(String table, String key, String mark, Through through) {
    if (through.isCalm()) {
      String keyName = table.equals("Pairs") ? "binome" : "inscription";
      assertTrue(
          tables.items(table).stream()
              .map(Item::of)
              .filter(row -> row.required(keyName).equals(key))
              .allMatch(row -> !row.has(mark) || row.has(mark + "_refus")),
          () -> mark + " still stands at " + key);
    }
  }

  private void set(String table, String key, String attribute, String value) {
    tables.update(table, key).set(attribute, value).apply();
  }

  /** The key of somebody of the other role. */
  private Optional<String> other(String[] words, SimulatedPerson person) {
    List<String> others =
        people.all().stream()
            .filter(other -> other.role() != person.role())
            .flatMap(other -> people.row(other).stream())
            .map(Registration::id)
            .toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(others.get(Integer.parseInt(words[2]) % others.size()));
  }

  private void addTo(Registration self, String attribute, String key) {
    tables
        .update("Registrations", self.id())
        .set(Item.empty().put(attribute, List.of(key)))
        .apply();
  }
}
