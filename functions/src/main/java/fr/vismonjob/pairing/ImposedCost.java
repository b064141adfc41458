package fr.vismonjob.pairing;

import fr.vismonjob.matching.Figures;
import java.util.List;

/**
 * What it costs that organisers imposed pairs.
 *
 * @param pairs keys of the imposed pairs
 * @param with the figures of all pairs of the run, imposed ones included
 * @param without the figures of the best pairs of the same people if nothing were imposed
 */
public record ImposedCost(List<String> pairs, Figures with, Figures without) {
  public ImposedCost {
    pairs = List.copyOf(pairs);
  }
}
