package fr.vismonjob.matching;

import java.util.Arrays;

/**
 * Finds which cells are best for a student at the prices of the moment. Since prices only rise,
 * what an arc was worth when last looked at is a bound on what it is worth now; an arc is looked at
 * again only if its bound is the highest. The widest arc of a group goes first, as nothing that the
 * others lead to is cheaper.
 */
final class BestCells {

  private static final int NO_ARC = -1;
  private static final int NO_CELL = -1;

  private final SeatPrices prices;
  private final CheapestCells cells;
  private final int[] firstArc;
  private final int[] arcNode;
  private final byte[] arcScore;
  private final boolean[] isWidest;
  private final int[] weight; // by score
  private final int[] bound; // of each arc

  // What is known of the arcs of the student in question.
  private int from;
  private int arcs;
  private final int[] worth; // at most, or exactly if looked at
  private final int[] cheapest; // cell; none until looked at
  private final int[] widest; // of its group
  private int leftOut;

  /** What the best cell is worth at its price. */
  int value;

  /** The best cell. */
  int cell;

  /** The score that goes with it. */
  byte score;

  /** The most that any other cell is worth at its price. */
  int runnerUp;

  BestCells(Network network, SeatPrices prices, CheapestCells cells, int[] weight) {
    this.prices = prices;
    this.cells = cells;
    this.weight = weight;
    firstArc = network.firstArc();
    arcNode = network.arcNode();
    arcScore = network.arcScore();
    isWidest = network.isWidest();
    bound = new int[arcNode.length];
    for (int arc = 0; arc < bound.length; arc++) {
      bound[arc] = weight[arcScore[arc]];
    }
    int most = 0;
    for (int student = 0; student < network.students(); student++) {
      most = Math.max(most, firstArc[student + 1] - firstArc[student]);
    }
    worth = new int[most];
    cheapest = new int[most];
    widest = new int[most];
  }

  /** Whether some cell is worth more than so much. */
  boolean anyWorthMore(int student, int moreThan) {
    ask(student);
    return best(moreThan) != NO_ARC;
  }

  /**
   * Looks for the best cell worth more than so much, and for the runner-up. False if there is no
   * such cell.
   */
  boolean find(int student, int moreThan) {
    ask(student);
    int best = best(moreThan);
    if (best == NO_ARC) {
      return false;
    }
    value = worth[best];
    cell = cheapest[best];
    score = arcScore[from + best];
    leaveOut(cell);
    int other = best(moreThan);
    runnerUp = other == NO_ARC ? moreThan : worth[other];
    return true;
  }

  private void ask(int student) {
    from = firstArc[student];
    arcs = firstArc[student + 1] - from;
    leftOut = NO_CELL;
    Arrays.fill(cheapest, 0, arcs, NO_CELL);
    int leastPrice = prices.floor;
    int first = 0;
    for (int i = 0; i < arcs; i++) {
      int full = weight[arcScore[from + i]];
      int known = bound[from + i];
      if (isWidest[from + i]) {
        leastPrice = Math.max(prices.floor, full - known);
        first = i;
      }
      widest[i] = first;
      worth[i] = Math.min(known, full - leastPrice);
    }
  }

  /** The arc worth most, if that is more than so much. */
  private int best(int moreThan) {
    while (true) {
      int top = NO_ARC;
      int most = moreThan;
      for (int i = 0; i < arcs; i++) {
        if (worth[i] > most) {
          most = worth[i];
          top = i;
        }
      }
      if (top == NO_ARC || cheapest[top] != NO_CELL) {
        return top;
      }
      lookAt(cheapest[widest[top]] == NO_CELL ? widest[top] : top);
    }
  }

  private void lookAt(int i) {
    int full = weight[arcScore[from + i]];
    cheapest[i] = cells.cheapest(arcNode[from + i]);
    bound[from + i] = full - prices.of(cheapest[i]);
    if (cheapest[i] == leftOut) {
      passOver(i);
    } else {
      limit(i, full - prices.of(cheapest[i]));
    }
  }

  private void leaveOut(int left) {
    leftOut = left;
    for (int i = 0; i < arcs; i++) {
      if (cheapest[i] == left) {
        passOver(i);
      }
    }
  }

  /** An arc is worth what it is without its cheapest cell. */
  private void passOver(int i) {
    limit(i, weight[arcScore[from + i]] - cells.nextLowest(arcNode[from + i]));
  }

  /** An arc is worth no more than so much, nor are, if it is the widest, others of its group. */
  private void limit(int i, int most) {
    worth[i] = Math.min(worth[i], most);
    if (widest[i] == i) {
      int price = weight[arcScore[from + i]] - most;
      for (int j = i + 1; j < arcs && widest[j] == i; j++) {
        worth[j] = Math.min(worth[j], weight[arcScore[from + j]] - price);
      }
    }
  }
}
