package fr.vismonjob.matching;

import java.util.Arrays;
import java.util.function.IntConsumer;

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
 * Each makes the seating better by at least what was asked too much (Klein 1967; Busacker and Gowen
 * 1961). What costs so much because of somebody who has moved counts no more in that round, and is
 * forgotten at its end; in the next, everybody asks again. After a round in which nobody had to
 * move, prices and gains are a {@link Certificate}.
 *
 * <p>After an {@link Auction} there is little to improve, and its prices are close to these: what
 * lies least below them is settled first (Dijkstra 1959), so that little is settled twice.
 */
final class LowestPrices {

  /** How the path on which a price spread begins. */
  private enum Origin {
    /** With somebody who waits, or whose seat costs nothing. */
    SOUND,
    /** Somebody on it has moved in this round, so it is not known. */
    MOVED,
    /** Nowhere: it goes in a circle. */
    CIRCLE
  }

  private final Network network;
  private final Seating seating;
  private final int[] guide; // by node: a guess at the price
  private final long[] worth = Worth.byScore();
  private final long[] least; // by node: no seat below it costs less
  private final long[] slack; // by node: how far that lies below the guess
  private final int[] asker; // by node: the student because of whom it costs that much
  private final byte[] score; // by node: of the arc by which that student asks
  private final LongHeap open = new LongHeap(); // nodes by their slack
  private final boolean[] moved; // by student: in this round
  private final int[] seenIn; // by cell: the last walk that came by
  private int walk;
  private int circle; // a cell on the circle that was found last
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
    least = new long[network.nodes()];
    slack = new long[network.nodes()];
    asker = new int[network.nodes()];
    score = new byte[network.nodes()];
    moved = new boolean[network.students()];
    seenIn = new int[network.cells()];
    Arrays.fill(slack, Long.MAX_VALUE);
    Arrays.fill(asker, Seating.NOBODY);
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

  /**
   * Makes the seating the best, and finds the prices that prove it; tells how many improvements
   * each round made.
   */
  void improve(IntConsumer progress) {
    do {
      improvements = 0;
      spread();
      forget();
      progress.accept(improvements);
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
          visit(node);
        } else if (origin(node) != Origin.MOVED) {
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

  /** Those in a cell ask for others, unless its price shows how to improve the seating. */
  private void visit(int cell) {
    switch (origin(cell)) {
      case SOUND -> {
        int seat = seatToBeHad(cell);
        if (seat != Seating.NO_SEAT) {
          moveUp(seat);
        } else {
          for (seat = seating.firstSeat(cell); seat < seating.firstSeat(cell + 1); seat++) {
            ask(seating.sitter(seat));
          }
        }
      }
      case CIRCLE -> moveUp(seatOnCircle());
      case MOVED -> {} // nobody knows what it costs before the next round
    }
  }

  /** A seat of the cell that is free, or whose price is more than it is worth to who has it. */
  private int seatToBeHad(int cell) {
    for (int seat = seating.firstSeat(cell); seat < seating.firstSeat(cell + 1); seat++) {
      if (seating.isFree(seat) || gain(seating.sitter(seat)) < 0) {
        return seat;
      }
    }
    return Seating.NO_SEAT;
  }

  private int seatOnCircle() {
    int student = asker[circle];
    while (seating.cellOf(student) != circle) {
      student = asker[seating.cellOf(student)];
    }
    return seating.seatOf(student);
  }

  /** Follows the path to a node back: to who asks for it, the cell they have, who asks for that. */
  private Origin origin(int node) {
    walk++;
    int at = node;
    while (asker[at] != Seating.NOBODY) {
      int student = asker[at];
      if (moved[student]) {
        return Origin.MOVED;
      }
      if (seating.waits(student)) {
        return Origin.SOUND;
      }
      at = seating.cellOf(student);
      if (seenIn[at] == walk) {
        circle = at;
        return Origin.CIRCLE;
      }
      seenIn[at] = walk;
    }
    return Origin.SOUND;
  }

  /** Who has a seat leaves it, and everybody on the path to it takes the seat that they ask for. */
  private void moveUp(int seat) {
    improvements++;
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

  /** Forgets what costs so much because of somebody who has moved. */
  private void forget() {
    boolean[] forgotten = new boolean[network.nodes()]; // cells first
    for (int node = 0; node < forgotten.length; node++) {
      int student = asker[node];
      if (node < network.cells()) {
        forgotten[node] = origin(node) == Origin.MOVED;
      } else if (student != Seating.NOBODY) {
        forgotten[node] =
            moved[student] || (!seating.waits(student) && forgotten[seating.cellOf(student)]);
      }
    }
    for (int node = 0; node < forgotten.length; node++) {
      if (forgotten[node]) {
        least[node] = 0;
        slack[node] = Long.MAX_VALUE;
        asker[node] = Seating.NOBODY;
      }
    }
    Arrays.fill(moved, false);
  }
}
