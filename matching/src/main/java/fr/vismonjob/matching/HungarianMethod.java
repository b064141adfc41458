package fr.vismonjob.matching;

import java.util.Arrays;

/**
 * The Hungarian method (Kuhn 1955; Munkres 1957), for all waiting students at once, on a compressed
 * network, with worths that compare lexicographically.
 *
 * <p>All seats begin at price zero, and all students wait. Where more of them want a seat than
 * there are seats, the prices of the seats that they can reach rise together ({@link PriceRise}),
 * until one more seat, or waiting for good, is just as good to somebody. Then whoever can be seated
 * without loss to anybody is seated ({@link Moves}), and so on. A student with nothing left to gain
 * waits for good.
 *
 * <p>Prices only rise, and only in cells that are full and stay full: so in the end free seats have
 * price zero, and gains and prices are a {@link Certificate}.
 */
final class HungarianMethod {

  private HungarianMethod() {}

  /** Seats the students in the best way; takes turns in the order given. */
  static Market run(Network network, int[] turns) {
    Market market = new Market(network);
    WaysOut waysOut = new WaysOut(market);
    PriceRise rise = new PriceRise(market, waysOut);
    Moves moves = new Moves(market, waysOut);
    int[] waiting = Arrays.copyOf(turns, turns.length);
    int count = waiting.length;
    while (count > 0) {
      rise.run(waiting, count);
      count = moves.seat(waiting, count);
    }
    return market;
  }
}
