package fr.vismonjob.pairing;

/**
 * A job and a place for which hosts are missing.
 *
 * @param job the job, in words
 * @param place the place, in words
 * @param seats how many students without a partner would get one if ambassadors offered so many
 *     seats there
 */
public record HostsWanted(String job, String place, long seats) {}
