package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds after each step of an auction, looked up seat by seat. */
class AuctionTest {

  private static final Weights WEIGHTS = new Weights(9, 3);

  static LongStream hundreds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("hundreds")
  void everybody_is_within_one_step_of_the_best_and_no_free_seat_costs_anything(long hundred) {
    for (long number = hundred * 100; number < hundred * 100 + 20; number++) {
      Network network = new NetworkSolver(Pool.of(SmallInstances.number(number, 40, 30))).network();
      int[] turns = IntStream.range(0, network.students()).toArray();
      Auction auction = new Auction(network, turns, WEIGHTS);
      String name = "instance " + number;

      auction.run(
          new LowestPrices(network, auction, WEIGHTS),
          _ -> assertIsSettled(network, auction, name));
    }
  }

  private static void assertIsSettled(Network network, Auction auction, String name) {
    for (int seat = 0; seat < auction.sitter.length; seat++) {
      int sitter = auction.sitter[seat];
      if (sitter == Auction.NO_SEAT) {
        assertTrue(price(auction, seat) <= auction.prices.floor, name + ": free seat " + seat);
      } else {
        assertEquals(seat, auction.seatOf[sitter], name);
      }
    }
    for (int student = 0; student < network.students(); student++) {
      long own =
          auction.seatOf[student] == Auction.NO_SEAT
              ? -auction.prices.floor
              : weight(auction.scoreOf[student]) - price(auction, auction.seatOf[student]);
      assertTrue(
          best(network, auction, student) - own <= auction.step,
          name + ": student " + student + " would rather sit elsewhere");
    }
  }

  private static long best(Network network, Auction auction, int student) {
    long best = -auction.prices.floor;
    for (int arc = network.firstArc()[student]; arc < network.firstArc()[student + 1]; arc++) {
      best =
          Math.max(
              best,
              weight(network.arcScore()[arc]) - cheapest(network, auction, network.arcNode()[arc]));
    }
    return best;
  }

  /** The lowest price below a node. */
  private static long cheapest(Network network, Auction auction, int node) {
    if (node < network.cells()) {
      return IntStream.range(auction.prices.firstSeat(node), auction.prices.firstSeat(node + 1))
          .mapToLong(seat -> price(auction, seat))
          .min()
          .orElseThrow();
    }
    int above = node - network.cells();
    return Arrays.stream(
            network.child(), network.firstChild()[above], network.firstChild()[above + 1])
        .mapToLong(child -> cheapest(network, auction, child))
        .min()
        .orElseThrow();
  }

  private static long price(Auction auction, int seat) {
    return auction.prices.of(auction.prices.cellOf(seat));
  }

  private static long weight(int score) {
    return WEIGHTS.of(Worth.of(score));
  }
}
