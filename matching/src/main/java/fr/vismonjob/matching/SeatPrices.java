package fr.vismonjob.matching;

/**
 * The price of every seat in an {@link Auction}. A cell costs what its cheapest seat does, and no
 * less than the floor. Neither the price of a cell nor the floor ever falls.
 */
final class SeatPrices {

  /** What a cell that is not there costs: more than any. */
  static final int NO_PRICE = Integer.MAX_VALUE / 2;

  private final Seating seating;
  private final int[] ofSeat;
  private final int[] ofCell; // whatever the floor is; one more for a cell that is not there
  private int floor;

  SeatPrices(Seating seating, int cells) {
    this.seating = seating;
    ofSeat = new int[seating.seats()];
    ofCell = new int[cells + 1];
    ofCell[cells] = NO_PRICE;
  }

  /** What an empty seat costs; no price counts for less. */
  int floor() {
    return floor;
  }

  void raiseFloor(int by) {
    floor += by;
  }

  /** The price of a cell. */
  int of(int cell) {
    return Math.max(floor, ofCell[cell]);
  }

  /** The prices of the cells by the bids alone, at any time: they may be below the floor. */
  int[] byBids() {
    return ofCell;
  }

  int cells() {
    return ofCell.length - 1;
  }

  /** The cheapest seat of a cell. */
  int cheapestSeat(int cell) {
    int cheapest = seating.firstSeat(cell);
    for (int seat = cheapest + 1; seat < seating.firstSeat(cell + 1); seat++) {
      if (ofSeat[seat] < ofSeat[cheapest]) {
        cheapest = seat;
      }
    }
    return cheapest;
  }

  /** Raises the price of a seat that is taken. */
  void raise(int seat, int to) {
    int cell = seating.cell(seat);
    ofSeat[seat] = to;
    ofCell[cell] = ofSeat[cheapestSeat(cell)];
  }

  /** Lowers every seat to the price of its cell. */
  void level() {
    for (int seat = 0; seat < ofSeat.length; seat++) {
      leave(seat);
    }
  }

  /** A seat that somebody leaves costs no more than the cheapest of its cell. */
  void leave(int seat) {
    ofSeat[seat] = ofCell[seating.cell(seat)];
  }
}
