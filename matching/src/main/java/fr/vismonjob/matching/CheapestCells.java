package fr.vismonjob.matching;

/**
 * For each node of the {@link Network}, the two cheapest cells below it. Prices only rise, so
 * nobody above a cell needs to be told when its price does: a node remembers two cells and what the
 * others cost at least, and a cell that costs no more than that is still the cheapest. Who looks
 * finds out, and only where something has changed the children are looked at again; of these, only
 * such as were cheap enough when last looked at.
 */
final class CheapestCells {

  private final SeatPrices prices;
  private final long[] price; // by cell
  private final int cells;
  private final int[] firstChild;
  private final int[] child;
  private final long[] known; // by node: the two cells it remembers, what others cost at least
  private final long[] least; // by child of a node: no cell below it costs less

  CheapestCells(Network network, SeatPrices prices) {
    this.prices = prices;
    price = prices.price;
    cells = network.cells();
    firstChild = network.firstChild();
    child = network.child();
    int none = cells; // stands for a cell that is not there
    known = new long[2 * network.nodes()];
    for (int node = 0; node < network.nodes(); node++) {
      boolean isCell = node < cells;
      known[2 * node] = pair(isCell ? node : none, none);
      known[2 * node + 1] = isCell ? SeatPrices.NO_PRICE : 0; // less than "none": to be looked up
    }
    least = new long[child.length];
  }

  /** The cheapest cell below a node. */
  int cheapest(int node) {
    refresh(node, false);
    int one = one(known[2 * node]);
    int other = other(known[2 * node]);
    return price[one] <= price[other] ? one : other;
  }

  /** The lowest price of the cells below a node, but for the cheapest. */
  long nextLowest(int node) {
    refresh(node, true);
    int one = one(known[2 * node]);
    int other = other(known[2 * node]);
    return Math.max(prices.of(one), prices.of(other));
  }

  private void refresh(int node, boolean both) {
    int one = one(known[2 * node]);
    int other = other(known[2 * node]);
    long cheapest = Math.min(price[one], price[other]);
    long dearer = Math.max(price[one], price[other]);
    if ((both ? dearer : cheapest) <= Math.max(prices.floor, known[2 * node + 1])) {
      return;
    }
    known[2 * node] = price[one] <= price[other] ? pair(one, other) : pair(other, one);
    known[2 * node + 1] = SeatPrices.NO_PRICE;
    for (int i = firstChild[node - cells]; i < firstChild[node - cells + 1]; i++) {
      if (least[i] < price[both ? other(known[2 * node]) : one(known[2 * node])]) {
        int below = child[i];
        refresh(below, both);
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
