package fr.vismonjob.registration;

/** A stable code and the words that people read for it. */
public record Labelled(String code, String label) {}
