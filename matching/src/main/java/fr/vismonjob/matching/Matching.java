package fr.vismonjob.matching;

import java.util.List;

/**
 * What the engine answers. Only the new pairs: frozen ones are not repeated, here or in the
 * figures.
 *
 * @param pairs the pairs made, by student id
 * @param unpaired whoever has no pair, new or frozen: students first, then ambassadors, by id
 * @param figures how good the matching is
 * @param certificate the proof that it is the best
 * @param timings how long it took
 */
public record Matching(
    List<Pair> pairs,
    List<Unpaired> unpaired,
    Figures figures,
    Certificate certificate,
    Timings timings) {

  public Matching {
    pairs = List.copyOf(pairs);
    unpaired = List.copyOf(unpaired);
  }
}
