package fr.vismonjob.matching;

/**
 * What a solver finds, by position in the pool.
 *
 * @param ambassadorOf the ambassador of each student, -1 for none
 * @param gains of each student, see {@link Certificate}
 * @param prices of each ambassador, see {@link Certificate}
 */
record Solution(int[] ambassadorOf, long[] gains, long[] prices) {}
