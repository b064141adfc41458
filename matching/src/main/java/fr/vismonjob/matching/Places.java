package fr.vismonjob.matching;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Different places, numbered so that neighbours on the map have near numbers: the leaves of a k-d
 * tree from left to right. A disk on the map is then a few runs of numbers.
 */
final class Places {

  /** Places and their distances, nearest first; of several equally far, the lowest number first. */
  record Near(int[] place, double[] km) {

    /** How many of them are within a radius. */
    int within(double radiusKm) {
      return Places.within(km, radiusKm);
    }
  }

  private static final Comparator<Position> BY_LATITUDE =
      (one, other) -> Double.compare(one.lat(), other.lat());
  private static final Comparator<Position> BY_LONGITUDE =
      (one, other) -> Double.compare(one.lon(), other.lon());

  private static final double KM_PER_DEGREE = 111.1; // a little less than the sphere's, to be safe
  private static final double DOUBT = 1e-9; // more than the error of a squared chord

  private final double[] lat;
  private final double[] lon;
  private final double[] points; // on the unit sphere: x, y and z of each place, by latitude
  private final int[] byLatitude;
  private final Map<Position, Integer> numbers;

  private Places(Position[] positions) {
    Arrays.sort(positions, BY_LONGITUDE);
    Arrays.sort(positions, BY_LATITUDE); // and by longitude where two are equal
    sortAsTree(positions, 0, positions.length);
    lat = new double[positions.length];
    lon = new double[positions.length];
    numbers = HashMap.newHashMap(positions.length);
    for (int place = 0; place < positions.length; place++) {
      lat[place] = positions[place].lat();
      lon[place] = positions[place].lon();
      numbers.put(positions[place], place);
    }
    byLatitude = new int[positions.length];
    points = new double[3 * positions.length];
    Arrays.sort(positions, BY_LATITUDE);
    for (int i = 0; i < positions.length; i++) {
      byLatitude[i] = number(positions[i]);
      put(points, i, positions[i]);
    }
  }

  /** These places, each once. */
  static Places of(Collection<Position> positions) {
    return new Places(new HashSet<>(positions).toArray(new Position[0]));
  }

  static Places of(List<Ambassador> ambassadors) {
    Set<Position> positions = new HashSet<>();
    for (Ambassador host : ambassadors) {
      positions.add(Position.of(host));
    }
    return of(positions);
  }

  private static void put(double[] points, int at, Position position) {
    double phi = Math.toRadians(position.lat());
    double lambda = Math.toRadians(position.lon());
    points[3 * at] = Math.cos(phi) * Math.cos(lambda);
    points[3 * at + 1] = Math.cos(phi) * Math.sin(lambda);
    points[3 * at + 2] = Math.sin(phi);
  }

  private static void sortAsTree(Position[] positions, int from, int to) {
    if (to - from < 2) {
      return;
    }
    boolean isTall = extent(positions, from, to, true) > extent(positions, from, to, false);
    Arrays.sort(positions, from, to, isTall ? BY_LATITUDE : BY_LONGITUDE);
    int middle = (from + to) >>> 1;
    sortAsTree(positions, from, middle);
    sortAsTree(positions, middle, to);
  }

  private static double extent(Position[] positions, int from, int to, boolean isLatitude) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      double at = isLatitude ? positions[i].lat() : positions[i].lon();
      least = Math.min(least, at);
      most = Math.max(most, at);
    }
    return most - least;
  }

  int count() {
    return lat.length;
  }

  /** The number of a place; -1 if it is none of these. */
  int number(Position position) {
    return numbers.getOrDefault(position, -1);
  }

  /**
   * The places within a radius. The exact distance is computed only of those that the chord through
   * the sphere does not rule out.
   */
  Near within(Position from, double radiusKm) {
    double degrees = radiusKm / KM_PER_DEGREE;
    double chord = Haversine.chord(radiusKm);
    double farthest = chord * chord + DOUBT;
    double[] here = new double[3];
    put(here, 0, from);
    int[] place = new int[16];
    double[] km = new double[16];
    int count = 0;
    for (int i = firstFrom(from.lat() - degrees); i < byLatitude.length; i++) {
      int there = byLatitude[i];
      if (lat[there] > from.lat() + degrees) {
        break;
      }
      double x = points[3 * i] - here[0];
      double y = points[3 * i + 1] - here[1];
      double z = points[3 * i + 2] - here[2];
      if (x * x + y * y + z * z <= farthest) {
        double away = Haversine.km(from.lat(), from.lon(), lat[there], lon[there]);
        if (away <= radiusKm) {
          if (count == place.length) {
            place = Arrays.copyOf(place, 2 * count);
            km = Arrays.copyOf(km, 2 * count);
          }
          place[count] = there;
          km[count++] = away;
        }
      }
    }
    return nearestFirst(place, km, count);
  }

  /** How many of these distances, in order, are within a radius. */
  static int within(double[] km, double radiusKm) {
    int low = 0;
    int high = km.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (km[middle] <= radiusKm) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int firstFrom(double bound) {
    int low = 0;
    int high = byLatitude.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lat[byLatitude[middle]] < bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Sorts by the distance as a float first, which fits into one long with the index. */
  private static Near nearestFirst(int[] place, double[] km, int count) {
    long[] order = new long[count];
    for (int i = 0; i < count; i++) {
      order[i] = (long) Float.floatToIntBits((float) km[i]) << 32 | i;
    }
    Arrays.sort(order);
    int[] places = new int[count];
    double[] distances = new double[count];
    for (int i = 0; i < count; i++) {
      int next = (int) order[i];
      int at = i;
      while (at > 0 && isNearer(km[next], place[next], distances[at - 1], places[at - 1])) {
        places[at] = places[at - 1];
        distances[at] = distances[at - 1];
        at--;
      }
      places[at] = place[next];
      distances[at] = km[next];
    }
    return new Near(places, distances);
  }

  private static boolean isNearer(double km, int place, double otherKm, int otherPlace) {
    return km < otherKm || (km == otherKm && place < otherPlace);
  }
}
