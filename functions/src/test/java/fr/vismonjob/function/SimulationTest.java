package fr.vismonjob.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Editions lived through day by day: people and organisers act at random and at the same time,
 * calls fail, days are skipped and gone through twice. After each day everything is as the rules
 * say. {@code make simulate} plays more of them.
 */
final class SimulationTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final int SEEDS = 25;
  private static final SortedSet<String> DONE = new TreeSet<>();
  private static int played;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatever_happens_nobody_is_lost_and_nobody_is_mailed_twice(long seed) {
    SimulatedEditions editions = new SimulatedEditions(TABLES);
    editions.fault(SimulationScript.of(seed)).ifPresent(fault -> throwFault(seed, fault));
    DONE.addAll(editions.done());
    played++;
  }

  private static void throwFault(long seed, AssertionError fault) {
    throw new AssertionError("make simulate SEEDS=" + seed + " shortens it: " + fault, fault);
  }

  @AfterAll
  static void the_seeds_have_done_all_that_people_can_do() {
    if (played == SEEDS) {
      assertEquals(
          List.of(
              "ambassadeurs ",
              "avis ",
              "binome accepter",
              "binome accueil",
              "binome annuler",
              "binome confier",
              "binome proposer",
              "coaching ",
              "coaching annuler",
              "confirmation ",
              "etudiants ",
              "inscription changer-courriel",
              "inscription modifier",
              "inscription nouveau-lien",
              "inscription retirer",
              "inscription supprimer",
              "nouvelle-adresse ",
              "prochaine oublier",
              "relais accepter",
              "relais decliner"),
          List.copyOf(DONE));
    }
  }

  @Test
  void a_fault_of_ours_is_found_and_its_script_shortened() {
    List<String> script = new ArrayList<>(SimulationScript.of(1).subList(0, 60));
    script.add("sabotage");
    script.add("post");
    script.add("day 2026-11-04");
    SimulatedEditions editions = new SimulatedEditions(TABLES);
    Optional<AssertionError> fault = editions.fault(script);
    assertTrue(String.valueOf(fault.orElseThrow().getMessage()).contains("mailed twice"));

    List<String> shrunk = editions.shrunk(script, fault.orElseThrow());

    assertTrue(shrunk.size() <= 5, () -> String.join("\n", shrunk));
    assertTrue(shrunk.contains("sabotage"));
  }
}
