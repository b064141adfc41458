package fr.vismonjob.pairing;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.BOB;
import static fr.vismonjob.pairing.Life.SEAT;
import static fr.vismonjob.pairing.Life.WITH_YAN;
import static fr.vismonjob.pairing.Life.WITH_ZOE;
import static fr.vismonjob.pairing.Life.ZOE;
import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.TappedClient;
import fr.vismonjob.dynamodb.TappedClient.Fault;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import fr.vismonjob.registration.Welcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Whatever goes wrong at whichever call, asking again comes to the same tables and mails as if
 * nothing had: nobody is told twice and nobody forgotten.
 */
final class LifeFaultsTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final Feedback YES =
      new Feedback(true, Optional.empty(), OptionalInt.of(5), "Merci à Ada");

  /** What {@link #asking} leaves in the pair, as far as its link tells. */
  private static final Relay ASKED =
      new Relay(WITH_ZOE, Optional.empty(), "", Instant.parse("2026-11-12T11:00:00Z"));

  private static Life asking(Life life) {
    life.entrust(WITH_ZOE, RelayTest.LOU);
    return life;
  }

  record Scenario(String name, UnaryOperator<Life> before, Consumer<Life> request) {
    Scenario(String name, Consumer<Life> request) {
      this(name, life -> life, request);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Scenario> scenarios() {
    return List.of(
        new Scenario("an ambassador withdraws", life -> life.withdraw(ADA)),
        new Scenario("a student withdraws", life -> life.withdraw(ZOE)),
        new Scenario(
            "a name changes", life -> life.change(ADA, life.renamed(ADA, "Ada", "Lovelace"))),
        new Scenario(
            "a registration is confirmed",
            life -> life.registered(ambassador("Wil").status(Status.A_CONFIRMER)),
            life -> life.confirm(RegistrationBuilder.id("Wil"))),
        new Scenario("a coaching seat is booked", life -> life.book(BOB, SEAT)),
        new Scenario(
            "a coaching seat is exchanged for another",
            life -> life.slot("2026-11-19-10h"),
            life -> life.book(ADA, "2026-11-19-10h")),
        new Scenario("a coaching seat is given back", life -> life.leaveSeat(ADA)),
        new Scenario("days are proposed", life -> life.propose(ZOE, WITH_ZOE, "2026-11-26")),
        new Scenario(
            "a day is accepted",
            life -> {
              life.propose(ZOE, WITH_ZOE, "2026-11-26", "2026-11-27");
              return life;
            },
            life -> life.accept(ADA, WITH_ZOE, "2026-11-27")),
        new Scenario("a pair is cancelled", life -> life.cancel(ADA, WITH_ZOE)),
        new Scenario("a colleague is asked", life -> life.entrust(WITH_ZOE, RelayTest.LOU)),
        new Scenario(
            "another colleague is asked",
            LifeFaultsTest::asking,
            life -> life.entrust(WITH_ZOE, "max@example.gouv.fr")),
        new Scenario(
            "a colleague takes over",
            LifeFaultsTest::asking,
            life -> life.takeOver(ASKED, RelayTest.form("Lou"))),
        new Scenario("a colleague declines", LifeFaultsTest::asking, life -> life.decline(ASKED)),
        new Scenario(
            "a colleague never answers",
            LifeFaultsTest::asking,
            life -> life.on("2026-11-25").release()),
        new Scenario("a welcome is filled in", life -> life.welcome(ADA, WelcomingTest.WELCOME)),
        new Scenario(
            "a student whom the welcome names is erased",
            life -> {
              life.welcome(
                  ADA,
                  new Welcome(
                      "1 rue A", "Zoe Martin : 2e étage", Welcome.ARRIVAL, Welcome.DEPARTURE));
              return life;
            },
            life -> life.erase(ZOE)),
        new Scenario(
            "organisers call a pair off",
            life -> life.marked(WITH_ZOE).marked(WITH_YAN),
            life -> life.release()),
        new Scenario(
            "organisers send a link again",
            life -> life.typed(ADA, "a_renvoyer", AttributeValue.fromS("oui")),
            life -> life.follow(ADA)),
        new Scenario(
            "organisers withdraw somebody",
            life -> life.typed(ADA, "a_retirer", AttributeValue.fromBool(true)),
            life -> life.follow(ADA)),
        new Scenario(
            "organisers erase somebody",
            life -> life.typed(ADA, "a_effacer", AttributeValue.fromN("1")),
            life -> life.follow(ADA)),
        new Scenario(
            "organisers correct an address",
            life ->
                life.typed(ADA, "nouveau_courriel", AttributeValue.fromS("ada@interieur.gouv.fr")),
            life -> life.follow(ADA)),
        new Scenario(
            "organisers ask for what cannot be done",
            life ->
                life.typed(ADA, "mails_arretes", AttributeValue.fromS("plainte"))
                    .typed(ADA, "a_renvoyer", AttributeValue.fromS("oui")),
            life -> life.follow(ADA)),
        new Scenario(
            "feedback is given",
            life -> life.on("2026-11-24"),
            life -> life.say(ZOE, WITH_ZOE, YES)),
        new Scenario(
            "somebody with pairs is erased",
            life -> {
              life.cancel(ADA, WITH_YAN);
              return life;
            },
            life -> life.erase(ADA)),
        new Scenario(
            "somebody is erased after the day",
            life -> {
              life.on("2026-11-24").say(ZOE, WITH_ZOE, YES);
              return life.on("2026-11-25");
            },
            life -> life.erase(ADA)));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void asking_again_after_a_fault_comes_to_the_same(Scenario scenario) {
    TappedClient counting = TappedClient.counting(TABLES.client());
    Life undisturbed = begun(scenario);
    SortedSet<String> untouched = undisturbed.everything();
    scenario.request.accept(undisturbed.through(counting.client()));
    SortedSet<String> done = undisturbed.everything();
    assertNotEquals(untouched, done);

    for (int n = 1; n <= counting.calls(); n++) {
      for (Fault fault : Fault.values()) {
        Life life = begun(scenario);
        try {
          scenario.request.accept(
              life.through(TappedClient.failing(TABLES.client(), n, fault).client()));
        } catch (RuntimeException _) {
          // The person sees an error page and asks again.
        }
        askAgain(scenario, life);
        assertEquals(done, life.everything(), fault + " at call " + n);
      }
    }
  }

  /** Whoever is erased already has no link to ask with. */
  private static void askAgain(Scenario scenario, Life life) {
    if (TABLES.registrations().find(ADA).isPresent()) {
      scenario.request.accept(life);
    }
  }

  private static Life begun(Scenario scenario) {
    TABLES.empty();
    TABLES.put("Editions", EditionBuilder.edition().item());
    // So that an address has the same id each time.
    TABLES.put(
        "MailAllowances",
        Item.empty().put("destinataire", "edition/2026").put("cle", "a key").attributes());
    return scenario.before.apply(Life.begun(TABLES));
  }
}
