package fr.vismonjob.matching;

/** The places around a point, nearest first. They are looked up only as far as somebody asks. */
final class Around {

  private static final double FIRST_KM = 8;
  private static final double FARTHEST_KM = 20_100; // more than half way round the Earth

  private final Places places;
  private final Position from;
  private double reached;
  private Places.Near near;

  Around(Places places, Position from) {
    this.places = places;
    this.from = from;
    near = places.within(from, 0);
  }

  /** How many places are within a radius. */
  int within(double radiusKm) {
    if (radiusKm > reached) {
      reach(radiusKm);
    }
    return near.within(radiusKm);
  }

  /** Whether there are more places than this, however far. */
  boolean hasMoreThan(int count) {
    while (near.km().length <= count && reached < FARTHEST_KM) {
      reach(Math.max(FIRST_KM, 2 * reached));
    }
    return near.km().length > count;
  }

  private void reach(double radiusKm) {
    near = places.within(from, radiusKm);
    reached = radiusKm;
  }

  /** The number of a place, by its rank. */
  int place(int rank) {
    return near.place()[rank];
  }

  /** Its distance. */
  double km(int rank) {
    return near.km()[rank];
  }
}
