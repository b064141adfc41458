package fr.vismonjob.matching;

import java.time.LocalDate;

/** One criterion of a pair: what was met, and the points it brought. */
public sealed interface Reason {

  /** The points that this criterion brings. */
  int points();

  /**
   * The job.
   *
   * @param rank 1 for the first wish to 3 for the third; 0 when it is none of them but any job is
   *     welcome; {@link #NOT_WISHED} in an imposed pair alone
   * @param points 40, 30, 20, 10 or 0
   */
  record JobReason(int rank, int points) implements Reason {
    /** The student does not want this job. */
    public static final int NOT_WISHED = -1;
  }

  /**
   * The place.
   *
   * @param distanceKm from the student's commune to the ambassador's, in kilometres
   * @param points from 30 (within 5 km) down to 2
   */
  record PlaceReason(double distanceKm, int points) implements Reason {}

  /**
   * The place, beyond the student's radius; in an imposed pair alone.
   *
   * @param distanceKm from the student's commune to the ambassador's, in kilometres
   * @param points as for a place within the radius
   */
  record DistantPlaceReason(double distanceKm, int points) implements Reason {}

  /**
   * The administration.
   *
   * @param rank 1 for the first wish to 3 for the third; {@link #NOT_WISHED} or {@link #NO_WISH}
   * @param points 20, 14, 8 or 0
   */
  record AdministrationReason(int rank, int points) implements Reason {
    /** The student has wishes, and this administration is none of them. */
    public static final int NOT_WISHED = 0;

    /** The student has no preference. */
    public static final int NO_WISH = -1;
  }

  /**
   * The date.
   *
   * @param date the day that both can
   * @param daysFromEvent how many days it is away from the event, before or after
   * @param points 10, 5 or 2
   */
  record DateReason(LocalDate date, int daysFromEvent, int points) implements Reason {}
}
