package fr.vismonjob.matching;

import java.util.Arrays;

/**
 * The price of every seat. A cell costs what its cheapest seat does, and no price ever falls, nor
 * does the floor.
 */
final class SeatPrices {

  /** What a cell that is not there costs: more than any. */
  static final long NO_PRICE = Long.MAX_VALUE / 2;

  private final int[] firstSeat;
  private final int[] cellOf;
  private final long[] seatPrice;

  /** The price of each cell, whatever the floor is; one more for a cell that is not there. */
  final long[] price;

  /** What an empty seat costs; no price counts for less. */
  long floor;

  SeatPrices(Network network) {
    int cells = network.cells();
    firstSeat = new int[cells + 1];
    for (int cell = 0; cell < cells; cell++) {
      firstSeat[cell + 1] = firstSeat[cell] + network.seats()[cell];
    }
    seatPrice = new long[firstSeat[cells]];
    cellOf = new int[seatPrice.length];
    for (int cell = 0; cell < cells; cell++) {
      Arrays.fill(cellOf, firstSeat[cell], firstSeat[cell + 1], cell);
    }
    price = new long[cells + 1];
    price[cells] = NO_PRICE;
  }

  int seats() {
    return seatPrice.length;
  }

  int firstSeat(int cell) {
    return firstSeat[cell];
  }

  int cellOf(int seat) {
    return cellOf[seat];
  }

  /** The price of a cell. */
  long of(int cell) {
    return Math.max(floor, price[cell]);
  }

  /** The cheapest seat of a cell. */
  int cheapestSeat(int cell) {
    int cheapest = firstSeat[cell];
    for (int seat = cheapest + 1; seat < firstSeat[cell + 1]; seat++) {
      if (seatPrice[seat] < seatPrice[cheapest]) {
        cheapest = seat;
      }
    }
    return cheapest;
  }

  /** Raises the price of a seat that is taken. */
  void raise(int seat, long to) {
    seatPrice[seat] = to;
    price[cellOf[seat]] = seatPrice[cheapestSeat(cellOf[seat])];
  }

  /** Forgets what was bid beyond the price of each cell. */
  void level() {
    for (int seat = 0; seat < seatPrice.length; seat++) {
      seatPrice[seat] = price[cellOf[seat]];
    }
  }

  /** A seat that is left costs no more than the cheapest of its cell. */
  void leave(int seat) {
    seatPrice[seat] = price[cellOf[seat]];
  }
}
