package fr.vismonjob.matching;

import java.util.List;

/**
 * How good a matching is: the first figure counts before the second, and so on.
 *
 * @param pairs how many pairs: as many as possible
 * @param under40 how many of them score under 40: as few as possible
 * @param under60 how many of them score under 60, those under 40 included: as few as possible
 * @param total the sum of the scores: as high as possible
 */
public record Figures(int pairs, int under40, int under60, long total) {

  /** The figures of these pairs. */
  public static Figures of(List<Pair> pairs) {
    int under40 = 0;
    int under60 = 0;
    long total = 0;
    for (Pair pair : pairs) {
      under40 += pair.score() < Points.WEAK ? 1 : 0;
      under60 += pair.score() < Points.MIDDLING ? 1 : 0;
      total += pair.score();
    }
    return new Figures(pairs.size(), under40, under60, total);
  }

  /** The figures of these pairs and those together. */
  public Figures plus(Figures others) {
    return new Figures(
        pairs + others.pairs,
        under40 + others.under40,
        under60 + others.under60,
        total + others.total);
  }
}
