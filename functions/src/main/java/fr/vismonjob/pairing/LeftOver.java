package fr.vismonjob.pairing;

/**
 * Somebody who has no partner after a run.
 *
 * @param number the registration's number, so that the news goes once to each registering anew
 * @param because why, in a few words for organisers
 * @param cause why, as a French sentence addressed to the person
 * @param advice what would help, as a French sentence; empty if nothing is known to
 */
public record LeftOver(
    String registration, long number, String because, String cause, String advice) {}
