package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds after each step of an auction, looked up seat by seat. */
class AuctionTest {

  private static final int[] WEIGHT = Weights.byScore();

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

      auction.run(_ -> assertIsSettled(network, seating, auction, name));
    }
  }

  private static void assertIsSettled(
      Network network, Seating seating, Auction auction, String name) {
    for (int seat = 0; seat < seating.seats(); seat++) {
      if (seating.isFree(seat)) {
        int price = auction.prices.of(seating.cell(seat));
        assertTrue(price <= auction.prices.floor, name + ": free seat " + seat);
      } else {
        assertEquals(seat, seating.seatOf(seating.sitter(seat)), name);
      }
    }
    for (int student = 0; student < network.students(); student++) {
      int own =
          seating.waits(student)
              ? -auction.prices.floor
              : WEIGHT[seating.score(student)] - auction.prices.of(seating.cellOf(student));
      assertTrue(
          best(network, auction, student) - own <= auction.step,
          name + ": student " + student + " would rather sit elsewhere");
    }
  }

  private static int best(Network network, Auction auction, int student) {
    int best = -auction.prices.floor;
    for (int arc = network.firstArc()[student]; arc < network.firstArc()[student + 1]; arc++) {
      best =
          Math.max(
              best,
              WEIGHT[network.arcScore()[arc]] - cheapest(network, auction, network.arcNode()[arc]));
    }
    return best;
  }

  /** The lowest price below a node. */
  private static int cheapest(Network network, Auction auction, int node) {
    return Networks.cellsBelow(network, node).map(auction.prices::of).min().orElseThrow();
  }
}
