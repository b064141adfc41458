package fr.vismonjob.matching;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Whether a student and an ambassador can be a pair, and what that pair scores. */
final class Scoring {

  private Scoring() {}

  /**
   * The pair of these two, or nothing if they cannot be one: too far for the student, no shared
   * day, or a job that the student does not want.
   */
  static Optional<Pair> pair(Student student, Ambassador ambassador, LocalDate eventDay) {
    return student.anyJob() || student.jobs().contains(ambassador.job())
        ? imposed(student, ambassador, eventDay)
            .filter(pair -> pair.distanceKm() <= student.radiusKm())
        : Optional.empty();
  }

  /**
   * The pair of these two whether or not the student wants that job and goes that far; nothing if
   * they share no day.
   */
  static Optional<Pair> imposed(Student student, Ambassador ambassador, LocalDate eventDay) {
    return sharedDay(student.dates(), ambassador.dates(), eventDay)
        .map(day -> pair(student, ambassador, day, eventDay));
  }

  private static Pair pair(
      Student student, Ambassador ambassador, LocalDate day, LocalDate eventDay) {
    double km = Haversine.km(student.lat(), student.lon(), ambassador.lat(), ambassador.lon());
    int jobRank = student.jobs().indexOf(ambassador.job()) + 1;
    if (jobRank == 0 && !student.anyJob()) {
      jobRank = Reason.JobReason.NOT_WISHED;
    }
    int administrationRank =
        student.administrations().isEmpty()
            ? Reason.AdministrationReason.NO_WISH
            : student.administrations().indexOf(ambassador.administration()) + 1;
    int away = daysBetween(day, eventDay);
    List<Reason> reasons =
        List.of(
            new Reason.JobReason(jobRank, Points.job(jobRank)),
            km > student.radiusKm()
                ? new Reason.DistantPlaceReason(km, Points.place(km))
                : new Reason.PlaceReason(km, Points.place(km)),
            new Reason.AdministrationReason(
                administrationRank, Points.administration(administrationRank)),
            new Reason.DateReason(day, away, Points.date(away)));
    int score = 0;
    for (Reason reason : reasons) {
      score += reason.points();
    }
    return new Pair(student.id(), ambassador.id(), score, day, km, reasons);
  }

  /** The shared day nearest to the event; of two equally near, the later. */
  static Optional<LocalDate> sharedDay(
      List<LocalDate> ones, List<LocalDate> others, LocalDate eventDay) {
    LocalDate best = null;
    for (LocalDate day : ones) { // in order, so that the later of two equally near days wins
      if (others.contains(day)
          && (best == null || daysBetween(day, eventDay) <= daysBetween(best, eventDay))) {
        best = day;
      }
    }
    return Optional.ofNullable(best);
  }

  static int daysBetween(LocalDate day, LocalDate eventDay) {
    return (int) Math.abs(ChronoUnit.DAYS.between(eventDay, day));
  }
}
