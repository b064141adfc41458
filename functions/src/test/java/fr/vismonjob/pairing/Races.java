package fr.vismonjob.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Status;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Two acts at once: the second happens just before each of the first one's calls in turn. */
record Races(LocalTables tables) {
  interface Check {
    void check(Life life, int call);
  }

  void race(Consumer<Life> before, Consumer<Life> first, Consumer<Life> second, Check check) {
    interleave(
        before,
        first,
        second,
        (life, call) -> {
          consistent(life);
          check.check(life, call);
        });
  }

  void interleave(Consumer<Life> before, Consumer<Life> first, Consumer<Life> second, Check check) {
    TappedClient counting = TappedClient.counting(tables.client());
    Life alone = begun(before);
    first.accept(alone.through(counting.client()));
    for (int n = 1; n <= counting.calls(); n++) {
      Life life = begun(before);
      first.accept(
          life.through(
              TappedClient.interrupted(tables.client(), n, () -> second.accept(life)).client()));
      check.check(life, n);
    }
  }

  private Life begun(Consumer<Life> before) {
    tables.empty();
    Life life = Life.begun(tables);
    before.accept(life);
    return life;
  }

  private List<Pair> pairs() {
    return tables.items("Pairs").stream()
        .map(row -> tables.pairs().find(Item.of(row).required("binome")).orElseThrow())
        .toList();
  }

  /** Pairs that are on are in both registrations, those that are off in none; the statuses fit. */
  private void consistent(Life life) {
    for (Pair pair : pairs()) {
      String id = pair.id();
      for (String who :
          Stream.of(pair.ambassador(), pair.student()).map(PersonInPair::registration).toList()) {
        Optional<Registration> person = tables.registrations().find(who);
        assertEquals(
            pair.isOn(), person.filter(found -> found.pairs().contains(id)).isPresent(), id);
        person.ifPresent(
            found -> {
              assertEquals(found.pairs().size(), found.state().partners().size());
              assertEquals(
                  found.status() == Status.APPARIEE, !found.pairs().isEmpty(), found.toString());
            });
      }
    }
    List<String> told =
        life.mailsQueued().stream()
            .filter(mail -> !mail.startsWith("date-proposee") && !mail.startsWith("relais "))
            .toList();
    assertEquals(told.stream().distinct().toList(), told, "nobody is told twice");
  }
}
