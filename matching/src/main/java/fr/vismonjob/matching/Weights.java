package fr.vismonjob.matching;

/**
 * A worth as one whole number in half points, for the {@link Auction}: a weighted sum of the four
 * numbers of {@link Worth}. A pair weighs 1,024 points, less 256 if it scores under 40, less 128 if
 * under 60, plus its score. The smaller the weights, the faster the auction. That a pair weighs so
 * many points is a guess, and somewhere it is wrong; {@link LowestPrices} corrects what follows.
 */
final class Weights {

  private static final int HALVES = 1; // bits after the point

  private static final int MIDDLING = 7 + HALVES;
  private static final int WEAK = 8 + HALVES;
  private static final int PAIR = 10 + HALVES;

  /** The first step of an auction: what a pair under 60 costs. */
  static final int FIRST_STEP = 1 << MIDDLING;

  private Weights() {}

  /** Half points in points. */
  static double points(int halfPoints) {
    return (double) halfPoints / (1 << HALVES);
  }

  /** A worth or a price, in half points. */
  static long of(long worth) {
    return (Worth.pairs(worth) << PAIR)
        + (Worth.weak(worth) << WEAK)
        + (Worth.middling(worth) << MIDDLING)
        + (Worth.total(worth) << HALVES);
  }

  /** The worth of a pair in half points, by its score. */
  static int[] byScore() {
    long[] worths = Worth.byScore();
    int[] weights = new int[worths.length];
    for (int score = 0; score < worths.length; score++) {
      weights[score] = (int) of(worths[score]);
    }
    return weights;
  }
}
