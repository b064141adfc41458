package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A pair's reasons as French sentences, in the third person, so that both people and the organiser
 * can read the same words.
 */
public final class ReasonWords {

  // The JDK's formats would load texts of locales first, which takes 40 ms in a new process.
  private static final List<String> WEEKDAYS =
      List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");
  private static final List<String> MONTHS =
      List.of(
          "janvier",
          "février",
          "mars",
          "avril",
          "mai",
          "juin",
          "juillet",
          "août",
          "septembre",
          "octobre",
          "novembre",
          "décembre");

  private static final String NOT_WISHED = "hors des choix exprimés";

  private ReasonWords() {}

  /**
   * One sentence for each reason, in the order given.
   *
   * @param job the ambassador's job as people read it
   * @param administration the ambassador's administration as people read it
   */
  public static List<String> sentences(List<Reason> reasons, String job, String administration) {
    List<String> sentences = new ArrayList<>(reasons.size());
    for (Reason reason : reasons) {
      sentences.add(sentence(reason, job, administration));
    }
    return List.copyOf(sentences);
  }

  private static String sentence(Reason reason, String job, String administration) {
    return switch (reason) {
      case Reason.JobReason(int rank, _) -> "Métier : " + job + ", " + jobRank(rank) + ".";
      case Reason.PlaceReason(double km, _) -> "Lieu : " + distance(km) + ".";
      case Reason.DistantPlaceReason(double km, _) ->
          "Lieu : " + distance(km) + ", au-delà du rayon indiqué.";
      case Reason.AdministrationReason(int rank, _)
          when rank == Reason.AdministrationReason.NO_WISH ->
          "Administration : sans préférence.";
      case Reason.AdministrationReason(int rank, _) ->
          "Administration : " + administration + ", " + administrationRank(rank) + ".";
      case Reason.DateReason(LocalDate date, int days, _) ->
          "Date : " + day(date) + ", " + fromEvent(days) + ".";
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
    String weekday = WEEKDAYS.get(date.getDayOfWeek().getValue() - 1);
    String ordinal = date.getDayOfMonth() == 1 ? "er" : "";
    String month = MONTHS.get(date.getMonthValue() - 1);
    return weekday + " " + date.getDayOfMonth() + ordinal + " " + month + " " + date.getYear();
  }

  private static String fromEvent(int days) {
    return switch (days) {
      case 0 -> "le jour de l’événement";
      case 1 -> "à 1 jour de l’événement";
      default -> "à " + days + " jours de l’événement";
    };
  }
}
