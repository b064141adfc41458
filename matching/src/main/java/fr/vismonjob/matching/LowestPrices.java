package fr.vismonjob.matching;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Finds the lowest prices that go with a seating, and makes the seating better where there are
 * none; in the end they prove that it is the best.
 *
 * <p>A seat costs at least what anybody else would gain from it, and what they gain is what their
 * own seat is worth less its price, or nothing if they wait. So prices spread along longest paths,
 * here in the exact unit of {@link Worth}: from those who wait, and those whose seats cost nothing,
 * to the seats that they would like as much, to who sits there, and so on. Three things cannot be
 * in the best seating, and in each of them everybody on the path to it moves up to the seat asked
 * for:
 *
 * <ul>
 *   <li>a free seat is asked for at a price: it is taken;
 *   <li>somebody would pay more for a seat than it is worth to who has it: who has it waits;
 *   <li>the price of a seat rises because of itself, in a circle: everybody in it moves on.
 * </ul>
 *
 * Each makes the seating better by what was asked too much (Klein 1967; Busacker and Gowen 1961).
 * What those who moved were the reason for is forgotten, and prices spread anew from there. When
 * nothing is left to improve, prices and gains are a {@link Certificate}.
 *
 * <p>After an {@link Auction} there is little to improve, and its prices are close to these: what
 * lies least below them is settled first (Dijkstra 1959), so that little is settled twice.
 */
final class LowestPrices {

  private static final int NOBODY = -1;
  private static final int MOVED_UP = -2; // in place of who asks, after everybody moved up

  private final Network network;
  private final Seating seating;
  private final int[] guide; // by node: a guess at the price
  private final long[] worth = new long[101]; // by score
  private final long[] least; // by node: no seat below it costs less
  private final long[] slack; // by node: how far that lies below the guess
  private final int[] asker; // by node: the student because of whom it costs that much
  private final byte[] score; // by node: of the arc by which that student asks
  private final LongHeap open = new LongHeap(); // nodes by their slack
  private final int[] seenIn; // by cell: the last walk that came by
  private int walk;
  private int improvements;

  /**
   * Before anything is looked at.
   *
   * @param guide prices of cells that are close to the lowest, as {@link Weights}
   */
  LowestPrices(Network network, Seating seating, int[] guide) {
    this.network = network;
    this.seating = seating;
    this.guide = lowestBelow(network, guide);
    for (int i = 0; i < worth.length; i++) {
      worth[i] = Worth.of(i);
    }
    least = new long[network.nodes()];
    slack = new long[network.nodes()];
    asker = new int[network.nodes()];
    score = new byte[network.nodes()];
    seenIn = new int[network.cells()];
    Arrays.fill(slack, Long.MAX_VALUE);
    Arrays.fill(asker, NOBODY);
  }

  private static int[] lowestBelow(Network network, int[] ofCells) {
    int[] lowest = Arrays.copyOf(ofCells, network.nodes());
    for (int node = network.cells(); node < lowest.length; node++) {
      lowest[node] = Integer.MAX_VALUE;
      for (int i = network.childrenFrom(node); i < network.childrenTo(node); i++) {
        lowest[node] = Math.min(lowest[node], lowest[network.child()[i]]);
      }
    }
    return lowest;
  }

  /** The price of a seat in this cell. */
  long price(int cell) {
    return least[cell];
  }

  /** What the student gains from this seating. */
  long gain(int student) {
    return seating.waits(student)
        ? 0
        : worth[seating.score(student)] - least[seating.cellOf(student)];
  }

  /** Makes the seating the best, and finds the prices that prove it. */
  void settle(Consumer<String> progress) {
    do {
      improvements = 0;
      spread();
      forget();
      progress.accept(improvements + " improvements");
    } while (improvements > 0);
  }

  private void spread() {
    for (int student = 0; student < network.students(); student++) {
      ask(student);
    }
    for (int node = network.cells(); node < network.nodes(); node++) {
      if (least[node] > 0) {
        spread(node);
      }
    }
    while (!open.isEmpty()) {
      long key = open.least();
      int node = open.remove();
      if (key == slack[node]) { // else it has been raised since, and is open again
        if (node < network.cells()) {
          settle(node);
        } else if (seating.waits(asker[node]) || origin(seating.cellOf(asker[node])) != MOVED_UP) {
          spread(node);
        }
      }
    }
  }

