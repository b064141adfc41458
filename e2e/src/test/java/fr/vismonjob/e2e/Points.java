package fr.vismonjob.e2e;

import fr.vismonjob.matching.Ambassador;
import fr.vismonjob.matching.Student;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The published rules of what a pair is worth, written a second time: it shares nothing with the
 * engine.
 */
final class Points {
  private static final double EARTH_RADIUS_KM = 6371.0088;

  private Points() {}

  /** A possible pair's day and points; nothing if the two cannot be one. */
  static Optional<Worth> of(Student student, Ambassador ambassador, LocalDate eventDay) {
    double km = km(student.lat(), student.lon(), ambassador.lat(), ambassador.lon());
    int wish = student.jobs().indexOf(ambassador.job());
    if (km > student.radiusKm() || (wish < 0 && !student.anyJob())) {
      return Optional.empty();
    }
    return student.dates().stream()
        .filter(ambassador.dates()::contains)
        .min(
            Comparator.comparing((LocalDate day) -> away(day, eventDay))
                .thenComparing(Comparator.reverseOrder()))
        .map(
            day ->
                new Worth(
                    day,
                    job(wish)
                        + place(km)
                        + administration(student.administrations(), ambassador.administration())
                        + date(away(day, eventDay))));
  }

  record Worth(LocalDate day, int points) {}

  private static int job(int wish) {
    return wish < 0 ? 10 : List.of(40, 30, 20).get(wish);
  }

  private static int place(double km) {
    return km <= 5 ? 30 : km <= 15 ? 25 : km <= 30 ? 20 : km <= 60 ? 12 : km <= 120 ? 6 : 2;
  }

  private static int administration(List<String> wishes, String administration) {
    int wish = wishes.indexOf(administration);
    return wishes.isEmpty() ? 20 : wish < 0 ? 0 : List.of(20, 14, 8).get(wish);
  }

  private static int date(long away) {
    return away == 0 ? 10 : away <= 7 ? 5 : 2;
  }

  private static long away(LocalDate day, LocalDate eventDay) {
    return Math.abs(ChronoUnit.DAYS.between(day, eventDay));
  }

  private static double km(double lat1, double lon1, double lat2, double lon2) {
    double dLat = Math.toRadians(lat2 - lat1);
    double dLon = Math.toRadians(lon2 - lon1);
    double a =
        Math.pow(Math.sin(dLat / 2), 2)
            + Math.cos(Math.toRadians(lat1))
                * Math.cos(Math.toRadians(lat2))
                * Math.pow(Math.sin(dLon / 2), 2);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
  }
}
