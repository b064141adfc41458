package fr.vismonjob.matching;

import java.util.Arrays;

/**
 * The objective as one whole number, for the {@link Auction}: so much for a pair, so much less if
 * it is under 60 or under 40, plus the score, all in half points. The smaller the weights, the
 * quicker the auction; how they are to each other is a guess, and {@link LowestPrices} mends what
 * comes of it where it was wrong.
 */
final class Weights {

  /** How many bits further to the left a number stands in half points. */
  static final int HALVES = 1;

  private static final int MIDDLING = 7 + HALVES;
  private static final int WEAK = 8 + HALVES;
  private static final int PAIR = 10 + HALVES;

  /** The first step of an auction: what a pair under 60 costs. */
  static final int FIRST_STEP = 1 << MIDDLING;

  private Weights() {}

  /** The weight of a {@link Worth}, of a pair or of a price. */
  static long of(long worth) {
    return (Worth.pairs(worth) << PAIR)
        + (Worth.weak(worth) << WEAK)
        + (Worth.middling(worth) << MIDDLING)
        + (Worth.total(worth) << HALVES);
  }

  /** The weight of a pair by its score. */
  static int[] byScore() {
    return Arrays.stream(Worth.byScore()).mapToInt(worth -> (int) of(worth)).toArray();
  }
}
