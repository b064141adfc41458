package fr.vismonjob.form;

/** What is wrong with a field, in French, for whoever filled it in. */
public record Violation(String field, String message) {}
