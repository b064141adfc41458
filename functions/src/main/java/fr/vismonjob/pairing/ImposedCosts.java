package fr.vismonjob.pairing;

import fr.vismonjob.matching.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What imposing cost in the runs of an edition, the first run first. */
public record ImposedCosts(List<OfRun> runs) {
  /**
   * What it costs that organisers imposed pairs.
   *
   * @param pairs keys of the imposed pairs
   * @param with the figures of all pairs of the run, imposed ones included
   * @param without the figures of the best pairs of the same people if nothing were imposed
   */
  public record ImposedCost(List<String> pairs, Figures with, Figures without) {
    public ImposedCost {
      pairs = List.copyOf(pairs);
    }
  }

  public static final ImposedCosts NONE = new ImposedCosts(List.of());

  public record OfRun(LocalDate day, ImposedCost cost) {
    private Set<String> pairs() {
      return new HashSet<>(cost.pairs());
    }
  }

  public ImposedCosts {
    runs = List.copyOf(runs);
  }

  /**
   * The same with one more run. A run that is started again after a failure finds some imposed
   * pairs recorded, and solves for the others alone: then the first figures stand. A run that
   * proposes the same pairs anew takes the place of the earlier one.
   */
  public ImposedCosts plus(OfRun run) {
    boolean isRest =
        runs.stream()
            .anyMatch(
                known ->
                    known.pairs().containsAll(run.pairs())
                        && known.pairs().size() > run.pairs().size());
    if (isRest) {
      return this;
    }
    List<OfRun> all =
        new ArrayList<>(
            runs.stream().filter(known -> !run.pairs().containsAll(known.pairs())).toList());
    all.add(run);
    return new ImposedCosts(all);
  }
}
