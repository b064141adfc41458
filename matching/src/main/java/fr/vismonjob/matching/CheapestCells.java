package fr.vismonjob.matching;

/**
 * For each node of the {@link Network}, the two cheapest cells below it.
 *
 * <p>Prices only rise, so a node need not hear of every rise: it remembers two cells, and the
 * lowest price of the others when last looked at. As long as a remembered cell costs no more than
 * that, it is still the cheapest; only otherwise are the children looked at again (the lazy
 * evaluation of Minoux, 1978). For example, node 7 above the cells 0 to 3, whose prices are 5, 9,
 * 12 and 14:
 *
 * <pre>
 * known[28..31]  0 1  12  40           two cells, lowest price of the others, where the links begin
 * links[40..47]  0 5  1 9  2 12  3 14  each child, lowest price below it when last looked at
 * </pre>
 *
 * <p>When cell 0 rises to 11, cell 1 is the cheapest, and nothing else changes: 9 is at most 12.
 * When both have risen to 13, the children are looked at again: 0, 1 and 2 first, as their links
 * say less than 13, and 2 still costs 12. Child 3 is not looked at: its link says 14.
 *
 * <p>Most of the time goes into fetching this from memory. So everything about a node lies side by
 * side, and so do its children.
 */
final class CheapestCells {

  // What is known of a node: ints from NODE * its number on.
  private static final int NODE = 4;
  private static final int ONE = 0; // of the two cells it remembers
  private static final int OTHER = 1;
  private static final int OTHERS = 2; // the other cells cost at least this
  private static final int FIRST_LINK = 3; // to its children; they end where the next node's begin

  // What is known of a child: ints from the link on.
  private static final int LINK = 2;
  private static final int CHILD = 0;
  private static final int LEAST = 1; // the cells below the child cost at least this

  private final SeatPrices prices;
  private final int[] price; // by cell
  private final int[] known;
  private final int[] links;

  CheapestCells(Network network, SeatPrices prices) {
    this.prices = prices;
    price = prices.byBids();
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
    int enough = Math.max(prices.floor(), known[at + OTHERS]);
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
