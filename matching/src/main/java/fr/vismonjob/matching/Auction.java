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
 * rises, which makes all that costs more than the floor cheaper by comparison, until somebody who
 * waits, or sits for the floor price, prefers another seat, and bids.
 */
final class Auction {

  /** Instead of the seat of a student who has none. */
  static final int NO_SEAT = -1;

  private static final int SMALLER = 2; // each step is a quarter of the one before

  final SeatPrices prices;
  private final int[] turns;
  private final Weights weights;
  private final long[] weight = new long[101]; // by score
  private final BestCells best;
  private final LongHeap changes = new LongHeap(); // students, by the floor at which they may move
  private final Queue bidders;

  /** The seat of each student. */
  final int[] seatOf;

  /** The score that goes with it. */
  final byte[] scoreOf;

  /** The student on each seat, {@link #NO_SEAT} if it is free. */
  final int[] sitter;

  /** By how much a bid outdoes what would do. */
  long step;

  private long ceiling; // of the floor, while it rises

  Auction(Network network, int[] turns, Weights weights) {
    this.turns = turns;
    this.weights = weights;
    for (int score = 0; score < weight.length; score++) {
      weight[score] = weights.of(Worth.of(score));
    }
    prices = new SeatPrices(network);
    best = new BestCells(network, prices, weight);
    seatOf = new int[network.students()];
    scoreOf = new byte[network.students()];
    sitter = new int[prices.seats()];
    Arrays.fill(seatOf, NO_SEAT);
    Arrays.fill(sitter, NO_SEAT);
    bidders = new Queue(seatOf.length);
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
    ceiling = prices.floor;
    prices.level(); // bids in larger steps do not bind anybody to so close a place
    for (int student : turns) {
      long enough = gross(student) - price(student) + step;
      if (-prices.floor > enough || best.anyWorthMore(student, enough)) {
        leaveSeat(student);
        bidders.add(student);
      }
    }
    takeBids();
    raiseFloor();
  }

  /** What the student's seat, or waiting, brings before its price. */
  private long gross(int student) {
    return seatOf[student] == NO_SEAT ? 0 : weight[scoreOf[student]];
  }

  private long price(int student) {
    int seat = seatOf[student];
    return seat == NO_SEAT ? prices.floor : prices.of(prices.cellOf(seat));
  }

  private void leaveSeat(int student) {
    int seat = seatOf[student];
    if (seat != NO_SEAT) {
      prices.leave(seat);
      sitter[seat] = NO_SEAT;
      seatOf[student] = NO_SEAT;
    }
  }

  private void takeBids() {
    while (!bidders.isEmpty()) {
      bid(bidders.remove());
    }
  }

  private void bid(int student) {
    if (best.find(student, -prices.floor)) {
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
    awaitChange(price(student), student);
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

  private void awaitChange(long atFloor, int student) {
    if (atFloor < ceiling) {
      changes.add(atFloor, student);
    }
  }

  /** Raises the floor until no free seat costs more. */
  private void raiseFloor() {
    for (int[] tooDear = freeSeatsAboveFloor();
        tooDear.length > 0;
        tooDear = freeSeatsAboveFloor()) {
      ceiling = prices.of(prices.cellOf(tooDear[0]));
      changes.clear();
      for (int student : turns) {
        awaitChange(price(student), student);
      }
      for (int seat : tooDear) {
        ceiling = Math.min(ceiling, prices.of(prices.cellOf(seat)));
        while (sitter[seat] == NO_SEAT && ceiling > prices.floor) {
          prices.floor = nextChange();
          takeBids();
        }
      }
    }
  }

  private int[] freeSeatsAboveFloor() {
    LongHeap dearestFirst = new LongHeap();
    int count = 0;
    for (int seat = 0; seat < sitter.length; seat++) {
      if (sitter[seat] == NO_SEAT && prices.of(prices.cellOf(seat)) > prices.floor) {
        dearestFirst.add(-prices.of(prices.cellOf(seat)), seat);
        count++;
      }
    }
    int[] seats = new int[count];
    for (int i = 0; i < count; i++) {
      seats[i] = dearestFirst.remove();
    }
    return seats;
  }

  /** The floor at which the next student moves, who becomes a bidder; at most the ceiling. */
  private long nextChange() {
    while (!changes.isEmpty() && changes.least() < ceiling) {
      long expected = Math.max(prices.floor, changes.least());
      int student = changes.remove();
      long at = movesAt(student);
      if (at <= expected) {
        leaveSeat(student);
        bidders.add(student);
        return expected;
      }
      awaitChange(at, student);
    }
    return ceiling;
  }

  /**
   * The floor from which on the student would rather have another seat, one that costs more than
   * the floor: the student's own place, if it costs no more than the floor, loses as the floor
   * rises, the other does not.
   */
  private long movesAt(int student) {
    long own = gross(student) + step;
    long most = best.mostAmong(student, own, own - ceiling);
    return Math.max(price(student), own - most + 1);
  }

  /** Students in the order in which they came. */
  private static final class Queue {

    private final int[] ring;
    private int first;
    private int size;

    Queue(int capacity) {
      ring = new int[capacity];
    }

    boolean isEmpty() {
      return size == 0;
    }

    void add(int student) {
      int at = first + size++;
      ring[at < ring.length ? at : at - ring.length] = student;
    }

    int remove() {
      int student = ring[first];
      first = first + 1 < ring.length ? first + 1 : 0;
      size--;
      return student;
    }
  }
}
