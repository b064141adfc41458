package fr.vismonjob.matching;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Finds the lowest prices that go with a seating, in the exact unit of {@link Worth}. Where there
 * are none, it improves the seating; in the end the prices prove that the seating is the best.
 *
 * <p>A seat must cost at least what any other student would gain from it more than now. So prices
 * spread along longest paths: from the students who wait, and those whose seats cost nothing, to
 * the seats that they would like as much, to the students on these seats, and so on. Three things
 * are impossible in the best seating. In each of them, everybody on the path moves up to the seat
 * that they ask for:
 *
 * <ul>
 *   <li>somebody asks for a free seat at a price: they take it;
 *   <li>a seat costs more than it is worth to the student on it: that student waits;
 *   <li>the price of a seat rises because of itself, in a circle: everybody in the circle moves on.
 * </ul>
 *
 * Each improves the seating by at least the amount that was too much (Klein 1967; Busacker and
 * Gowen 1961). Prices that depend on a student who has moved are ignored for the rest of the round,
 * and forgotten at its end; in the next round everybody asks again. After a round without a move,
 * prices and gains are a {@link Certificate}.
 *
 * <p>After an {@link Auction} there is little to improve, and its prices are close to the lowest.
 * The cells that are least below their price in the auction come first (Dijkstra 1959), so few
 * cells come twice.
 */
final class LowestPrices {

  // How the path begins on which a price has spread; any other number is a cell on a circle.
  private static final int SOUND = -1; // with a student who waits, or whose seat costs nothing
  private static final int MOVED = -2; // unknown: a student on it has moved in this round

  private final Network network;
  private final Seating seating;
  private final int[] auctioned; // by cell: its price in the auction
  private final long[] worth = Worth.byScore();
  private final long[] price; // by node: no seat below it costs less
  private final int[] asker; // by node: the student because of whom it costs that much
  private final byte[] score; // by node: of the arc by which that student asks
  private final LongHeap open = new LongHeap(); // cells by their slack
  private final boolean[] moved; // by student: in this round
  private final int[] seenIn; // by cell: the last walk that came by
  private int walk;

  private LowestPrices(Network network, Seating seating, int[] auctioned) {
    this.network = network;
    this.seating = seating;
    this.auctioned = auctioned;
    price = new long[network.nodes()];
    asker = new int[network.nodes()];
    score = new byte[network.nodes()];
    moved = new boolean[network.students()];
    seenIn = new int[network.cells()];
    Arrays.fill(asker, Seating.NOBODY);
  }

  /**
   * Makes a seating the best, and returns the price of each cell that proves it.
   *
   * @param auctioned prices of the cells that are close to the lowest, as {@link Weights}
   * @param progress told how many improvements each round made
   */
  static long[] of(Network network, Seating seating, int[] auctioned, IntConsumer progress) {
    LowestPrices lowest = new LowestPrices(network, seating, auctioned);
    int improvements;
    do {
      lowest.everybodyAsks();
      improvements = lowest.improvementsWhilePricesSpread();
      lowest.forgetPricesOfThoseWhoMoved();
      progress.accept(improvements);
    } while (improvements > 0);
    return Arrays.copyOf(lowest.price, network.cells());
  }

  private long gain(int student) {
    return seating.waits(student)
        ? 0
        : worth[seating.score(student)] - price[seating.cellOf(student)];
  }

  /** Prices reach the cells from above in one go, instead of one by one as each student asks. */
  private void everybodyAsks() {
    for (int student = 0; student < network.students(); student++) {
      long gain = gain(student);
      for (int arc = network.firstArc()[student]; arc < network.firstArc()[student + 1]; arc++) {
        byte arcScore = network.arcScore()[arc];
        raise(network.arcNode()[arc], worth[arcScore] - gain, student, arcScore);
      }
    }
    for (int node = network.nodes() - 1; node >= network.cells(); node--) {
      for (int i = network.childrenFrom(node); i < network.childrenTo(node); i++) {
        raise(network.child()[i], price[node], asker[node], score[node]);
      }
    }
    for (int cell = 0; cell < network.cells(); cell++) {
      if (price[cell] > 0) {
        open.add(slack(cell), cell);
      }
    }
  }

  private int improvementsWhilePricesSpread() {
    int improvements = 0;
    while (!open.isEmpty()) {
      long key = open.least();
      int cell = open.remove();
      if (key == slack(cell)) { // else it has been raised since, and is open again
        improvements += improvementsAt(cell);
      }
    }
    return improvements;
  }

