package fr.vismonjob.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One commune where students live: which places of each offer are within reach, and how far. */
final class Home {

  /**
   * The places that have an offer, nearest first.
   *
   * @param places their positions in the offer, and distances
   * @param within how many are within each band of distance
   */
  private record Near(Places.Near places, int[] within) {}

  private final Offers offers;
  private final Places.Near reached; // all places within reach
  private final int[] rank; // of each place among these; -1 beyond reach
  private final Map<Integer, Near> near = new HashMap<>(); // by offer, found when needed

  /** The home of these students, who all live at the same position. */
  Home(List<Student> students, Places places, Offers offers) {
    this.offers = offers;
    double reach = students.stream().mapToDouble(Student::radiusKm).max().orElse(0);
    reached = places.within(Position.of(students.getFirst()), reach);
    rank = new int[places.count()];
    Arrays.fill(rank, -1);
    for (int i = 0; i < reached.place().length; i++) {
      rank[reached.place()[i]] = i;
    }
  }

  /** For each band of distance, how many places of an offer lie within it and within the radius. */
  int[] within(int offer, double radiusKm) {
    Near there = near(offer);
    int withinRadius = there.places().within(radiusKm);
    int[] within = there.within().clone();
    for (int band = 0; band < within.length; band++) {
      within[band] = Math.min(within[band], withinRadius);
    }
    return within;
  }

  /** The positions in an offer of its nearest places, in order. */
  int[] nearest(int offer, int count) {
    int[] positions = Arrays.copyOf(near(offer).places().place(), count);
    Arrays.sort(positions);
    return positions;
  }

  private Near near(int offer) {
    return near.computeIfAbsent(offer, this::sorted);
  }

  private Near sorted(int offer) {
    int[] there = offers.places(offer);
    long[] nearest = new long[there.length];
    int count = 0;
    for (int position = 0; position < there.length; position++) {
      if (rank[there[position]] >= 0) {
        nearest[count++] = (long) rank[there[position]] << 32 | position;
      }
    }
    Arrays.sort(nearest, 0, count);
    double[] distances = new double[count];
    int[] positions = new int[count];
    for (int i = 0; i < count; i++) {
      positions[i] = (int) nearest[i];
      distances[i] = reached.km()[(int) (nearest[i] >>> 32)];
    }
    Places.Near places = new Places.Near(positions, distances);
    int[] within = new int[Points.BAND_KM.length];
    for (int band = 0; band < within.length; band++) {
      within[band] = places.within(Points.BAND_KM[band]);
    }
    return new Near(places, within);
  }
}
