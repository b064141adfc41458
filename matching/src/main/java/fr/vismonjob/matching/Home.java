package fr.vismonjob.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One commune where students live: which places of each offer are within reach, and how far. */
final class Home {

  /**
   * The places within reach that have an offer.
   *
   * @param position in the offer, in order
   * @param rank of each: how many are nearer
   * @param km the distances, nearest first
   * @param within how many are within each band of distance
   */
  private record Near(int[] position, int[] rank, double[] km, int[] within) {}

  private final Offers offers;
  private final Places.Near reached; // all places within reach
  private final int[] ranks; // one more than the rank of each place among these; 0 beyond reach
  private final int first; // no number of a place within reach is lower
  private final int last; // nor higher
  private final Map<Integer, Near> near = new HashMap<>(); // by offer, found when needed

  /** The home of these students, who all live at the same position. */
  Home(List<Student> students, Places places, Offers offers) {
    this.offers = offers;
    double reach = 0;
    for (Student student : students) {
      reach = Math.max(reach, student.radiusKm());
    }
    reached = places.within(Position.of(students.getFirst()), reach);
    ranks = new int[places.count()];
    int lowest = places.count();
    int highest = -1;
    for (int i = 0; i < reached.place().length; i++) {
      int place = reached.place()[i];
      ranks[place] = i + 1;
      lowest = Math.min(lowest, place);
      highest = Math.max(highest, place);
    }
    first = lowest;
    last = highest;
  }

  /** For each band of distance, how many places of an offer lie within it and within the radius. */
  int[] within(int offer, double radiusKm) {
    Near there = near(offer);
    int withinRadius = Places.within(there.km(), radiusKm);
    int[] within = there.within().clone();
    for (int band = 0; band < within.length; band++) {
      within[band] = Math.min(within[band], withinRadius);
    }
    return within;
  }

  /** The positions in an offer of its nearest places, in order. */
  int[] nearest(int offer, int count) {
    Near there = near(offer);
    int[] positions = new int[count];
    int found = 0;
    for (int i = 0; found < count; i++) {
      if (there.rank()[i] < count) {
        positions[found++] = there.position()[i];
      }
    }
    return positions;
  }

  private Near near(int offer) {
    return near.computeIfAbsent(offer, this::sorted);
  }

  private Near sorted(int offer) {
    int[] there = offers.places(offer);
    int[] position = new int[there.length];
    int[] oneMore = new int[reached.place().length]; // than the place's index, by rank; 0 if none
    int count = 0;
    int from = Arrays.binarySearch(there, first);
    for (int i = from < 0 ? -from - 1 : from; i < there.length && there[i] <= last; i++) {
      int rank = ranks[there[i]];
      if (rank > 0) {
        position[count++] = i;
        oneMore[rank - 1] = count;
      }
    }
    int[] order = new int[count];
    double[] km = new double[count];
    for (int next = 0, i = 0; i < count; next++) {
      if (oneMore[next] > 0) {
        order[oneMore[next] - 1] = i;
        km[i++] = reached.km()[next];
      }
    }
    int[] within = new int[Points.BAND_KM.length];
    for (int band = 0; band < within.length; band++) {
      within[band] = Places.within(km, Points.BAND_KM[band]);
    }
    return new Near(Arrays.copyOf(position, count), order, km, within);
  }
}
