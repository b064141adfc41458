package fr.vismonjob.pairing;

import fr.vismonjob.matching.Figures;

/**
 * What it costs that organisers imposed pairs.
 *
 * @param pairs how many
 * @param with the figures of all pairs of the run, imposed ones included
 * @param without the figures of the best pairs of the same people if nothing were imposed
 */
public record ImposedCost(int pairs, Figures with, Figures without) {}
