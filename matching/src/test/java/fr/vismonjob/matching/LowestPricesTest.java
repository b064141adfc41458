package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a seating that nobody thought about. */
class LowestPricesTest {

  static LongStream hundreds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("hundreds")
  void any_seating_ends_up_as_the_best(long hundred) {
    for (long number = hundred * 100; number < hundred * 100 + 20; number++) {
      Instance instance = SmallInstances.number(number, 40, 30);
      Network network = new NetworkSolver(Pool.of(instance)).network();
      Seating seating = new Seating(network);
      seatAtRandom(network, seating, new Random(number));

      LowestPrices.of(network, seating, new int[network.cells()], _ -> {});

      assertEquals(FiguresOf.dense(instance), figures(seating), "instance " + number);
    }
  }

  @ParameterizedTest
  @MethodSource("hundreds")
  void each_improvement_is_one_and_the_prices_prove_the_last(long hundred) {
    int improved = 0;
    for (long number = hundred * 10_000; number < hundred * 10_000 + 4_000; number++) {
      Random random = new Random(number);
      Network network = Networks.random(random);
      Seating seating = new Seating(network);
      seatAtRandom(network, seating, random);
      int[] auctioned = random.ints(network.cells(), 0, 4000).toArray();
      improved += improve(network, seating, auctioned, "network " + number);
    }
    assertTrue(improved > 4_000, improved + " improvements");
  }

  /** A student who has moved must not count as a reason for a price, even after being outbid. */
  @Test
  void somebody_outbid_in_the_round_in_which_they_moved_is_asked_again() {
    Network network =
        new Network(
            new int[] {0, 2, 4, 5},
            new int[] {2, 0, 1, 0, 2},
            new byte[] {90, 95, 95, 60, 80},
            new boolean[] {true, true, true, true, true},
            new int[] {0},
            new int[0],
            new int[] {1, 1, 1});
    Seating seating = new Seating(network);
    seating.take(seating.firstSeat(2), 0, (byte) 90);

    improve(network, seating, new int[] {0, 1000, 1400}, "three students");

    assertEquals(3, figures(seating).pairs());
  }

  /** Checks each round, and the certificate in the end; how many improvements it took. */
  private static int improve(Network network, Seating seating, int[] auctioned, String name) {
    long[] last = {worth(seating)};
    int[] improvements = {0};
    long[] prices =
        LowestPrices.of(
            network,
            seating,
            auctioned,
            more -> {
              assertTrue(worth(seating) >= last[0] + more, name);
              last[0] = worth(seating);
              improvements[0] += more;
            });
    assertEquals(worth(seating), gainsAndPrices(network, seating, prices), name);
    for (int student = 0; student < network.students(); student++) {
      long gain = gain(seating, prices, student);
      assertTrue(gain >= 0, name);
      for (int arc = network.firstArc()[student]; arc < network.firstArc()[student + 1]; arc++) {
        long most = gain + cheapest(network, prices, network.arcNode()[arc]);
        assertTrue(Worth.of(network.arcScore()[arc]) <= most, name + ": student " + student);
      }
    }
    return improvements[0];
  }

  private static long cheapest(Network network, long[] prices, int node) {
    return Networks.cellsBelow(network, node).mapToLong(c -> prices[c]).min().orElseThrow();
  }

  private static long gain(Seating seating, long[] prices, int student) {
    return seating.waits(student)
        ? 0
        : Worth.of(seating.score(student)) - prices[seating.cellOf(student)];
  }

  /** Some take a seat, whichever; of those who find it taken, some wait. */
  private static void seatAtRandom(Network network, Seating seating, Random random) {
    for (int student = 0; student < network.students(); student++) {
      int from = network.firstArc()[student];
      int arcs = network.firstArc()[student + 1] - from;
      if (arcs > 0 && random.nextInt(4) > 0) {
        int arc = from + random.nextInt(arcs);
        int[] cells = Networks.cellsBelow(network, network.arcNode()[arc]).toArray();
        int cell = cells[random.nextInt(cells.length)];
        byte score = network.arcScore()[arc];
        int taker = student;
        IntStream.range(seating.firstSeat(cell), seating.firstSeat(cell + 1))
            .filter(seating::isFree)
            .findFirst()
            .ifPresent(seat -> seating.take(seat, taker, score));
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

  private static long worth(Seating seating) {
    return scores(seating).mapToLong(Worth::of).sum();
  }

  /** What all gain and all seats cost: no seating is worth more. */
  private static long gainsAndPrices(Network network, Seating seating, long[] prices) {
    long sum = 0;
    for (int student = 0; student < network.students(); student++) {
      sum += gain(seating, prices, student);
    }
    for (int cell = 0; cell < network.cells(); cell++) {
      sum += prices[cell] * network.seats()[cell];
    }
    return sum;
  }
}
