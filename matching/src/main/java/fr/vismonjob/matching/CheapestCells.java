package fr.vismonjob.matching;

/**
 * For each node of the {@link Network}, the two cheapest cells below it. Prices only rise, so
 * nobody above a cell needs to be told when its price does: a node remembers two cells and what the
 * others cost at least, and a cell that costs no more than that is still the cheapest. Who looks
 * finds out, and only where something has changed the children are looked at again; of these, only
 * such as were cheap enough when last looked at.
 *
 * <p>All that is known of a node lies side by side, and so do its children, since most of the time
 * goes into fetching them from memory.
 */
final class CheapestCells {

  // What is known of a node: ints from NODE * its number on.
  private static final int NODE = 4;
  private static final int ONE = 0; // of the two cells it remembers
  private static final int OTHER = 1;
  private static final int OTHERS = 2; // no other cell costs less
  private static final int FIRST_LINK = 3; // to its children; they end where the next node's begin

  // What is known of a child: ints from the link on.
  private static final int LINK = 2;
  private static final int CHILD = 0;
  private static final int LEAST = 1; // no cell below the child costs less

  private final SeatPrices prices;
  private final int[] price; // by cell
  private final int[] known;
  private final int[] links;

  CheapestCells(Network network, SeatPrices prices) {
    this.prices = prices;
    price = prices.price;
    int cells = network.cells();
    int none = cells; // stands for a cell that is not there
    known = new int[NODE * (network.nodes() + 1)];
    for (int node = 0; node <= network.nodes(); node++) {
      boolean isCell = node < cells;
      known[NODE * node + ONE] = isCell ? node : none;
      known[NODE * node + OTHER] = none;
      known[NODE * node + OTHERS] = isCell ? SeatPrices.NO_PRICE : 0; // 0: to be looked up
      known[NODE * node + FIRST_LINK] = isCell ? 0 : LINK * network.firstChild()[node - cells];
    }
    links = new int[LINK * network.child().length];
    for (int i = 0; i < network.child().length; i++) {
      links[LINK * i + CHILD] = network.child()[i];
    }
  }

  /** The cheapest cell below a node. */
  int cheapest(int node) {
    int at = NODE * node;
    refresh(at, false);
    return cheaper(known[at + ONE], known[at + OTHER]);
  }

  /** The lowest price of the cells below a node, but for the cheapest. */
  int nextLowest(int node) {
    int at = NODE * node;
    refresh(at, true);
    return Math.max(prices.of(known[at + ONE]), prices.of(known[at + OTHER]));
  }

  private int cheaper(int one, int other) {
    return price[one] <= price[other] ? one : other;
  }

  private void refresh(int at, boolean both) {
    int one = price[known[at + ONE]];
    int other = price[known[at + OTHER]];
    int enough = Math.max(prices.floor, known[at + OTHERS]);
    if ((both ? Math.max(one, other) : Math.min(one, other)) <= enough) {
      return;
    }
    if (one > other) {
      remember(at, known[at + OTHER], known[at + ONE]);
    }
    known[at + OTHERS] = SeatPrices.NO_PRICE;
    int end = known[at + NODE + FIRST_LINK];
    for (int link = known[at + FIRST_LINK]; link < end; link += LINK) {
      if (links[link + LEAST] < price[known[at + (both ? OTHER : ONE)]]) {
        int below = NODE * links[link + CHILD];
        refresh(below, both);
        links[link + LEAST] = Math.min(price[known[below + ONE]], price[known[below + OTHER]]);
        add(at, known[below + ONE]);
        add(at, known[below + OTHER]);
        atLeast(at, known[below + OTHERS]);
      } else {
        atLeast(at, links[link + LEAST]);
      }
    }
  }

  /** Remembers a cell if it is one of the two cheapest. */
  private void add(int at, int cell) {
    int one = known[at + ONE];
    int other = known[at + OTHER];
    if (cell == one || cell == other) {
      return;
    }
    if (price[cell] < price[other]) {
      remember(at, cheaper(one, cell), price[cell] < price[one] ? one : cell);
      atLeast(at, price[other]);
    } else {
      atLeast(at, price[cell]);
    }
  }

  private void remember(int at, int one, int other) {
    known[at + ONE] = one;
    known[at + OTHER] = other;
  }

  private void atLeast(int at, int others) {
    known[at + OTHERS] = Math.min(known[at + OTHERS], others);
  }
}
