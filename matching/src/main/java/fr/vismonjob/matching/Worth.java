package fr.vismonjob.matching;

/**
 * What a pair brings to the objective, as one {@code long}: four numbers side by side, the most
 * important in the highest bits.
 *
 * <pre>
 * bits 58..    one for the pair itself
 * bits 39..57  minus one if the score is under 40
 * bits 20..38  minus one if the score is under 60
 * bits  0..19  the score
 * </pre>
 *
 * Sums and differences work number by number as long as each stays within its own field, and then
 * the order of the longs is the lexicographic order of the objective.
 */
final class Worth {

  /** A worth above that of any pair. */
  static final long ABOVE_ALL = 1L << 59;

  private static final long PAIR = 1L << 58;
  private static final long WEAK = 1L << 39;
  private static final long MIDDLING = 1L << 20;

  private Worth() {}

  /** The worth of a pair with this score. */
  static long of(int score) {
    return PAIR
        - (score < Points.WEAK ? WEAK : 0)
        - (score < Points.MIDDLING ? MIDDLING : 0)
        + score;
  }
}
