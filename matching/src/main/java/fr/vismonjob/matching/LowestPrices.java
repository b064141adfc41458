package fr.vismonjob.matching;

import java.util.Arrays;

/**
 * Proves that a seating is the best, by the lowest prices that go with it. A seat costs at least
 * what anybody else would gain from it, and what they gain is what their own seat is worth less its
 * price, or nothing if they wait. So prices spread along longest paths, here in the exact unit of
 * {@link Worth}. If that ends with nothing asked for a free seat and nobody who would rather wait,
 * prices and gains are a {@link Certificate}.
 *
 * <p>The prices of the auction are close to these: what lies least below them is settled first
 * (Dijkstra 1959), so that little is settled twice. What goes far above them will not end.
 */
final class LowestPrices {

  private static final long FAR = 8L << Weights.FRACTION;

  private final Network network;
  private final Auction auction;
  private final Weights weights;
  private final long[] worth = new long[101]; // by score
  private final long[] least; // by node: no seat below it costs less
  private final long[] slack; // by node: how far that lies below the auction's price
  private final LongHeap open = new LongHeap(); // nodes by their slack

  LowestPrices(Network network, Auction auction, Weights weights) {
    this.network = network;
    this.auction = auction;
    this.weights = weights;
    least = new long[network.nodes()];
    slack = new long[network.nodes()];
    for (int score = 0; score < worth.length; score++) {
      worth[score] = Worth.of(score);
    }
  }

  /** The price of a seat in this cell. */
  long price(int cell) {
    return least[cell];
  }

  /** What the student gains from this seating. */
  long gain(int student) {
    int seat = auction.seatOf[student];
    return seat == Auction.NO_SEAT
        ? 0
        : worth[auction.scoreOf[student]] - least[auction.prices.cellOf(seat)];
  }

  /** Whether the seating that the auction has come to is the best. */
  boolean holds() {
    Arrays.fill(least, 0);
    Arrays.fill(slack, Long.MAX_VALUE);
    open.clear();
    for (int student = 0; student < network.students(); student++) {
      ask(student);
    }
    while (!open.isEmpty()) {
      long key = open.least();
      int node = open.remove();
      if (key == slack[node]) { // else it has been raised since, and is open again
        boolean fails = key < -FAR || (node < network.cells() && !settle(node));
        if (fails) {
          return false;
        }
        if (node >= network.cells()) {
          spread(node);
        }
      }
    }
    return true;
  }

  private void ask(int student) {
    long gain = gain(student);
    for (int arc = network.firstArc()[student]; arc < network.firstArc()[student + 1]; arc++) {
      raise(network.arcNode()[arc], worth[network.arcScore()[arc]] - gain);
    }
  }

  private void spread(int node) {
    int from = network.firstChild()[node - network.cells()];
    int to = network.firstChild()[node - network.cells() + 1];
    for (int i = from; i < to; i++) {
      raise(network.child()[i], least[node]);
    }
  }

  private boolean settle(int cell) {
    SeatPrices prices = auction.prices;
    for (int seat = prices.firstSeat(cell); seat < prices.firstSeat(cell + 1); seat++) {
      int sitter = auction.sitter[seat];
      if (sitter == Auction.NO_SEAT || gain(sitter) < 0) {
        return false;
      }
      ask(sitter);
    }
    return true;
  }

  private void raise(int node, long to) {
    if (to > least[node]) {
      least[node] = to;
      long price = auction.prices.of(auction.cells.cheapest(node));
      slack[node] = price - auction.prices.floor - weights.of(to);
      open.add(slack[node], node);
    }
  }
}
