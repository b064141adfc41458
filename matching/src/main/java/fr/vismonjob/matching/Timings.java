package fr.vismonjob.matching;

/**
 * How long the engine took, in milliseconds.
 *
 * @param buildMs from the instance to the network
 * @param solveMs from the network to the pairs, their certificate included
 */
public record Timings(long buildMs, long solveMs) {}
