package fr.vismonjob.matching;

import java.util.ArrayList;
import java.util.List;

/** The figures that other methods reach. */
final class FiguresOf {

  private FiguresOf() {}

  static Figures dense(Instance instance) {
    Pool pool = Pool.of(instance);
    Solution solution = DenseSolver.solve(pool);
    List<Pair> pairs = new ArrayList<>();
    for (int s = 0; s < pool.students().size(); s++) {
      int a = solution.ambassadorOf()[s];
      if (a >= 0) {
        pairs.add(
            Scoring.pair(pool.students().get(s), pool.ambassadors().get(a), pool.eventDay())
                .orElseThrow());
      }
    }
    return Figures.of(pairs);
  }
}
