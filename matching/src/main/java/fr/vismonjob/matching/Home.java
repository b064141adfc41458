package fr.vismonjob.matching;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One commune where students live: which places of each offer are within reach, and how far. */
final class Home {

  /** The places that have an offer, nearest first: their distances, and positions in the offer. */
  private record Near(double[] km, int[] position) {}

  private final Offers offers;
  private final Places.Near reached; // all places within reach
  private final int[] rank; // of each place among these; -1 beyond reach
  private final @Nullable Near[] near; // by offer, found when needed

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
    near = new Near[offers.count()];
  }

  /** For each band of distance, how many places of an offer lie within it and within the radius. */
  int[] within(int offer, double radiusKm) {
    double[] distances = near(offer).km();
    int[] within = new int[Points.BAND_KM.length];
    for (int band = 0, reached = 0; band < within.length; band++) {
      double limit = Math.min(Points.BAND_KM[band], radiusKm);
      while (reached < distances.length && distances[reached] <= limit) {
        reached++;
      }
      within[band] = reached;
    }
    return within;
  }

  /** The positions in an offer of its nearest places, in order. */
  int[] nearest(int offer, int count) {
    int[] positions = Arrays.copyOf(near(offer).position(), count);
    Arrays.sort(positions);
    return positions;
  }

  private Near near(int offer) {
    Near known = near[offer];
    if (known == null) {
      known = sorted(offer);
      near[offer] = known;
    }
    return known;
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
    return new Near(distances, positions);
  }
}
