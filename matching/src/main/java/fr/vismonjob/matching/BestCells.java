package fr.vismonjob.matching;

import java.util.Arrays;

/**
 * Finds the cells with the highest gains for a student: what the arc is worth, less the price of
 * the cell.
 *
 * <p>Prices only rise, so gains only fall: what an arc gained when it was last looked up is the
 * most that it can gain now, and only the arc with the highest bound needs looking up (the lazy
 * evaluation of Minoux, 1978). The widest arc of a group leads to all cells of the others, so no
 * cell of the group is cheaper than its cheapest. For example, at a floor of 0:
 *
 * <pre>
 * arc  group      worth  last gain  gain at most
 *  0   A, widest     70         60            60   the cheapest cell of A cost 10
 *  1   A             90         90            80   its own bound is 90, but A costs 10 or more
 *  2   A             80         50            50
 *  3   B, widest     65         65            65
 * </pre>
 *
 * Arc 1 promises most, so the widest arc of its group is looked up. Its cheapest cell now costs 40:
 * arc 0 gains 30, arc 1 at most 50, arc 2 at most 40. Now arc 3 promises most; its cheapest cell
 * costs 5, and it gains 60. No other arc can gain more: two lookups out of four.
 */
final class BestCells {

  /**
   * The best cell for a student.
   *
   * @param cell the cell with the highest gain
   * @param score of the arc that leads to it
   * @param gain the gain from it
   * @param secondGain the highest gain from any other cell
   */
  record Choice(int cell, byte score, int gain, int secondGain) {
    /** No cell gains enough. */
    private static final Choice NONE = new Choice(NO_CELL, (byte) 0, 0, 0);

    boolean isNone() {
      return cell == NO_CELL;
    }
  }

  private static final int NO_ARC = -1;
  private static final int NO_CELL = -1;

  private final SeatPrices prices;
  private final CheapestCells cells;
  private final int[] firstArc;
  private final byte[] arcScore;
  private final boolean[] isWidest;
  private final int[] worth; // by score
  private final int[] lastGain; // by arc

  // What is known of the arcs of the student in question.
  private int from;
  private int arcs;
  private final int[] gain; // at most, or exactly once looked up
  private final int[] cheapest; // cell; none until looked up
  private final int[] widest; // of its group
  private int leftOut;

  BestCells(Network network, SeatPrices prices, int[] worth) {
    this.prices = prices;
    this.worth = worth;
    cells = new CheapestCells(network, prices);
    firstArc = network.firstArc();
    arcScore = network.arcScore();
    isWidest = network.isWidest();
    lastGain = new int[arcScore.length];
    for (int arc = 0; arc < lastGain.length; arc++) {
      lastGain[arc] = worth[arcScore[arc]];
    }
    int most = 0;
    for (int student = 0; student < network.students(); student++) {
      most = Math.max(most, firstArc[student + 1] - firstArc[student]);
    }
    gain = new int[most];
    cheapest = new int[most];
    widest = new int[most];
  }

  /** Whether some cell gains the student more than this. */
  boolean anyGainAbove(int student, int bound) {
    ask(student);
    return best(bound) != NO_ARC;
  }

  /** The best cell for a student, if it gains more than this. */
  Choice of(int student, int bound) {
    ask(student);
    int best = best(bound);
    if (best == NO_ARC) {
      return Choice.NONE;
    }
    int bestGain = gain[best];
    leaveOut(cheapest[best]);
    int second = best(bound);
    return new Choice(
        leftOut, arcScore[from + best], bestGain, second == NO_ARC ? bound : gain[second]);
  }

  private void ask(int student) {
    from = firstArc[student];
    arcs = firstArc[student + 1] - from;
    leftOut = NO_CELL;
    Arrays.fill(cheapest, 0, arcs, NO_CELL);
    int leastPrice = prices.floor();
    int first = 0;
    for (int i = 0; i < arcs; i++) {
      if (isWidest[from + i]) {
        leastPrice = Math.max(prices.floor(), worth(i) - lastGain[from + i]);
        first = i;
      }
      widest[i] = first;
      gain[i] = Math.min(lastGain[from + i], worth(i) - leastPrice);
    }
  }

  private int worth(int i) {
    return worth[arcScore[from + i]];
  }

  /** The arc with the highest gain, if that is more than this. */
  private int best(int bound) {
    while (true) {
      int top = NO_ARC;
      int most = bound;
      for (int i = 0; i < arcs; i++) {
        if (gain[i] > most) {
          most = gain[i];
          top = i;
        }
      }
      if (top == NO_ARC || cheapest[top] != NO_CELL) {
        return top;
      }
      lookUp(cheapest[widest[top]] == NO_CELL ? widest[top] : top);
    }
  }

  private void lookUp(int i) {
    cheapest[i] = cells.cheapest(from + i);
    lastGain[from + i] = worth(i) - prices.of(cheapest[i]);
    if (cheapest[i] == leftOut) {
      passOver(i);
    } else {
      limit(i, prices.of(cheapest[i]));
    }
  }

  private void leaveOut(int cell) {
    leftOut = cell;
    for (int i = 0; i < arcs; i++) {
      if (cheapest[i] == cell) {
        passOver(i);
      }
    }
  }

  /** The gain of an arc without its cheapest cell. */
  private void passOver(int i) {
    limit(i, cells.nextLowest(from + i));
  }

  /** An arc costs at least this; if it is the widest, so do the others of its group. */
  private void limit(int i, int price) {
    gain[i] = Math.min(gain[i], worth(i) - price);
    for (int j = i + 1; j < arcs && widest[j] == i; j++) {
      gain[j] = Math.min(gain[j], worth(j) - price);
    }
  }
}
