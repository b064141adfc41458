package fr.vismonjob.matching;

/**
 * The price of every seat. A cell costs what its cheapest seat does. Neither the price of a cell
 * nor the floor ever falls.
 */
final class SeatPrices {

  /** What a cell that is not there costs: more than any. */
  static final int NO_PRICE = Integer.MAX_VALUE / 2;

  private final Seating seating;
  private final int[] seatPrice;

  /** The price of each cell, whatever the floor is; one more for a cell that is not there. */
  final int[] price;

  /** What an empty seat costs; no price counts for less. */
  int floor;

  SeatPrices(Seating seating, int cells) {
    this.seating = seating;
    seatPrice = new int[seating.seats()];
    price = new int[cells + 1];
    price[cells] = NO_PRICE;
  }

  int cells() {
    return price.length - 1;
  }

  /** The price of a cell. */
  int of(int cell) {
    return Math.max(floor, price[cell]);
  }

  /** The cheapest seat of a cell. */
  int cheapestSeat(int cell) {
    int cheapest = seating.firstSeat(cell);
    for (int seat = cheapest + 1; seat < seating.firstSeat(cell + 1); seat++) {
      if (seatPrice[seat] < seatPrice[cheapest]) {
        cheapest = seat;
      }
    }
    return cheapest;
  }

  /** Raises the price of a seat that is taken. */
  void raise(int seat, int to) {
    int cell = seating.cell(seat);
    seatPrice[seat] = to;
    price[cell] = seatPrice[cheapestSeat(cell)];
  }

  /** Forgets what was bid beyond the price of each cell. */
  void level() {
    for (int seat = 0; seat < seatPrice.length; seat++) {
      seatPrice[seat] = price[seating.cell(seat)];
    }
  }

  /** A seat that is left costs no more than the cheapest of its cell. */
  void leave(int seat) {
    seatPrice[seat] = price[seating.cell(seat)];
  }
}
