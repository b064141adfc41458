package fr.vismonjob.matching;

/**
 * How long the engine took, in milliseconds.
 *
 * @param buildMs from the instance to the network
 * @param solveMs from the network to the best seating and its certificate
 * @param explainMs from there to the pairs with their reasons, and the causes of those without
 */
public record Timings(long buildMs, long solveMs, long explainMs) {}
