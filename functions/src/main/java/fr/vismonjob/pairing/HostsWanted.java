package fr.vismonjob.pairing;

/**
 * A job and a place for which hosts are missing.
 *
 * @param job in words
 * @param place in words
 * @param seats how many students without a partner would find one if so many seats were offered
 *     there
 */
public record HostsWanted(String job, String place, long seats) {}
