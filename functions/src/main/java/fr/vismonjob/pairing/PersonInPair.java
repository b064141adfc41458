package fr.vismonjob.pairing;

/**
 * One side of a pair: the registration and what the other side needs to reach the person. Empty
 * after an erasure.
 */
public record PersonInPair(String registration, String fullName, String address) {}
