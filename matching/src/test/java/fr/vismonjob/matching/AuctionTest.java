package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds after each step of an auction, looked up seat by seat. */
class AuctionTest {

  private static final int[] WORTH = Weights.byScore();

  static LongStream hundreds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("hundreds")
  void everybody_is_within_one_step_of_the_best_and_no_free_seat_costs_anything(long hundred) {
    for (long number = hundred * 100; number < hundred * 100 + 20; number++) {
      Network network = new NetworkSolver(Pool.of(SmallInstances.number(number, 40, 30))).network();
      Seating seating = new Seating(network);
      Auction auction = new Auction(network, seating);
      String name = "instance " + number;

      auction.run(step -> assertIsSettled(network, seating, auction, step, name));
    }
  }

  private static void assertIsSettled(
      Network network, Seating seating, Auction auction, int step, String name) {
    for (int seat = 0; seat < seating.seats(); seat++) {
      if (seating.isFree(seat)) {
        assertEquals(0, auction.price(seating.cell(seat)), name + ": free seat " + seat);
      } else {
        assertEquals(seat, seating.seatOf(seating.sitter(seat)), name);
      }
    }
    for (int student = 0; student < network.students(); student++) {
      int gain =
          seating.waits(student)
              ? 0
              : WORTH[seating.score(student)] - auction.price(seating.cellOf(student));
      assertTrue(
          highestGain(network, auction, student) - gain <= step,
          name + ": student " + student + " would gain more elsewhere");
    }
  }

  private static int highestGain(Network network, Auction auction, int student) {
    int best = 0;
    for (int arc = network.firstArc()[student]; arc < network.firstArc()[student + 1]; arc++) {
      best =
          Math.max(
              best,
              WORTH[network.arcScore()[arc]] - cheapest(network, auction, network.arcNode()[arc]));
    }
    return best;
  }

  /** The lowest price below a node. */
  private static int cheapest(Network network, Auction auction, int node) {
    return Networks.cellsBelow(network, node).map(auction::price).min().orElseThrow();
  }
}
