package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a seating that nobody thought about. */
class LowestPricesTest {

  static LongStream hundreds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("hundreds")
  void any_seating_ends_up_as_the_best_and_prices_that_prove_it(long hundred) {
    int improved = 0;
    for (long number = hundred * 100; number < hundred * 100 + 20; number++) {
      Instance instance = SmallInstances.number(number, 40, 30);
      Network network = new NetworkSolver(Pool.of(instance)).network();
      Seating seating = new Seating(network);
      seatAtRandom(network, seating, new Random(number));
      List<String> progress = new ArrayList<>();

      LowestPrices prices = new LowestPrices(network, seating, new int[network.cells()]);
      prices.settle(progress::add);

      String name = "instance " + number;
      assertEquals(FiguresOf.dense(instance), figures(seating), name);
      assertEquals(
          scores(seating).mapToLong(Worth::of).sum(), gainsAndPrices(network, prices), name);
      assertEquals("0 improvements", progress.getLast());
      improved += progress.size() - 1;
    }
    assertTrue(improved > 0);
  }

  /** Some take a seat, whichever; of those who find it taken, some wait. */
  private static void seatAtRandom(Network network, Seating seating, Random random) {
    for (int student = 0; student < network.students(); student++) {
      int from = network.firstArc()[student];
      int arcs = network.firstArc()[student + 1] - from;
      if (arcs > 0 && random.nextInt(4) > 0) {
        int arc = from + random.nextInt(arcs);
        int node = network.arcNode()[arc];
        while (node >= network.cells()) {
          int children = network.childrenTo(node) - network.childrenFrom(node);
          node = network.child()[network.childrenFrom(node) + random.nextInt(children)];
        }
        int seat = seating.firstSeat(node);
        if (seating.isFree(seat)) {
          seating.take(seat, student, network.arcScore()[arc]);
        }
      }
    }
  }

  private static IntStream scores(Seating seating) {
    return IntStream.range(0, seating.students())
        .filter(student -> !seating.waits(student))
        .map(seating::score);
  }

  private static Figures figures(Seating seating) {
    return new Figures(
        (int) scores(seating).count(),
        (int) scores(seating).filter(score -> score < Points.WEAK).count(),
        (int) scores(seating).filter(score -> score < Points.MIDDLING).count(),
        scores(seating).sum());
  }

  /** What all gain and all seats cost: no seating is worth more. */
  private static long gainsAndPrices(Network network, LowestPrices prices) {
    long sum = 0;
    for (int student = 0; student < network.students(); student++) {
      sum += prices.gain(student);
    }
    for (int cell = 0; cell < network.cells(); cell++) {
      sum += prices.price(cell) * network.seats()[cell];
    }
    return sum;
  }
}
