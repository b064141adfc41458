package fr.vismonjob.matching;

import java.util.Map;

/**
 * The proof that no matching is better: what each student gains from taking part, and the price of
 * a seat with each ambassador, both in the unit of a worth (one long; from the highest bits: pairs,
 * minus those under 40, minus those under 60, total score).
 *
 * <p>If no possible pair is worth more than the gain of its student and the price of its ambassador
 * together, if every pair made is worth exactly that, if nobody left over has a gain and no free
 * seat has a price, and none of them is negative, then every other matching is worth at most as
 * much (weak duality of linear programming, which holds for lexicographic order as well).
 *
 * @param gains by student id, without the frozen ones
 * @param prices by ambassador id, without those that frozen pairs fill
 */
public record Certificate(Map<String, Long> gains, Map<String, Long> prices) {}
