package fr.vismonjob.matching;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Seats students by auction, in ever smaller steps (Bertsekas 1979; with scaling, 1988).
 *
 * <p>A student who has no seat bids for the best one, as much as makes it no better than the
 * runner-up, and one step more; whoever had that seat has none now and bids in turn. Somebody for
 * whom no seat is worth its price waits. So everybody ends up within one step of the best at the
 * prices of the moment. Then the step is made smaller, those who are no longer that close to their
 * best leave their seats, and so on, until the seating is proved to be the best ({@link
 * LowestPrices}).
 *
 * <p>The seats of a cell are alike, and all cost what the cheapest of them does: a student bids for
 * a cell, the runner-up is another cell, and who gave the lowest bid for a seat in it leaves
 * (Bertsekas and Castañón 1989). So those who are after the same cell do not outbid each other by
 * small steps.
 *
 * <p>A free seat must cost no more than nothing. "Nothing" is the <em>floor</em>: what waiting
 * saves, and what an empty seat costs. Where a seat has been left at a price above it, the floor
 * rises by a few steps, and by more if that is not enough. That makes all that costs more than the
 * floor cheaper by comparison, so that some who wait, or sit for the floor price, prefer another
 * seat, and bid; and so on, until no free seat costs more.
 */
final class Auction {

  /** Instead of the seat of a student who has none. */
  static final int NO_SEAT = -1;

  private static final int SMALLER = 2; // each step is a quarter of the one before
  private static final int RISE = 4; // of the floor, in steps
  private static final int ROUNDS = 8; // then it rises by twice as much

  final SeatPrices prices;
  final CheapestCells cells;
  private final int[] turns;
  private final Weights weights;
  private final long[] weight = new long[101]; // by score
  private final BestCells best;
  private final IntList bidders = new IntList(); // the last to come bids first

  /** The seat of each student. */
  final int[] seatOf;

  /** The score that goes with it. */
  final byte[] scoreOf;

  /** The student on each seat, {@link #NO_SEAT} if it is free. */
  final int[] sitter;

  /** By how much a bid outdoes what would do. */
  long step;

  Auction(Network network, int[] turns, Weights weights) {
    this.turns = turns;
    this.weights = weights;
    for (int score = 0; score < weight.length; score++) {
      weight[score] = weights.of(Worth.of(score));
    }
    prices = new SeatPrices(network);
    cells = new CheapestCells(network, prices);
    best = new BestCells(network, prices, cells, weight);
    seatOf = new int[network.students()];
    scoreOf = new byte[seatOf.length];
    sitter = new int[prices.seats()];
    Arrays.fill(seatOf, NO_SEAT);
    Arrays.fill(sitter, NO_SEAT);
  }

  /** Holds the auction; false if its end is not the best seating, as weights were too small. */
  boolean run(LowestPrices proof, Consumer<String> progress) {
    for (step = weights.pair() / 2; step > 0; step >>= SMALLER) {
      settle();
      progress.accept("seated in steps of " + (double) step / (1L << Weights.FRACTION) + " points");
      if (step < 1L << Weights.FRACTION && proof.holds()) {
        return true;
      }
    }
    return false;
  }

  private void settle() {
    prices.level(); // bids in larger steps do not bind anybody to so close a place
    leaveForBetter();
    takeBids();
    long dearest = dearestFree();
    for (int round = 0; dearest > prices.floor; round++, dearest = dearestFree()) {
      long rise = (RISE * step) << (round / ROUNDS);
      prices.floor = Math.min(dearest, prices.floor + rise);
      leaveForBetter();
      takeBids();
    }
  }

  /** The price of the free seat that costs most. */
  private long dearestFree() {
    long dearest = prices.floor;
    for (int seat = 0; seat < sitter.length; seat++) {
      if (sitter[seat] == NO_SEAT) {
        dearest = Math.max(dearest, prices.of(prices.cellOf(seat)));
      }
    }
    return dearest;
  }

  /** Whoever is not within a step of the best leaves, to bid for it. */
  private void leaveForBetter() {
    for (int student : turns) {
      long enough = gross(student) - price(student) + step;
      if (-prices.floor > enough || best.anyWorthMore(student, enough)) {
        leaveSeat(student);
        bidders.add(student);
      }
    }
  }

  private void leaveSeat(int student) {
    int seat = seatOf[student];
    if (seat != NO_SEAT) {
      prices.leave(seat);
      sitter[seat] = NO_SEAT;
      seatOf[student] = NO_SEAT;
    }
  }

  /** What the student's seat, or waiting, brings before its price. */
  private long gross(int student) {
    return seatOf[student] == NO_SEAT ? 0 : weight[scoreOf[student]];
  }

  private long price(int student) {
    int seat = seatOf[student];
    return seat == NO_SEAT ? prices.floor : prices.of(prices.cellOf(seat));
  }

  private void takeBids() {
    while (bidders.size() > 0) {
      bid(bidders.removeLast());
    }
  }

  private void bid(int student) {
    if (!best.find(student, -prices.floor)) {
      return; // waits
    }
    int seat = seatIn(best.cell);
    int other = sitter[seat];
    prices.raise(seat, prices.of(best.cell) + best.value - best.runnerUp + step);
    sitter[seat] = student;
    seatOf[student] = seat;
    scoreOf[student] = best.score;
    if (other != NO_SEAT) {
      seatOf[other] = NO_SEAT;
      bidders.add(other);
    }
  }

  /** A free seat, if there is one, or else the cheapest. */
  private int seatIn(int cell) {
    for (int seat = prices.firstSeat(cell); seat < prices.firstSeat(cell + 1); seat++) {
      if (sitter[seat] == NO_SEAT) {
        return seat;
      }
    }
    return prices.cheapestSeat(cell);
  }
}