  private void ask(int student) {
    long gain = gain(student);
    for (int arc = network.firstArc()[student]; arc < network.firstArc()[student + 1]; arc++) {
      byte arcScore = network.arcScore()[arc];
      raise(network.arcNode()[arc], worth[arcScore] - gain, student, arcScore);
    }
  }

  private void spread(int node) {
    for (int i = network.childrenFrom(node); i < network.childrenTo(node); i++) {
      raise(network.child()[i], least[node], asker[node], score[node]);
    }
  }

  private void raise(int node, long to, int student, byte arcScore) {
    if (to > least[node]) {
      least[node] = to;
      asker[node] = student;
      score[node] = arcScore;
      slack[node] = guide[node] - Weights.of(to);
      open.add(slack[node], node);
    }
  }

  /** Those in a cell ask for others, unless that shows how to improve the seating. */
  private void settle(int cell) {
    int origin = origin(cell);
    if (origin >= 0) {
      moveOn(origin);
    } else if (origin != MOVED_UP && !isImproved(cell)) {
      for (int seat = seating.firstSeat(cell); seat < seating.firstSeat(cell + 1); seat++) {
        ask(seating.sitter(seat));
      }
    }
  }

  /** Whether somebody moved up to this cell, as a seat was free or not worth its price. */
  private boolean isImproved(int cell) {
    for (int seat = seating.firstSeat(cell); seat < seating.firstSeat(cell + 1); seat++) {
      if (!seating.isFree(seat) && gain(seating.sitter(seat)) < 0) {
        seating.leave(seating.sitter(seat));
      }
      if (seating.isFree(seat)) {
        moveUp(seat);
        return true;
      }
    }
    return false;
  }

  /**
   * Follows the path to a cell back: to who asks for it, the cell where they sit, who asks for
   * that, and so on. {@link #NOBODY} if it begins with somebody who waits or whose seat costs
   * nothing, {@link #MOVED_UP} if those on it have moved since, a cell if the path goes in a circle
   * there.
   */
  private int origin(int cell) {
    walk++;
    int at = cell;
    while (asker[at] >= 0 && !seating.waits(asker[at])) {
      if (seenIn[at] == walk) {
        return at;
      }
      seenIn[at] = walk;
      at = seating.cellOf(asker[at]);
    }
    return asker[at] == MOVED_UP ? MOVED_UP : NOBODY;
  }

  /** Everybody on the path to a free seat takes the seat that they ask for. */
  private void moveUp(int seat) {
    improvements++;
    int free = seat;
    while (free != Seating.NO_SEAT && asker[seating.cell(free)] >= 0) {
      int cell = seating.cell(free);
      int student = asker[cell];
      int left = seating.seatOf(student);
      if (left != Seating.NO_SEAT) {
        seating.leave(student);
      }
      seating.take(free, student, score[cell]);
      asker[cell] = MOVED_UP;
      free = left;
    }
  }

  /** Everybody in a circle takes the seat that they ask for. */
  private void moveOn(int cell) {
    int at = cell;
    while (seating.cellOf(asker[at]) != cell) {
      at = seating.cellOf(asker[at]);
    }
    int seat = seating.seatOf(asker[at]);
    seating.leave(asker[at]);
    moveUp(seat);
  }

  /** Forgets what costs so much only because of somebody who has moved. */
  private void forget() {
    boolean[] moved = new boolean[network.cells()];
    for (int cell = 0; cell < moved.length; cell++) {
      moved[cell] = origin(cell) == MOVED_UP;
    }
    for (int node = 0; node < least.length; node++) {
      int cell = node < moved.length ? node : cellOfAsker(node);
      if (cell >= 0 && moved[cell]) {
        least[node] = 0;
        slack[node] = Long.MAX_VALUE;
        asker[node] = NOBODY;
      }
    }
  }

  private int cellOfAsker(int node) {
    return asker[node] == NOBODY ? Seating.NO_SEAT : seating.cellOf(asker[node]);
  }
}
