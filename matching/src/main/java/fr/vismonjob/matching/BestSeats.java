package fr.vismonjob.matching;

import java.util.Arrays;

/**
 * Finds what is best for a student at the prices of the moment. Since prices only rise, what an arc
 * was worth when last looked at is a bound on what it is worth now; an arc is looked at again only
 * if its bound is the highest. The widest arc of a group goes first, as nothing that the others
 * lead to is cheaper.
 */
final class BestSeats {

  private static final int NO_ARC = -1;
  private static final int NONE_LEFT_OUT = -2;
  private static final long NO_FLOOR =
      Long.MIN_VALUE / 4; // far below, and a worth less it fits a long

  private final SeatPrices prices;
  private final int[] firstArc;
  private final int[] arcNode;
  private final byte[] arcScore;
  private final boolean[] isWidest;
  private final long[] weight; // by score
  private final long[] bound; // of each arc
  private final long[] nextBound; // without its cheapest seat
  private final int[] cheapest;
  private final int[] seenIn;
  private int question;
  private int top; // the arc with the highest bound
  private int widestOfTop;
  private long topBound;

  /** What the best seat is worth at its price. */
  long value;

  /** The best seat. */
  int seat;

  /** The score that goes with it. */
  byte score;

  /** The most that any other seat may be worth at its price. */
  long runnerUp;

  BestSeats(Network network, SeatPrices prices, long[] weight) {
    this.prices = prices;
    this.weight = weight;
    firstArc = network.firstArc();
    arcNode = network.arcNode();
    arcScore = network.arcScore();
    isWidest = network.isWidest();
    bound = new long[arcNode.length];
    for (int arc = 0; arc < bound.length; arc++) {
      bound[arc] = weight[arcScore[arc]];
    }
    nextBound = bound.clone();
    cheapest = new int[bound.length];
    Arrays.fill(cheapest, SeatPrices.NO_SEAT);
    seenIn = new int[bound.length];
  }

  /** Whether some seat is worth more than so much, at prices of at least the floor. */
  boolean anyWorthMore(int student, long moreThan, long floor) {
    return search(student, NONE_LEFT_OUT, Long.MIN_VALUE, moreThan, floor, 0) != NO_ARC;
  }

  /**
   * Looks for a seat worth more than so much, than which none is better by more than the tolerance,
   * and for the runner-up; no price counts for less than the floor. False if there is no such seat.
   */
  boolean find(int student, long moreThan, long floor, long tolerance) {
    int arc = search(student, NONE_LEFT_OUT, Long.MIN_VALUE, moreThan, floor, tolerance);
    if (arc == NO_ARC) {
      return false;
    }
    seat = cheapest[arc];
    score = arcScore[arc];
    value = Math.min(bound[arc], weight[score] - floor);
    boolean found = search(student, seat, Long.MIN_VALUE, moreThan, floor, tolerance) != NO_ARC;
    runnerUp = found ? topBound : moreThan;
    return true;
  }

  /**
   * The most that a seat is worth at its price, among arcs of more than a given weight; no more
   * than {@code enough} if it is that little.
   */
  long mostAmong(int student, long ofWeightAbove, long enough, long tolerance) {
    int arc = search(student, NONE_LEFT_OUT, ofWeightAbove, enough, NO_FLOOR, tolerance);
    return arc == NO_ARC ? enough : topBound;
  }

  private int search(
      int student, int leftOut, long ofWeightAbove, long moreThan, long floor, long tolerance) {
    int found = NO_ARC;
    long best = moreThan;
    question++;
    while (true) {
      scan(student, leftOut, ofWeightAbove, floor);
      if (top == NO_ARC || topBound <= moreThan) {
        return NO_ARC;
      }
      if (found != NO_ARC && topBound <= best + tolerance) {
        return found;
      }
      int arc = seenIn[widestOfTop] == question ? top : widestOfTop;
      lookAt(arc);
      long worth = Math.min(bound(arc, leftOut), weight[arcScore[arc]] - floor);
      if (worth > best && weight[arcScore[arc]] > ofWeightAbove) {
        best = worth;
        found = arc;
      }
    }
  }

  private void scan(int student, int leftOut, long ofWeightAbove, long floor) {
    top = NO_ARC;
    topBound = Long.MIN_VALUE;
    int widest = NO_ARC;
    long leastPrice = floor;
    for (int arc = firstArc[student]; arc < firstArc[student + 1]; arc++) {
      long full = weight[arcScore[arc]];
      long most = bound(arc, leftOut);
      if (isWidest[arc]) {
        widest = arc;
        leastPrice = Math.max(floor, full - most);
      }
      most = Math.min(most, full - leastPrice);
      if (most > topBound && full > ofWeightAbove) {
        topBound = most;
        top = arc;
        widestOfTop = widest;
      }
    }
  }

  private long bound(int arc, int leftOut) {
    return cheapest[arc] == leftOut ? nextBound[arc] : bound[arc];
  }

  private void lookAt(int arc) {
    seenIn[arc] = question;
    prices.look(arcNode[arc]);
    bound[arc] = weight[arcScore[arc]] - prices.lowest;
    nextBound[arc] = weight[arcScore[arc]] - prices.nextLowest;
    cheapest[arc] = prices.cheapest;
  }
}
