package fr.vismonjob.matching;

import java.util.function.IntConsumer;

/**
 * Seats students by auction, in ever smaller steps (Bertsekas 1979; with scaling, 1988).
 *
 * <p>A student's gain from a seat is its worth less its price. A student without a seat bids for
 * the seat with the highest gain: the bid raises the price until that gain equals the one of the
 * second best seat, and by one step more. The student who had the seat loses it and bids in turn. A
 * student who gains nothing from any seat waits. So every student ends up within one step of the
 * highest gain at the current prices. Then the step becomes smaller, students who are no longer
 * that close leave their seats and bid again, and so on. {@link LowestPrices} corrects what the
 * last step leaves.
 *
 * <p>All seats of a cell are alike, and all cost what the cheapest of them does: a student bids for
 * a cell, the second best is another cell, and the student with the lowest bid in the cell leaves
 * (Bertsekas and Castañón 1989). So students who want the same cell do not outbid each other by
 * small steps.
 *
 * <p>In the end a free seat must cost nothing, but an auction never lowers a price. So "nothing"
 * rises instead: it is the <em>floor</em>, the price of an empty seat and the gain lost by waiting.
 * When many free seats cost more than the floor, the floor rises by a few steps. Seats above the
 * floor become cheaper by comparison, so students who wait or sit at the floor bid for them. This
 * stops after some rounds, or when hardly a free seat costs more than the floor. The very last ones
 * are not worth it: each rise raises the prices of the whole country.
 */
final class Auction {

  private static final int SMALLER = 2; // each step is a quarter of the one before
  private static final int RISE = 4; // of the floor, in steps
  private static final int ROUNDS = 8; // so many times at most
  private static final int LEFT_ALONE = 1000; // one free seat in so many may cost something

  private final Seating seating;
  private final int[] worth = Weights.byScore();
  private final SeatPrices prices;
  private final BestCells best;
  private final IntList bidders = new IntList(); // the last one bids first

  /** Before the first bid, in a seating where everybody still waits. */
  Auction(Network network, Seating seating) {
    this.seating = seating;
    prices = new SeatPrices(seating, network.cells());
    best = new BestCells(network, prices, worth);
  }

  /** Holds the auction; tells each step when everybody is within it. Returns the prices. */
  int[] run(IntConsumer progress) {
    for (int step = Weights.FIRST_STEP; step > 0; step >>= SMALLER) {
      seatEverybodyWithin(step);
      progress.accept(step);
    }
    int[] priceOfCell = new int[prices.cells()];
    for (int cell = 0; cell < priceOfCell.length; cell++) {
      priceOfCell[cell] = price(cell);
    }
    return priceOfCell;
  }

  /** The price of a cell, above the floor. */
  int price(int cell) {
    return prices.of(cell) - prices.floor();
  }

  private void seatEverybodyWithin(int step) {
    prices.level(); // bids made in larger steps may lie far above the price of their cell
    everybodyLeavesForBetter(step);
    everybodyWithoutSeatBids(step);
    for (int round = 0; round < ROUNDS && manyFreeSeatsCostSomething(); round++) {
      prices.raiseFloor(RISE * step);
      everybodyLeavesForBetter(step);
      everybodyWithoutSeatBids(step);
    }
  }

  private boolean manyFreeSeatsCostSomething() {
    int many = 0;
    for (int seat = 0; seat < seating.seats(); seat++) {
      if (seating.isFree(seat) && price(seating.cell(seat)) > 0) {
        many++;
      }
    }
    return many > seating.seats() / LEFT_ALONE;
  }

  /** Students who are not within a step of their highest gain leave, to bid for it. */
  private void everybodyLeavesForBetter(int step) {
    for (int student = 0; student < seating.students(); student++) {
      int enough = gain(student) + step;
      if (-prices.floor() > enough || best.anyGainAbove(student, enough)) {
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

  private int gain(int student) {
    return seating.waits(student)
        ? -prices.floor()
        : worth[seating.score(student)] - prices.of(seating.cellOf(student));
  }

  private void everybodyWithoutSeatBids(int step) {
    while (bidders.size() > 0) {
      bid(bidders.removeLast(), step);
    }
  }

  private void bid(int student, int step) {
    BestCells.Choice choice = best.of(student, -prices.floor());
    if (choice.isNone()) {
      return; // waits
    }
    int seat = seatIn(choice.cell());
    prices.raise(seat, prices.of(choice.cell()) + choice.gain() - choice.secondGain() + step);
    if (!seating.isFree(seat)) {
      int other = seating.sitter(seat);
      seating.leave(other);
      bidders.add(other);
    }
    seating.take(seat, student, choice.score());
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
