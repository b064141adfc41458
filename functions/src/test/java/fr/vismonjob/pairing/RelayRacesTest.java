package fr.vismonjob.pairing;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.BOB;
import static fr.vismonjob.pairing.Life.WITH_YAN;
import static fr.vismonjob.pairing.Life.WITH_ZOE;
import static fr.vismonjob.pairing.Life.ZOE;
import static fr.vismonjob.pairing.RelayTest.LOU;
import static fr.vismonjob.pairing.RelayTest.form;
import static fr.vismonjob.pairing.RelayTest.idOf;
import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A colleague's answer meets something else. Whichever comes first, the day ends in one way, and
 * nobody is told two things of it.
 */
final class RelayRacesTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final Races RACES = new Races(TABLES);
  private static final Relay ASKED =
      new Relay(WITH_ZOE, Optional.empty(), "", Instant.parse("2026-11-12T11:00:00Z"));

  private static void asking(Life life) {
    life.entrust(WITH_ZOE, LOU);
  }

  private static void accept(Life life) {
    life.takeOver(ASKED, form("Lou"));
  }

  /** Zoe's pairs that are on. */
  private static long on() {
    return TABLES.items("Pairs").stream()
        .map(row -> TABLES.pairs().find(Item.of(row).required("binome")).orElseThrow())
        .filter(pair -> pair.isOn() && pair.student().registration().equals(ZOE))
        .count();
  }

  private static long told(Life life, String model) {
    return life.mailsQueued().stream().filter(mail -> mail.startsWith(model + " ")).count();
  }

  /** In both orders: each of the two may be the one that is interrupted. */
  private static void eitherFirst(
      Consumer<Life> one, Consumer<Life> other, Races.Check check, String... ends) {
    Set<String> seen = new TreeSet<>();
    Races.Check both =
        (life, call) -> {
          check.check(life, call);
          seen.add(
              life.pair(WITH_ZOE).status() == PairStatus.ANNULE && told(life, "relais-pris") > 0
                  ? "taken"
                  : "not taken");
        };
    RACES.race(RelayRacesTest::asking, one, other, both);
    RACES.race(RelayRacesTest::asking, other, one, both);
    assertEquals(Set.of(ends), seen);
  }

  @Test
  void the_student_cancels() {
    eitherFirst(
        RelayRacesTest::accept,
        life -> life.cancel(ZOE, WITH_ZOE),
        (life, call) -> {
          boolean taken = told(life, "relais-pris") > 0;
          assertEquals(taken ? 3 : 0, told(life, "relais-pris"));
          assertEquals(taken ? 0 : 2, told(life, "binome-annule"));
          assertEquals(taken ? 1 : 0, on());
        },
        "taken",
        "not taken");
  }

  @Test
  void the_student_withdraws() {
    eitherFirst(
        RelayRacesTest::accept,
        life -> life.withdraw(ZOE),
        (life, call) -> {
          assertEquals(0, on());
          assertEquals(1, told(life, "binome-annule"), "whoever was the partner by then");
        },
        "taken",
        "not taken");
  }

  @Test
  void the_ambassador_withdraws_or_is_erased() {
    for (Consumer<Life> leaving :
        List.<Consumer<Life>>of(life -> life.withdraw(ADA), life -> life.erase(ADA))) {
      eitherFirst(
          RelayRacesTest::accept,
          leaving,
          (life, call) -> assertEquals(told(life, "relais-pris") > 0 ? 1 : 0, on()),
          "taken",
          "not taken");
    }
  }

  @Test
  void the_student_is_erased() {
    eitherFirst(
        RelayRacesTest::accept,
        life -> life.erase(ZOE),
        (life, call) -> {
          assertEquals(0, on());
          assertTrue(life.everything().stream().noneMatch(row -> row.contains("Zoe Martin")));
        },
        "taken",
        "not taken");
  }

  @Test
  void the_colleague_accepts_twice() {
    eitherFirst(
        RelayRacesTest::accept,
        RelayRacesTest::accept,
        (life, call) -> {
          assertEquals(1, on());
          assertEquals(3, told(life, "relais-pris"));
        },
        "taken");
  }

  @Test
  void another_colleague_is_asked() {
    eitherFirst(
        RelayRacesTest::accept,
        life -> life.entrust(WITH_ZOE, "max@example.gouv.fr"),
        (life, call) -> assertEquals(1, on()),
        "taken",
        "not taken");
  }

  @Test
  void the_colleague_declines_in_another_tab() {
    eitherFirst(
        RelayRacesTest::accept,
        life -> life.decline(ASKED),
        (life, call) ->
            assertEquals(1, told(life, "relais-decline") + (told(life, "relais-pris") > 0 ? 1 : 0)),
        "taken",
        "not taken");
  }

  @Test
  void the_two_agree_on_another_day() {
    RACES.race(
        life -> {
          asking(life);
          life.propose(ZOE, WITH_ZOE, "2026-11-26");
        },
        RelayRacesTest::accept,
        life -> life.accept(ADA, WITH_ZOE, "2026-11-26"),
        (life, call) -> {
          assertEquals(1, on());
          assertEquals(life.pair(WITH_ZOE).date(), life.pair(PairId.of(idOf(LOU), ZOE)).date());
        });
  }

  @Test
  void one_place_is_taken_twice() {
    RACES.race(
        life -> {
          RelayTest.registered(ambassador("Lou"));
          asking(life);
          life.entrust(WITH_YAN, LOU);
        },
        life -> life.takeOver(ASKED),
        life -> life.takeOver(new Relay(WITH_YAN, Optional.empty(), "", ASKED.at())),
        (life, call) -> {
          assertEquals(1, life.person(idOf(LOU)).pairs().size(), "a capacity of one");
          assertEquals(3, told(life, "relais-pris"));
        });
  }

  @Test
  void the_colleague_registers_by_the_public_form() {
    RACES.race(
        RelayRacesTest::asking,
        RelayRacesTest::accept,
        life -> RelayTest.registered(ambassador("Lou").number(3)),
        (life, call) -> {
          assertEquals(1, on());
          assertEquals(1, life.person(idOf(LOU)).pairs().size());
        });
  }

  @Test
  void the_daily_run_calls_off_what_is_marked() {
    RACES.race(
        life -> {
          asking(life);
          life.marked(WITH_ZOE);
        },
        RelayRacesTest::accept,
        Life::release,
        (life, call) -> {
          assertEquals(0, on());
          assertEquals(0, told(life, "relais-pris"));
          assertTrue(life.person(BOB).pairs().isEmpty());
        });
  }

  /** Bob asks for that address and follows the link, while its owner takes over as a new one. */
  @Test
  void somebody_else_gets_the_colleague_s_address() {
    RACES.race(
        life -> {
          TABLES.put("Editions", EditionBuilder.edition().item());
          asking(life);
          life.typed(BOB, "nouveau_courriel", AttributeValue.fromS(LOU));
        },
        RelayRacesTest::accept,
        life -> life.follow(BOB),
        (life, call) -> {
          assertEquals(1, on());
          assertEquals(
              1,
              TABLES.items("Registrations").stream()
                  .filter(row -> LOU.equals(Item.of(row).textOrEmpty("courriel")))
                  .count(),
              "one registration for an address");
        });
  }
}
