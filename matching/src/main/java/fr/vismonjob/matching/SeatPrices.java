package fr.vismonjob.matching;

import java.util.Arrays;

/**
 * The price of every seat and, for each node of the {@link Network}, the two lowest prices below
 * it. Prices only rise. When one does, the nodes above learn of it, except those that nothing is
 * above: they are many, and are looked up when somebody asks.
 */
final class SeatPrices {

  /** Instead of a price or a seat, where there is none. */
  static final int NO_SEAT = -1;

  private static final long NO_PRICE = Long.MAX_VALUE / 2;
  private static final int LOWEST = 0; // offsets into what is known of a node
  private static final int NEXT_LOWEST = 1;
  private static final int CHEAPEST = 2;
  private static final int STRIDE = 4;

  private final int cells;
  private final int[] firstChild;
  private final int[] child;
  private final boolean[] isTop;
  private final int[] firstParent;
  private final int[] parent;
  private final int[] firstSeat;
  private final int[] cellOf;
  private final long[] price;
  private final long[] known; // of each node but the tops, side by side to be fetched at once
  private int raised;
  private long before;

  /** The lowest price below the node looked up last. */
  long lowest;

  /** The lowest price of any other seat there. */
  long nextLowest;

  /** The seat with the lowest price. */
  int cheapest;

  SeatPrices(Network network) {
    cells = network.cells();
    firstChild = network.firstChild();
    child = network.child();
    firstSeat = new int[cells + 1];
    for (int cell = 0; cell < cells; cell++) {
      firstSeat[cell + 1] = firstSeat[cell] + network.seats()[cell];
    }
    price = new long[firstSeat[cells]];
    cellOf = new int[price.length];
    for (int cell = 0; cell < cells; cell++) {
      Arrays.fill(cellOf, firstSeat[cell], firstSeat[cell + 1], cell);
    }
    isTop = new boolean[network.nodes()];
    Arrays.fill(isTop, cells, isTop.length, true);
    for (int node : child) {
      isTop[node] = false;
    }
    firstParent = new int[network.nodes() + 1];
    parent = parents();
    known = new long[STRIDE * network.nodes()];
    for (int node = 0; node < network.nodes(); node++) {
      if (!isTop[node]) {
        compare(node);
        keep(node);
      }
    }
  }

  private int[] parents() {
    for (int node = cells; node < isTop.length; node++) {
      for (int i = firstChild[node - cells];
          !isTop[node] && i < firstChild[node - cells + 1];
          i++) {
        firstParent[child[i] + 1]++;
      }
    }
    for (int node = 0; node < isTop.length; node++) {
      firstParent[node + 1] += firstParent[node];
    }
    int[] next = firstParent.clone();
    int[] parents = new int[firstParent[isTop.length]];
    for (int node = cells; node < isTop.length; node++) {
      for (int i = firstChild[node - cells];
          !isTop[node] && i < firstChild[node - cells + 1];
          i++) {
        parents[next[child[i]]++] = node;
      }
    }
    return parents;
  }

  int seats() {
    return price.length;
  }

  int firstSeat(int cell) {
    return firstSeat[cell];
  }

  int cellOf(int seat) {
    return cellOf[seat];
  }

  long of(int seat) {
    return price[seat];
  }

  /** Looks up the cheapest seats below a node. */
  void look(int node) {
    if (isTop[node]) {
      compare(node);
    } else {
      lowest = known[STRIDE * node + LOWEST];
      nextLowest = known[STRIDE * node + NEXT_LOWEST];
      cheapest = (int) known[STRIDE * node + CHEAPEST];
    }
  }

  /** Raises the price of a seat. */
  void raise(int seat, long to) {
    raised = seat;
    before = price[seat];
    price[seat] = to;
    update(cellOf[seat]);
  }

  private void update(int node) {
    int at = STRIDE * node;
    if (known[at + CHEAPEST] != raised && known[at + NEXT_LOWEST] < before) {
      return; // the seat was neither of the two
    }
    compare(node);
    if (lowest != known[at + LOWEST]
        || nextLowest != known[at + NEXT_LOWEST]
        || cheapest != known[at + CHEAPEST]) {
      keep(node);
      for (int i = firstParent[node]; i < firstParent[node + 1]; i++) {
        update(parent[i]);
      }
    }
  }

  private void keep(int node) {
    known[STRIDE * node + LOWEST] = lowest;
    known[STRIDE * node + NEXT_LOWEST] = nextLowest;
    known[STRIDE * node + CHEAPEST] = cheapest;
  }

  private void compare(int node) {
    lowest = NO_PRICE;
    nextLowest = NO_PRICE;
    cheapest = NO_SEAT;
    if (node < cells) {
      for (int seat = firstSeat[node]; seat < firstSeat[node + 1]; seat++) {
        add(price[seat], NO_PRICE, seat);
      }
    } else {
      for (int i = firstChild[node - cells]; i < firstChild[node - cells + 1]; i++) {
        int at = STRIDE * child[i];
        add(known[at + LOWEST], known[at + NEXT_LOWEST], (int) known[at + CHEAPEST]);
      }
    }
  }

  private void add(long low, long nextLow, int seat) {
    if (low < lowest) {
      nextLowest = Math.min(lowest, nextLow);
      lowest = low;
      cheapest = seat;
    } else if (low < nextLowest) {
      nextLowest = low;
    }
  }
}
