package fr.vismonjob.pairing;

/**
 * What the two meet for, and where.
 *
 * @param place the ambassador's commune and département
 * @param distanceKm between the two communes
 */
public record Workplace(String job, String administration, String place, double distanceKm) {}
