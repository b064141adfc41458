package fr.vismonjob.matching;

/**
 * The objective as one whole number, for the {@link Auction}: so much for a pair, so much less if
 * it is under 60 or under 40, plus the score. The smaller the weights, the quicker the auction; if
 * they are too small, another matching than the best may win, which {@link LowestPrices} notices.
 *
 * @param scoreBits a pair under 60 costs two to this power
 * @param levelBits how many more bits the weights of each further level have
 */
record Weights(int scoreBits, int levelBits) {

  /** Bits after the point, for prices that lie between whole numbers. */
  static final int FRACTION = 14;

  /** What a pair brings before its score is looked at. */
  long pair() {
    return 1L << (scoreBits + 2 * levelBits + FRACTION);
  }

  /** The weight of a {@link Worth}, of a pair or of a price. */
  long of(long worth) {
    return (Worth.pairs(worth) << (scoreBits + 2 * levelBits + FRACTION))
        + (Worth.weak(worth) << (scoreBits + levelBits + FRACTION))
        + (Worth.middling(worth) << (scoreBits + FRACTION))
        + (Worth.total(worth) << FRACTION);
  }
}
