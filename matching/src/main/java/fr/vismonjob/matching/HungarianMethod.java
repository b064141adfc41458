package fr.vismonjob.matching;

import java.util.Arrays;

/**
 * The Hungarian method (Kuhn 1955; Munkres 1957), for all waiting students at once, on a compressed
 * network, with worths that compare lexicographically.
 *
 * <p>All seats begin at price zero. Students sit down where they gain the most, moving others to
 * seats that are just as good to them ({@link Moves}). When nobody can be seated that way any more,
 * the seats that the waiting students could reach are too few: their prices rise together ({@link
 * PriceRise}), until one more seat, or waiting for good, is just as good to somebody. A student
 * whose gain is down to nothing waits for good.
 *
 * <p>Prices only rise, and only in cells that are full and stay full: so in the end free seats have
 * price zero, and gains and prices are a {@link Certificate}.
 */
final class HungarianMethod {

  private HungarianMethod() {}

  /** Seats the students in the best way; takes turns in the order given. */
  static Market run(Network network, int[] turns) {
    Market market = new Market(network);
    Moves moves = new Moves(market);
    PriceRise rise = new PriceRise(market);
    int[] waiting = Arrays.copyOf(turns, turns.length);
    int count = moves.seat(waiting, waiting.length);
    while (count > 0) {
      rise.run(waiting, count);
      count = moves.seat(waiting, count);
    }
    return market;
  }
}
