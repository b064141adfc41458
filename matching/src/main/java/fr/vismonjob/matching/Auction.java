package fr.vismonjob.matching;

import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Seats students by auction, in ever smaller steps (Bertsekas 1979; with scaling, 1988).
 *
 * <p>A student who has no seat bids for the best one, as much as makes it no better than the
 * runner-up, and one step more; whoever had that seat has none now and bids in turn. Somebody for
 * whom no seat is worth its price waits. So everybody ends up within one step of the best at the
 * prices of the moment. Then the step is made smaller, those who are no longer that close to their
 * best leave their seats, and so on. What the last step leaves to be wished is for {@link
 * LowestPrices}.
 *
 * <p>The seats of a cell are alike, and all cost what the cheapest of them does: a student bids for
 * a cell, the runner-up is another cell, and who gave the lowest bid for a seat in it leaves
 * (Bertsekas and Castañón 1989). So those who are after the same cell do not outbid each other by
 * small steps.
 *
 * <p>A free seat must cost no more than nothing. "Nothing" is the <em>floor</em>: what waiting
 * saves, and what an empty seat costs. Where seats have been left at a price above it, the floor
 * rises by a few steps. That makes all that costs more than the floor cheaper by comparison, so
 * that some who wait, or sit for the floor price, prefer another seat, and bid; and so on, some
 * rounds at most, until next to no free seat costs more. For the very last it does not pay: each
 * time, the prices of the whole country go up with the floor.
 */
final class Auction {

  private static final int SMALLER = 2; // each step is a quarter of the one before
  private static final int RISE = 4; // of the floor, in steps
  private static final int ROUNDS = 8; // so many times at most
  private static final int DEAR = 1000; // for one seat in so many the floor does not rise

  private final Seating seating;
  private final int[] weight = Weights.byScore();
  private final BestCells best;
  private final IntList bidders = new IntList(); // the last to come bids first

  final SeatPrices prices;

  /** By how much a bid outdoes what would do. */
  int step;

  /** Before the first bid, in a seating where everybody still waits. */
  Auction(Network network, Seating seating) {
    this.seating = seating;
    prices = new SeatPrices(seating, network.cells());
    best = new BestCells(network, prices, new CheapestCells(network, prices), weight);
  }

  /** Holds the auction. */
  void run(Consumer<String> progress) {
    for (step = Weights.FIRST_STEP; step > 0; step >>= SMALLER) {
      settle();
      progress.accept("seated in steps of " + (double) step / (1 << Weights.HALVES) + " points");
    }
  }

  /** What each cell costs more than nothing. */
  int[] guide() {
    return IntStream.range(0, prices.cells()).map(c -> prices.of(c) - prices.floor).toArray();
  }

  private void settle() {
    prices.level(); // seats bid for in larger steps may cost much more than their cell
    leaveForBetter();
    takeBids();
    for (int round = 0; round < ROUNDS && tooManyAreDear(); round++) {
      prices.floor += RISE * step;
      leaveForBetter();
      takeBids();
    }
  }

  /** Whether many free seats cost more than nothing. */
  private boolean tooManyAreDear() {
    int dear = 0;
    for (int seat = 0; seat < seating.seats(); seat++) {
      if (seating.isFree(seat) && prices.price[seating.cell(seat)] > prices.floor) {
        dear++;
      }
    }
    return dear > seating.seats() / DEAR;
  }

  /** Whoever is not within a step of the best leaves, to bid for it. */
  private void leaveForBetter() {
    for (int student = 0; student < seating.students(); student++) {
      int enough = gross(student) - price(student) + step;
      if (-prices.floor > enough || best.anyWorthMore(student, enough)) {
        leaveSeat(student);
        bidders.add(student);
      }
    }
  }

  private void leaveSeat(int student) {
    if (!seating.waits(student)) {
      prices.leave(seating.seatOf(student));
      seating.leave(student);
    }
  }

  /** What the student's seat, or waiting, brings before its price. */
  private int gross(int student) {
    return seating.waits(student) ? 0 : weight[seating.score(student)];
  }

  private int price(int student) {
    return seating.waits(student) ? prices.floor : prices.of(seating.cellOf(student));
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
    prices.raise(seat, prices.of(best.cell) + best.value - best.runnerUp + step);
    if (!seating.isFree(seat)) {
      int other = seating.sitter(seat);
      seating.leave(other);
      bidders.add(other);
    }
    seating.take(seat, student, best.score);
  }

  /** A free seat, if there is one, or else the cheapest. */
  private int seatIn(int cell) {
    for (int seat = seating.firstSeat(cell); seat < seating.firstSeat(cell + 1); seat++) {
      if (seating.isFree(seat)) {
        return seat;
      }
    }
    return prices.cheapestSeat(cell);
  }
}
