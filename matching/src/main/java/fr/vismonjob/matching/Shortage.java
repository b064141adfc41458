package fr.vismonjob.matching;

/**
 * A job and a place where students outnumber the seats that are left for them: recruiting one
 * ambassador of that job there makes one more pair, up to {@code leftOver} of them.
 *
 * @param job the job code
 * @param lat latitude of the place, the home or workplace of somebody in the pool, in degrees
 * @param lon its longitude, in degrees
 * @param students how many could go there: it is within their radius and they accept the job
 * @param leftOver how many of these have no pair, want this job most and are not counted by an
 *     earlier shortage; at least one
 */
public record Shortage(String job, double lat, double lon, int students, int leftOver) {}
