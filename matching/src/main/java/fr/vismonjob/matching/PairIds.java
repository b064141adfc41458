package fr.vismonjob.matching;

/**
 * Two people by their ids.
 *
 * @param student the student's id
 * @param ambassador the ambassador's id
 */
public record PairIds(String student, String ambassador) {}
