package fr.vismonjob.matching;

/**
 * What a pair brings to the objective, as one {@code long}: four numbers side by side, the most
 * important in the highest bits.
 *
 * <pre>
 * bits 59..    one for the pair itself
 * bits 41..58  minus one if the score is under 40
 * bits 23..40  minus one if the score is under 60
 * bits  0..22  the score
 * </pre>
 *
 * Sums and differences work number by number as long as each stays within its own field, and then
 * the order of the longs is the lexicographic order of the objective.
 */
final class Worth {

  private static final int PAIR = 59;
  private static final int WEAK = 41;
  private static final int MIDDLING = 23;

  private Worth() {}

  /** The worth of a pair with this score. */
  static long of(int score) {
    return (1L << PAIR)
        - (score < Points.WEAK ? 1L << WEAK : 0)
        - (score < Points.MIDDLING ? 1L << MIDDLING : 0)
        + score;
  }

  /** The worth of a pair by its score. */
  static long[] byScore() {
    long[] worths = new long[101];
    for (int score = 0; score < worths.length; score++) {
      worths[score] = of(score);
    }
    return worths;
  }

  /** The number of pairs in a sum of worths. */
  static long pairs(long worth) {
    return (worth + (1L << (PAIR - 1))) >> PAIR;
  }

  /** Minus the number of pairs under 40. */
  static long weak(long worth) {
    return field(worth, WEAK, PAIR);
  }

  /** Minus the number of pairs under 60. */
  static long middling(long worth) {
    return field(worth, MIDDLING, WEAK);
  }

  /** The sum of the scores. */
  static long total(long worth) {
    return worth << (64 - MIDDLING) >> (64 - MIDDLING);
  }

  /** The signed number in the bits from..to, after a negative number below it took its one. */
  private static long field(long worth, int from, int to) {
    long rounded = worth + (1L << (from - 1));
    return rounded << (64 - to) >> (64 - to + from);
  }
}
