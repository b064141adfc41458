package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.List;

/**
 * The rules of a pair, written a second time for the verifier alone: the engine must not call this,
 * and this must not call the engine.
 */
final class Recount {

  private Recount() {}

  /**
   * Kilometres between two points in degrees, on a sphere of radius 6371.0088 km. The operations
   * come in the engine's order, so that a distance exactly at a bound falls on the same side for
   * both.
   */
  static double km(double lat1, double lon1, double lat2, double lon2) {
    double lat = Math.pow(Math.sin(Math.toRadians(lat2 - lat1) / 2), 2);
    double lon = Math.pow(Math.sin(Math.toRadians(lon2 - lon1) / 2), 2);
    double cosines = Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2));
    return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(lat + cosines * lon)));
  }

  /** Points of the job; -1 if the student does not want it. */
  static int job(Student student, String job) {
    for (int wish = 0; wish < student.jobs().size(); wish++) {
      if (student.jobs().get(wish).equals(job)) {
        return 40 - 10 * wish;
      }
    }
    return student.anyJob() ? 10 : -1;
  }

  /** Points of the distance. */
  static int place(double km) {
    if (km > 120) {
      return 2;
    }
    if (km > 60) {
      return 6;
    }
    if (km > 30) {
      return 12;
    }
    if (km > 15) {
      return 20;
    }
    return km > 5 ? 25 : 30;
  }

  /** Points of the administration. */
  static int administration(Student student, String administration) {
    if (student.administrations().isEmpty()) {
      return 20;
    }
    for (int wish = 0; wish < student.administrations().size(); wish++) {
      if (student.administrations().get(wish).equals(administration)) {
        return 20 - 6 * wish;
      }
    }
    return 0;
  }

  /** Points of a day. */
  static int date(LocalDate day, LocalDate eventDay) {
    long days = Math.abs(day.toEpochDay() - eventDay.toEpochDay());
    if (days == 0) {
      return 10;
    }
    return days > 7 ? 2 : 5;
  }

  /** The shared day nearest to the event, the later of two; the farthest past if there is none. */
  static LocalDate sharedDay(List<LocalDate> ones, List<LocalDate> others, LocalDate eventDay) {
    LocalDate nearest = LocalDate.MIN;
    for (LocalDate day : ones) {
      if (others.contains(day)) {
        long here = Math.abs(day.toEpochDay() - eventDay.toEpochDay());
        long there = Math.abs(nearest.toEpochDay() - eventDay.toEpochDay());
        if (here < there || (here == there && day.isAfter(nearest))) {
          nearest = day;
        }
      }
    }
    return nearest;
  }

  /** What a pair of this score brings to the objective, in the unit of {@link Certificate}. */
  static long worth(int score) {
    long worth = score + (1L << 59);
    if (score < 60) {
      worth -= 1L << 23;
    }
    return score < 40 ? worth - (1L << 41) : worth;
  }

  /** Whether the four numbers in a price or a gain are so small that they cannot run together. */
  static boolean isReadable(long value) {
    long total = value << 41 >> 41;
    long rest = (value - total) >> 23;
    long under60 = rest << 46 >> 46;
    rest = (rest - under60) >> 18;
    long under40 = rest << 46 >> 46;
    long pairs = (rest - under40) >> 18;
    return Math.abs(total) < 1 << 21
        && Math.max(Math.abs(under60), Math.abs(under40)) < 1 << 16
        && Math.abs(pairs) <= 1;
  }
}
