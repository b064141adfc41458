package fr.vismonjob.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The different places of work, numbered so that neighbours on the map have near numbers: the
 * leaves of a k-d tree from left to right. A disk on the map is then a few runs of numbers.
 */
final class Places {

  private static final double KM_PER_DEGREE = 111.1; // a little less than the sphere's, to be safe

  private final double[] lat;
  private final double[] lon;
  private final int[] byLatitude;
  private final Map<Position, Integer> numbers = new HashMap<>();

  private Places(double[][] positions) {
    sortAsTree(positions, 0, positions.length);
    lat = new double[positions.length];
    lon = new double[positions.length];
    for (int place = 0; place < positions.length; place++) {
      lat[place] = positions[place][0];
      lon[place] = positions[place][1];
      numbers.put(new Position(lat[place], lon[place]), place);
    }
    byLatitude =
        IntStream.range(0, lat.length)
            .boxed()
            .sorted(Comparator.comparingDouble(place -> lat[place]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  static Places of(List<Ambassador> ambassadors) {
    return new Places(
        ambassadors.stream()
            .map(Position::of)
            .distinct()
            .map(position -> new double[] {position.lat(), position.lon()})
            .sorted(Arrays::compare)
            .toArray(double[][]::new));
  }

  private static void sortAsTree(double[][] positions, int from, int to) {
    if (to - from < 2) {
      return;
    }
    int wider = extent(positions, from, to, 0) > extent(positions, from, to, 1) ? 0 : 1;
    Arrays.sort(positions, from, to, Comparator.comparingDouble(position -> position[wider]));
    int middle = (from + to) >>> 1;
    sortAsTree(positions, from, middle);
    sortAsTree(positions, middle, to);
  }

  private static double extent(double[][] positions, int from, int to, int axis) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      least = Math.min(least, positions[i][axis]);
      most = Math.max(most, positions[i][axis]);
    }
    return most - least;
  }

  int number(Ambassador host) {
    return numbers.getOrDefault(Position.of(host), -1);
  }

  /** The distance of every place in kilometres; infinite where beyond the radius. */
  double[] distances(Position from, double radiusKm) {
    double[] km = new double[lat.length];
    Arrays.fill(km, Double.POSITIVE_INFINITY);
    double degrees = radiusKm / KM_PER_DEGREE;
    for (int i = firstFrom(from.lat() - degrees); i < byLatitude.length; i++) {
      int place = byLatitude[i];
      if (lat[place] > from.lat() + degrees) {
        break;
      }
      double here = Haversine.km(from.lat(), from.lon(), lat[place], lon[place]);
      if (here <= radiusKm) {
        km[place] = here;
      }
    }
    return km;
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
}
