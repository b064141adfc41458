package fr.vismonjob.matching;

/**
 * The points that each criterion brings. A pair scores the sum of four criteria, at most 100. In an
 * imposed pair a job that is not wished brings 0, and a place beyond the radius what its distance
 * brings.
 *
 * <pre>
 * job             1st wish 40, 2nd 30, 3rd 20, none of them but any job welcome 10
 * place           within 5 km 30, 15 km 25, 30 km 20, 60 km 12, 120 km 6, farther 2
 * administration  1st wish 20, 2nd 14, 3rd 8, not wished 0; a student without such a wish 20
 * date            the event day 10, within 7 days of it 5, farther 2
 * </pre>
 */
final class Points {

  /** Upper bounds of the distance bands in kilometres, bounds included; the last has none. */
  static final double[] BAND_KM = {5, 15, 30, 60, 120, Double.POSITIVE_INFINITY};

  /** A pair under this score is weak: as few of them as possible. */
  static final int WEAK = 40;

  /** A pair under this score is middling: as few of them as possible, after the weak ones. */
  static final int MIDDLING = 60;

  private static final int[] BAND = {30, 25, 20, 12, 6, 2};
  private static final int[] JOB_RANK = {10, 40, 30, 20};
  private static final int[] ADMINISTRATION_RANK = {0, 20, 14, 8};
  private static final int NO_ADMINISTRATION_WISH = 20;
  private static final int NEAR_DAYS = 7;

  private Points() {}

  /** Points of a job wished at this rank; see {@link Reason.JobReason}. */
  static int job(int rank) {
    return rank == Reason.JobReason.NOT_WISHED ? 0 : JOB_RANK[rank];
  }

  /** Points of a distance in kilometres. */
  static int place(double distanceKm) {
    int band = 0;
    while (distanceKm > BAND_KM[band]) {
      band++;
    }
    return BAND[band];
  }

  /** Points of one of the bands of {@link #BAND_KM}. */
  static int band(int band) {
    return BAND[band];
  }

  /** Points of an administration wished at this rank; see {@link Reason.AdministrationReason}. */
  static int administration(int rank) {
    return rank == Reason.AdministrationReason.NO_WISH
        ? NO_ADMINISTRATION_WISH
        : ADMINISTRATION_RANK[rank];
  }

  /** Points of a day that is so many days before or after the event. */
  static int date(int daysFromEvent) {
    if (daysFromEvent == 0) {
      return 10;
    }
    return daysFromEvent <= NEAR_DAYS ? 5 : 2;
  }
}
