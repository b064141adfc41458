package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody without a pair, and why.
 *
 * @param person the id
 * @param role of the person; ids are unique within a role only
 * @param cause the first cause that applies, in the order of {@link Cause}
 * @param help what would have opened the most possibilities, if anything would; people of blocked
 *     pairs are none
 */
public record Unpaired(String person, Role role, Cause cause, Optional<Help> help) {

  /** Which side a person is on. */
  public enum Role {
    STUDENT,
    AMBASSADOR
  }

  /** Why somebody has no pair. */
  public enum Cause {
    /** Nobody of the other side is within the student's radius. */
    NOBODY_IN_REACH,
    /** Some are within the radius, none of them on a day that this person can. */
    NO_SHARED_DATE,
    /** Some share a day, none of them the job. */
    NO_SUCH_JOB,
    /** Some suit, but each of those pairs is blocked. */
    KEPT_APART,
    /** A pair was possible, but the seats went to others. */
    ALL_TAKEN
  }

  /** A change of one wish that opens possibilities that were not there. */
  public sealed interface Help {

    /** How many people of the other side, otherwise suitable, the change adds. */
    int people();

    /**
     * Travelling farther.
     *
     * @param extraKm how much farther than the radius, in whole kilometres, rounded up
     */
    record Farther(int extraKm, int people) implements Help {}

    /** Another day. */
    record OtherDate(LocalDate date, int people) implements Help {}

    /** Another job. */
    record OtherJob(String job, int people) implements Help {}
  }
}
