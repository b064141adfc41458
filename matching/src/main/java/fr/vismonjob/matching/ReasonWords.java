package fr.vismonjob.matching;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A pair's reasons as French sentences, in the third person, so that both people and the organiser
 * can read the same words.
 */
public final class ReasonWords {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.FRENCH);
  private static final DateTimeFormatter FIRST_OF_MONTH =
      DateTimeFormatter.ofPattern("EEEE d'er' MMMM uuuu", Locale.FRENCH);

  private static final String NOT_WISHED = "hors des choix exprimés";

  private ReasonWords() {}

  /**
   * One sentence for each reason, in the order given.
   *
   * @param job the ambassador's job as people read it
   * @param administration the ambassador's administration as people read it
   */
  public static List<String> sentences(List<Reason> reasons, String job, String administration) {
    return reasons.stream().map(reason -> sentence(reason, job, administration)).toList();
  }

  private static String sentence(Reason reason, String job, String administration) {
    return switch (reason) {
      case Reason.JobReason(int rank, _) -> "Métier : %s, %s.".formatted(job, jobRank(rank));
      case Reason.PlaceReason(double km, _) -> "Lieu : %s.".formatted(distance(km));
      case Reason.DistantPlaceReason(double km, _) ->
          "Lieu : %s, au-delà du rayon indiqué.".formatted(distance(km));
      case Reason.AdministrationReason(int rank, _)
          when rank == Reason.AdministrationReason.NO_WISH ->
          "Administration : sans préférence.";
      case Reason.AdministrationReason(int rank, _) ->
          "Administration : %s, %s.".formatted(administration, administrationRank(rank));
      case Reason.DateReason(LocalDate date, int days, _) ->
          "Date : %s, %s.".formatted(day(date), fromEvent(days));
    };
  }

  private static String jobRank(int rank) {
    return switch (rank) {
      case Reason.JobReason.NOT_WISHED -> NOT_WISHED;
      case 0 -> "tout métier étant accepté";
      default -> rank(rank);
    };
  }

  private static String administrationRank(int rank) {
    return rank == Reason.AdministrationReason.NOT_WISHED ? NOT_WISHED : rank(rank);
  }

  private static String rank(int rank) {
    return switch (rank) {
      case 1 -> "premier choix";
      case 2 -> "deuxième choix";
      case 3 -> "troisième choix";
      default -> throw new IllegalArgumentException("no wish has rank " + rank);
    };
  }

  private static String distance(double km) {
    if (km == 0) {
      return "la même commune";
    }
    return km < 1
        ? "moins de 1 km entre les deux communes"
        : Math.round(km) + " km entre les deux communes";
  }

  private static String day(LocalDate date) {
    return (date.getDayOfMonth() == 1 ? FIRST_OF_MONTH : DAY).format(date);
  }

  private static String fromEvent(int days) {
    return switch (days) {
      case 0 -> "le jour de l’événement";
      case 1 -> "à 1 jour de l’événement";
      default -> "à " + days + " jours de l’événement";
    };
  }
}
