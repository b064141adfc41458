package fr.vismonjob.pairing;

/**
 * Somebody who has no partner after a run.
 *
 * @param number the registration's number, so that the news goes once to each registering anew
 * @param cause why, as a French sentence
 * @param advice what would help, as a French sentence; empty if nothing is known to
 */
public record LeftOver(String registration, long number, String cause, String advice) {}
