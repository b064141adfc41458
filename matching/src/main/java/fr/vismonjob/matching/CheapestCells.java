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
 * known[48..51]  0 1  12  60           two cells, lowest price of the others, where the links end
 * known[52..59]  0 5  4 9  8 12  12 14 links: each child, lowest price below it when last looked at
 * </pre>
 *
 * <p>When cell 0 rises to 11, cell 1 is the cheapest, and nothing else changes: 9 is at most 12.
 * When both have risen to 13, the children are looked at again: 0, 1 and 2 first, as their links
 * say less than 13, and 2 still costs 12. Child 3 is not looked at: its link says 14.
 *
 * <p>Most of the time goes into fetching this from memory. So everything about a node lies side by
 * side, with its links, and whoever looks at a node knows where it lies.
 */
final class CheapestCells {

  // What is known of a node: ints from where it lies.
  private static final int ONE = 0; // of the two cells it remembers
  private static final int OTHER = 1;
  private static final int OTHERS = 2; // the other cells cost at least this
  private static final int END = 3; // of its links
  private static final int LINKS = 4; // to its children

  // What is known of a child: ints from the link on.
  private static final int LINK = 2;
  private static final int CHILD = 0; // where it lies
  private static final int LEAST = 1; // the cells below the child cost at least this

  private final SeatPrices prices;
  private final int[] price; // by cell
  private final int[] known;
  private final int[] where; // by arc: where its node lies

  CheapestCells(Network network, SeatPrices prices) {
    this.prices = prices;
    price = prices.byBids();
    int cells = network.cells();
    int[] at = new int[network.nodes() + 1];
    for (int node = 0; node < network.nodes(); node++) {
      int children = node < cells ? 0 : network.childrenTo(node) - network.childrenFrom(node);
      at[node + 1] = at[node] + LINKS + LINK * children;
    }
    known = new int[at[network.nodes()]];
    for (int node = 0; node < network.nodes(); node++) {
      boolean isCell = node < cells;
      known[at[node] + ONE] = isCell ? node : cells; // stands for a cell that is not there
      known[at[node] + OTHER] = cells;
      known[at[node] + OTHERS] = isCell ? SeatPrices.NO_PRICE : 0; // 0: to be looked up
      known[at[node] + END] = at[node + 1];
      for (int link = at[node] + LINKS, i = 0; link < at[node + 1]; link += LINK, i++) {
        known[link + CHILD] = at[network.child()[network.childrenFrom(node) + i]];
      }
    }
    where = new int[network.arcNode().length];
    for (int arc = 0; arc < where.length; arc++) {
      where[arc] = at[network.arcNode()[arc]];
    }
  }

  /** The cheapest cell that an arc leads to. */
  int cheapest(int arc) {
    int at = where[arc];
    refresh(at, false);
    return cheaper(known[at + ONE], known[at + OTHER]);
  }

  /** The lowest price of the cells that an arc leads to, but for the cheapest. */
  int nextLowest(int arc) {
    int at = where[arc];
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
    int end = known[at + END];
    for (int link = at + LINKS; link < end; link += LINK) {
      if (known[link + LEAST] < price[known[at + (both ? OTHER : ONE)]]) {
        int below = known[link + CHILD];
        refresh(below, both);
        known[link + LEAST] = Math.min(price[known[below + ONE]], price[known[below + OTHER]]);
        add(at, known[below + ONE]);
        add(at, known[below + OTHER]);
        atLeast(at, known[below + OTHERS]);
      } else {
        atLeast(at, known[link + LEAST]);
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
