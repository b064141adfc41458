package fr.vismonjob.form;

/** What is wrong with a field, in French, for the person who filled it in. */
public record Violation(String field, String message) {}
