package fr.vismonjob.pairing;

/**
 * What a run answers to organisers who wanted to impose a pair.
 *
 * @param registration where they wrote so
 * @param why a French sentence; empty if an earlier refusal no longer holds
 */
public record ImposedRefusal(String registration, String why) {}
