package fr.vismonjob.pairing;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.BOB;
import static fr.vismonjob.pairing.Life.WITH_YAN;
import static fr.vismonjob.pairing.Life.WITH_ZOE;
import static fr.vismonjob.pairing.Life.ZOE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.registration.Welcome;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where and how an ambassador receives people: written once, for all pairs that will still meet.
 */
final class WelcomingTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  static final Welcome WELCOME =
      new Welcome(
          "20 avenue de Ségur, bâtiment B",
          "Pièce d’identité. Demandez Ada.",
          LocalTime.of(9, 30),
          LocalTime.of(16, 45));

  private Life life;

  @BeforeEach
  void begin() {
    life = Life.begun(TABLES);
  }

  private static Welcome at(String address) {
    return new Welcome(address, "", Welcome.ARRIVAL, Welcome.DEPARTURE);
  }

  @Test
  void both_of_each_pair_are_told_and_each_entry_goes_on_under_a_higher_sequence() {
    assertInstanceOf(PairOutcome.Welcomed.class, life.welcome(ADA, WELCOME));
    assertEquals(WELCOME, life.person(ADA).welcome());
    assertEquals(
        List.of("accueil Ada", "accueil Ada", "accueil Yan", "accueil Zoe"), life.mailsQueued());
    assertEquals(1, life.pair(WITH_ZOE).calendarSequence());
    assertEquals(1, life.pair(WITH_YAN).calendarSequence());
    assertEquals(0, life.pair(WITH_ZOE).state().sequence(), "so that queued mails stay true");
    assertEquals(
        Map.of("numero", "5", "binome", WITH_ZOE),
        life.details("accueil/" + ZOE + "/" + WITH_ZOE + "-1"));
  }

  @Test
  void the_same_again_tells_nobody_and_a_change_tells_everybody_again() {
    life.welcome(ADA, WELCOME);
    var before = life.everything();
    assertInstanceOf(PairOutcome.Welcomed.class, life.welcome(ADA, WELCOME));
    assertEquals(before, life.everything());
    life.welcome(ADA, at("1 rue A"));
    assertEquals(8, life.mailsQueued().size());
    assertEquals(2, life.pair(WITH_ZOE).calendarSequence());
  }

  @Test
  void the_sequence_rises_with_days_and_welcomes_alike() {
    life.welcome(ADA, WELCOME);
    life.propose(ZOE, WITH_ZOE, "2026-11-26");
    life.accept(ADA, WITH_ZOE, "2026-11-26");
    assertEquals(3, life.pair(WITH_ZOE).calendarSequence());
    life.welcome(ADA, at("1 rue A"));
    life.cancel(ZOE, WITH_ZOE);
    assertEquals(5, life.pair(WITH_ZOE).calendarSequence());
  }

  @Test
  void a_pair_that_is_off_is_told_nothing() {
    life.cancel(ZOE, WITH_ZOE);
    long sequence = life.pair(WITH_ZOE).calendarSequence();
    life.welcome(ADA, WELCOME);
    assertFalse(life.mailsQueued().contains("accueil Zoe"));
    assertEquals(sequence, life.pair(WITH_ZOE).calendarSequence());
  }

  @Test
  void a_student_and_who_hosts_nobody_are_refused() {
    var before = life.everything();
    assertInstanceOf(PairOutcome.Refused.class, life.welcome(ZOE, WELCOME));
    assertInstanceOf(PairOutcome.Refused.class, life.welcome(BOB, WELCOME));
    assertEquals(before, life.everything());
  }

  @Test
  void it_can_still_be_written_on_the_day_and_no_more_when_it_is_over() {
    assertInstanceOf(PairOutcome.Welcomed.class, life.on("2026-11-24").welcome(ADA, WELCOME));
    assertInstanceOf(PairOutcome.Refused.class, life.on("2026-11-25").welcome(ADA, at("x")));
  }

  @ParameterizedTest
  @CsvSource({
    "Paris (Paris),              2026-11-24T22:59:00Z, true",
    "Paris (Paris),              2026-11-24T23:00:00Z, false",
    "Saint-Denis (La Réunion),   2026-11-24T19:59:00Z, true",
    "Saint-Denis (La Réunion),   2026-11-24T20:00:00Z, false",
    "Fort-de-France (Martinique), 2026-11-25T03:59:00Z, true",
    "Fort-de-France (Martinique), 2026-11-25T04:00:00Z, false"
  })
  void the_day_is_over_when_it_is_over_there(String place, String now, boolean live) {
    Pair pair = PairBuilder.pair("p", life.person(ADA), life.person(ZOE)).place(place).build();
    assertEquals(live, pair.isLive(Instant.parse(now)));
  }

  @Test
  void a_student_who_is_erased_is_taken_out_of_the_words_too() {
    life.welcome(
        ADA,
        new Welcome(
            "1 rue A", "Zoe Martin passe par le 2e étage.", Welcome.ARRIVAL, Welcome.DEPARTURE));
    life.erase(ZOE);
    assertEquals("[effacé] passe par le 2e étage.", life.person(ADA).welcome().instructions());
    assertTrue(life.everything().stream().noneMatch(item -> item.contains("Zoe Martin")));
  }

  @Test
  void erasing_the_ambassador_leaves_nothing_of_it() {
    life.welcome(ADA, WELCOME);
    life.erase(ADA);
    assertTrue(life.everything().stream().noneMatch(item -> item.contains("Ségur")));
  }
}
