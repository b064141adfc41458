package fr.vismonjob.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.matching.Figures;
import fr.vismonjob.pairing.ImposedCosts.ImposedCost;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each imposed pair counts in one run of the report. */
final class ImposedCostsTest {

  private static ImposedCosts.OfRun run(int day, String... pairs) {
    Figures figures = new Figures(pairs.length, 0, 0, day);
    return new ImposedCosts.OfRun(
        LocalDate.of(2026, 11, day), new ImposedCost(List.of(pairs), figures, figures));
  }

  private static List<ImposedCosts.OfRun> all(ImposedCosts.OfRun... runs) {
    ImposedCosts costs = ImposedCosts.NONE;
    for (ImposedCosts.OfRun run : runs) {
      costs = costs.plus(run);
    }
    return costs.runs();
  }

  @Test
  void runs_of_other_pairs_stand_side_by_side() {
    assertEquals(List.of(run(10, "p"), run(11, "q")), all(run(10, "p"), run(11, "q")));
  }

  @Test
  void a_step_that_is_done_again_counts_once() {
    assertEquals(List.of(run(10, "p", "q")), all(run(10, "p", "q"), run(10, "p", "q")));
  }

  @Test
  void a_run_started_again_after_some_were_recorded_leaves_the_first_figures() {
    assertEquals(List.of(run(10, "p", "q")), all(run(10, "p", "q"), run(10, "q")));
  }

  @Test
  void a_run_that_proposes_them_anew_takes_the_place_of_the_earlier_one() {
    assertEquals(List.of(run(11, "p", "q")), all(run(10, "p"), run(11, "p", "q")));
  }
}
