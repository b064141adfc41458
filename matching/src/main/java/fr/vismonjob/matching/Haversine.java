package fr.vismonjob.matching;

/** Distance on a sphere with the Earth's mean radius (IUGG: 6371.0088 km). */
final class Haversine {

  private static final double EARTH_RADIUS_KM = 6371.0088;

  private Haversine() {}

  /** Great-circle distance in kilometres between two points given in degrees. */
  static double km(double lat1, double lon1, double lat2, double lon2) {
    double sinPhi = Math.sin(Math.toRadians(lat2 - lat1) / 2);
    double sinLambda = Math.sin(Math.toRadians(lon2 - lon1) / 2);
    double cosines = Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2));
    double h = sinPhi * sinPhi + cosines * (sinLambda * sinLambda);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  /** The straight line through the sphere between two points at this distance; its radius is 1. */
  static double chord(double km) {
    return 2 * Math.sin(Math.min(Math.PI / 2, km / (2 * EARTH_RADIUS_KM)));
  }
}
