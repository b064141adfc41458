package fr.vismonjob.matching;

/** Where somebody lives or works: the coordinates of a commune, in degrees. */
record Position(double lat, double lon) {

  static Position of(Student student) {
    return new Position(student.lat(), student.lon());
  }

  static Position of(Ambassador host) {
    return new Position(host.lat(), host.lon());
  }

  /** Great-circle distance in kilometres. */
  double km(Position other) {
    return Haversine.km(lat, lon, other.lat, other.lon);
  }
}
