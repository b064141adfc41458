package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Makes the best pairs: where callers enter the engine. */
public final class Matcher {

  private Matcher() {}

  /**
   * The best matching of an instance: most pairs, then fewest under 40, then fewest under 60, then
   * the highest total, exactly. Between matchings that are equally good the seed decides, never the
   * order of the input.
   */
  public static Matching match(Instance instance) {
    return match(instance, _ -> {});
  }

  /** The same, and tells how far it has come, in words, from time to time. */
  public static Matching match(Instance instance, Consumer<String> progress) {
    return match(instance, List.of(), progress);
  }

  /**
   * The same, and names true causes to the left over although the instance is without some hosts.
   *
   * @param full ambassadors beside the instance's, who have no seat left; they change causes only
   */
  public static Matching match(Instance instance, List<Ambassador> full) {
    return match(instance, full, _ -> {});
  }

  private static Matching match(
      Instance instance, List<Ambassador> full, Consumer<String> progress) {
    long start = System.nanoTime();
    Pool pool = Pool.of(instance);
    NetworkSolver solver = new NetworkSolver(pool);
    long built = System.nanoTime();
    progress.accept("network built");
    Solution solution = solver.solve(progress);
    long solved = System.nanoTime();
    List<Pair> pairs = pairs(pool, solution);
    List<Unpaired> unpaired = Causes.of(instance, pool, pairs, full);
    Certificate certificate = certificate(pool, solution);
    long explained = System.nanoTime();
    Timings timings =
        new Timings(
            (built - start) / 1_000_000,
            (solved - built) / 1_000_000,
            (explained - solved) / 1_000_000);
    return new Matching(pairs, unpaired, Figures.of(pairs), certificate, timings);
  }

  /** Whether these two could be a pair by their wishes, whoever else is there. */
  public static boolean suit(Student student, Ambassador ambassador, LocalDate eventDay) {
    return Scoring.pair(student, ambassador, eventDay).isPresent();
  }

  /**
   * The pair of two whom organisers put together, for an instance in which it is frozen: neither
   * distance nor wishes need fit. Nothing if the two share no day.
   */
  public static Optional<Pair> imposed(Student student, Ambassador ambassador, LocalDate eventDay) {
    return Scoring.imposed(student, ambassador, eventDay);
  }

  private static List<Pair> pairs(Pool pool, Solution solution) {
    return IntStream.range(0, pool.students().size())
        .parallel()
        .filter(s -> solution.ambassadorOf()[s] >= 0)
        .mapToObj(
            s ->
                Scoring.pair(
                        pool.students().get(s),
                        pool.ambassadors().get(solution.ambassadorOf()[s]),
                        pool.eventDay())
                    .orElseThrow())
        .sorted((one, other) -> one.student().compareTo(other.student()))
        .toList();
  }

  private static Certificate certificate(Pool pool, Solution solution) {
    Map<String, Long> gains = HashMap.newHashMap(pool.students().size());
    for (int s = 0; s < pool.students().size(); s++) {
      gains.put(pool.students().get(s).id(), solution.gains()[s]);
    }
    Map<String, Long> prices = HashMap.newHashMap(pool.ambassadors().size());
    for (int a = 0; a < pool.ambassadors().size(); a++) {
      prices.put(pool.ambassadors().get(a).id(), solution.prices()[a]);
    }
    return new Certificate(gains, prices);
  }
}
