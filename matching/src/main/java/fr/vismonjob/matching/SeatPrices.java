package fr.vismonjob.matching;

import java.util.Arrays;

/**
 * The price of every seat and, for each node of the {@link Network}, the two cheapest cells below
 * it. A cell costs what its cheapest seat does, and its price only rises. So nobody above it needs
 * to be told when it does: a node remembers its two cells and what the others cost at least, and as
 * long as neither of the two costs more than that, they are still the cheapest. Who looks finds
 * out, and only where something has changed the children are looked at again; of these, only such
 * as were cheap enough when last looked at.
 */
final class SeatPrices {

  private static final long NO_PRICE = Long.MAX_VALUE / 2;

  private final int cells;
  private final int[] firstChild;
  private final int[] child;
  private final int[] firstSeat;
  private final int[] cellOf;
  private final long[] seatPrice;
  private final int none; // stands for a cell that is not there, and costs more than any
  private final long[] price; // by cell
  private final long[] known; // by node: the two cells it remembers, what others cost at least
  private final long[] least; // by child of a node: no cell below it costs less

  /** What an empty seat costs; no price counts for less. It only rises, too. */
  long floor;

  /** The lowest price below the node looked up last. */
  long lowest;

  /** The lowest price of any other cell there. */
  long nextLowest;

  /** The cell with the lowest price. */
  int cheapest;

  SeatPrices(Network network) {
    cells = network.cells();
    firstChild = network.firstChild();
    child = network.child();
    firstSeat = new int[cells + 1];
    for (int cell = 0; cell < cells; cell++) {
      firstSeat[cell + 1] = firstSeat[cell] + network.seats()[cell];
    }
    seatPrice = new long[firstSeat[cells]];
    cellOf = new int[seatPrice.length];
    for (int cell = 0; cell < cells; cell++) {
      Arrays.fill(cellOf, firstSeat[cell], firstSeat[cell + 1], cell);
    }
    none = cells;
    price = new long[cells + 1];
    price[none] = NO_PRICE;
    known = new long[2 * network.nodes()];
    for (int node = 0; node < network.nodes(); node++) {
      boolean isCell = node < cells;
      known[2 * node] = pair(isCell ? node : none, none);
      known[2 * node + 1] = isCell ? NO_PRICE : 0; // below what "none" costs: is to be looked up
    }
    least = new long[child.length];
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

  /** Looks up the cheapest cells below a node. */
  void look(int node) {
    refresh(node);
    int one = one(known[2 * node]);
    int other = other(known[2 * node]);
    cheapest = price[one] <= price[other] ? one : other;
    lowest = of(cheapest);
    nextLowest = Math.max(of(one), of(other));
  }

  private void refresh(int node) {
    int one = one(known[2 * node]);
    int other = other(known[2 * node]);
    if (Math.max(price[one], price[other]) <= Math.max(floor, known[2 * node + 1])) {
      return;
    }
    known[2 * node] = price[one] <= price[other] ? pair(one, other) : pair(other, one);
    known[2 * node + 1] = NO_PRICE;
    for (int i = firstChild[node - cells]; i < firstChild[node - cells + 1]; i++) {
      if (least[i] < price[other(known[2 * node])]) {
        int below = child[i];
        refresh(below);
        one = one(known[2 * below]);
        other = other(known[2 * below]);
        least[i] = Math.min(price[one], price[other]);
        add(node, one);
        add(node, other);
        atLeast(node, known[2 * below + 1]);
      } else {
        atLeast(node, least[i]);
      }
    }
  }

  /** Remembers a cell if it is one of the two cheapest. */
  private void add(int node, int cell) {
    int one = one(known[2 * node]);
    int other = other(known[2 * node]);
    if (cell == one || cell == other) {
      return;
    }
    if (price[cell] < price[other]) {
      known[2 * node] = price[cell] < price[one] ? pair(cell, one) : pair(one, cell);
      atLeast(node, price[other]);
    } else {
      atLeast(node, price[cell]);
    }
  }

  private void atLeast(int node, long others) {
    known[2 * node + 1] = Math.min(known[2 * node + 1], others);
  }

  private static long pair(int one, int other) {
    return (long) one << Integer.SIZE | other;
  }

  private static int one(long pair) {
    return (int) (pair >>> Integer.SIZE);
  }

  private static int other(long pair) {
    return (int) pair;
  }
}