  private void ask(int student) {
    long gain = gain(student);
    for (int arc = network.firstArc()[student]; arc < network.firstArc()[student + 1]; arc++) {
      byte arcScore = network.arcScore()[arc];
      raiseAllBelow(network.arcNode()[arc], worth[arcScore] - gain, student, arcScore);
    }
  }

  private void raiseAllBelow(int node, long to, int student, byte arcScore) {
    if (!raise(node, to, student, arcScore)) {
      return;
    }
    if (node < network.cells()) {
      open.add(slack(node), node);
      return;
    }
    for (int i = network.childrenFrom(node); i < network.childrenTo(node); i++) {
      raiseAllBelow(network.child()[i], to, student, arcScore);
    }
  }

  /** Whether that raises the price. */
  private boolean raise(int node, long to, int student, byte arcScore) {
    if (to <= price[node]) {
      return false;
    }
    price[node] = to;
    asker[node] = student;
    score[node] = arcScore;
    return true;
  }

  /** How far the price of a cell lies below that of the auction. */
  private long slack(int cell) {
    return auctioned[cell] - Weights.of(price[cell]);
  }

  /** The price of a cell shows how to improve the seating; or those in the cell ask for others. */
  private int improvementsAt(int cell) {
    int origin = origin(cell);
    if (origin == MOVED) {
      return 0; // its price is known in the next round only
    }
    int seat = origin == SOUND ? seatToBeHad(cell) : seatOnCircle(origin);
    if (seat == Seating.NO_SEAT) {
      everybodyAsksIn(cell);
      return 0;
    }
    moveUp(seat);
    return 1;
  }

  private void everybodyAsksIn(int cell) {
    for (int seat = seating.firstSeat(cell); seat < seating.firstSeat(cell + 1); seat++) {
      ask(seating.sitter(seat));
    }
  }

  /** A seat of the cell that is free, or costs more than it is worth to the student on it. */
  private int seatToBeHad(int cell) {
    for (int seat = seating.firstSeat(cell); seat < seating.firstSeat(cell + 1); seat++) {
      if (seating.isFree(seat) || gain(seating.sitter(seat)) < 0) {
        return seat;
      }
    }
    return Seating.NO_SEAT;
  }

  private int seatOnCircle(int circle) {
    int student = asker[circle];
    while (seating.cellOf(student) != circle) {
      student = asker[seating.cellOf(student)];
    }
    return seating.seatOf(student);
  }

  /** Follows the path to a node back: to its asker, their cell, the asker of that cell, and on. */
  private int origin(int node) {
    walk++;
    int at = node;
    while (asker[at] != Seating.NOBODY) {
      int student = asker[at];
      if (moved[student]) {
        return MOVED;
      }
      if (seating.waits(student)) {
        return SOUND;
      }
      at = seating.cellOf(student);
      if (seenIn[at] == walk) {
        return at;
      }
      seenIn[at] = walk;
    }
    return SOUND;
  }

  /** The student on a seat leaves, and everybody on the path to it moves up. */
  private void moveUp(int seat) {
    if (!seating.isFree(seat)) {
      moved[seating.sitter(seat)] = true;
      seating.leave(seating.sitter(seat));
    }
    int free = seat;
    while (free != Seating.NO_SEAT && asker[seating.cell(free)] != Seating.NOBODY) {
      int cell = seating.cell(free);
      int student = asker[cell];
      int left = seating.seatOf(student);
      if (left != Seating.NO_SEAT) {
        seating.leave(student);
      }
      seating.take(free, student, score[cell]);
      moved[student] = true;
      free = left;
    }
  }

  private void forgetPricesOfThoseWhoMoved() {
    boolean[] forgotten = new boolean[network.nodes()]; // cells first
    for (int node = 0; node < forgotten.length; node++) {
      int student = asker[node];
      if (node < network.cells()) {
        forgotten[node] = origin(node) == MOVED;
      } else if (student != Seating.NOBODY) {
        forgotten[node] =
            moved[student] || (!seating.waits(student) && forgotten[seating.cellOf(student)]);
      }
    }
    for (int node = 0; node < forgotten.length; node++) {
      if (forgotten[node]) {
        price[node] = 0;
        asker[node] = Seating.NOBODY;
      }
    }
    Arrays.fill(moved, false);
  }
}
