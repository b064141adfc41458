package fr.vismonjob.matching;

import java.util.Arrays;

/**
 * Who sits where at what price: the state that {@link HungarianMethod} works on. Everything is by
 * number in the {@link Network}; worth, gains and prices are in the unit of {@link Worth}.
 *
 * <p>Two things hold at every moment. No arc is worth more than the gain of its student and the
 * price of its node together; and where a student sits, the arc that led there is worth exactly as
 * much.
 */
final class Market {

  /** Instead of the seat of a student who has none. */
  static final int NO_SEAT = -1;

  final Network network;

  /** By score. */
  final long[] worth = new long[101];

  /** What each student gains from taking part. */
  final long[] gain;

  /** The price of each node; never above the least price of the cells below it. */
  final long[] price;

  /** The seat of each student. */
  final int[] seatOf;

  /** Where the seats of each cell begin; one entry more than there are cells. */
  final int[] firstSeat;

  /** The cell of each seat. */
  final int[] cellOfSeat;

  /** How many seats of each cell are taken; they are the first ones. */
  final int[] taken;

  /** The student on each taken seat. */
  final int[] sitter;

  Market(Network network) {
    this.network = network;
    for (int score = 0; score < worth.length; score++) {
      worth[score] = Worth.of(score);
    }
    firstSeat = new int[network.cells() + 1];
    for (int cell = 0; cell < network.cells(); cell++) {
      firstSeat[cell + 1] = firstSeat[cell] + network.seats()[cell];
    }
    cellOfSeat = new int[firstSeat[network.cells()]];
    for (int cell = 0; cell < network.cells(); cell++) {
      Arrays.fill(cellOfSeat, firstSeat[cell], firstSeat[cell + 1], cell);
    }
    taken = new int[network.cells()];
    sitter = new int[firstSeat[network.cells()]];
    seatOf = new int[network.students()];
    Arrays.fill(seatOf, NO_SEAT);
    price = new long[network.nodes()];
    gain = new long[network.students()];
    for (int student = 0; student < gain.length; student++) {
      for (int arc = network.firstArc()[student]; arc < network.firstArc()[student + 1]; arc++) {
        gain[student] = Math.max(gain[student], worth[network.arcScore()[arc]]);
      }
    }
  }

  /** Whether nothing is better for the student than this arc, at the prices of the moment. */
  boolean isBest(int student, int arc) {
    return worth[network.arcScore()[arc]] - price[network.arcNode()[arc]] == gain[student];
  }

  boolean isFull(int cell) {
    return taken[cell] == firstSeat[cell + 1] - firstSeat[cell];
  }

  /** The cell that each student sits in, {@link #NO_SEAT} without one. */
  int[] cells() {
    int[] cells = new int[seatOf.length];
    for (int student = 0; student < cells.length; student++) {
      cells[student] = seatOf[student] == NO_SEAT ? NO_SEAT : cellOfSeat[seatOf[student]];
    }
    return cells;
  }
}
