package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReasonWordsTest {

  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

  @Test
  void the_best_pair_in_words() {
    assertEquals(
        List.of(
            "Métier : Développement, premier choix.",
            "Lieu : la même commune.",
            "Administration : Ministère de la Justice, deuxième choix.",
            "Date : mardi 24 novembre 2026, le jour de l’événement."),
        words(
            new Reason.JobReason(1, 40),
            new Reason.PlaceReason(0, 30),
            new Reason.AdministrationReason(2, 14),
            new Reason.DateReason(TUESDAY, 0, 10)));
  }

  @Test
  void a_middling_pair_in_words() {
    assertEquals(
        List.of(
            "Métier : Développement, tout métier étant accepté.",
            "Lieu : 12 km entre les deux communes.",
            "Administration : Ministère de la Justice, hors des choix exprimés.",
            "Date : jeudi 26 novembre 2026, à 2 jours de l’événement."),
        words(
            new Reason.JobReason(0, 10),
            new Reason.PlaceReason(12.4, 25),
            new Reason.AdministrationReason(Reason.AdministrationReason.NOT_WISHED, 0),
            new Reason.DateReason(TUESDAY.plusDays(2), 2, 5)));
  }

  @Test
  void the_first_of_a_month_and_a_single_day_or_kilometre() {
    assertEquals(
        List.of(
            "Métier : Développement, troisième choix.",
            "Lieu : moins de 1 km entre les deux communes.",
            "Administration : sans préférence.",
            "Date : mardi 1er décembre 2026, à 1 jour de l’événement."),
        words(
            new Reason.JobReason(3, 20),
            new Reason.PlaceReason(0.4, 30),
            new Reason.AdministrationReason(Reason.AdministrationReason.NO_WISH, 20),
            new Reason.DateReason(LocalDate.of(2026, 12, 1), 1, 5)));
  }

  @Test
  void an_imposed_pair_in_words() {
    assertEquals(
        List.of(
            "Métier : Développement, hors des choix exprimés.",
            "Lieu : 392 km entre les deux communes, au-delà du rayon indiqué."),
        words(
            new Reason.JobReason(Reason.JobReason.NOT_WISHED, 0),
            new Reason.DistantPlaceReason(391.6, 2)));
  }

  @Test
  void whole_kilometres_are_the_nearest_and_a_kilometre_is_one() {
    assertEquals("Lieu : moins de 1 km entre les deux communes.", place(0.999));
    assertEquals("Lieu : 1 km entre les deux communes.", place(1));
    assertEquals("Lieu : 12 km entre les deux communes.", place(12.49));
    assertEquals("Lieu : 13 km entre les deux communes.", place(12.5));
  }

  @Test
  void every_day_of_a_year_is_spelled_as_the_calendar_does() {
    DateTimeFormatter french = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.FRENCH);
    for (LocalDate day = TUESDAY; day.isBefore(TUESDAY.plusYears(1)); day = day.plusDays(1)) {
      String spelled = french.format(day).replace(" 1 ", " 1er ");
      assertEquals(
          List.of("Date : " + spelled + ", à 9 jours de l’événement."),
          words(new Reason.DateReason(day, 9, 2)));
    }
  }

  private static String place(double km) {
    return words(new Reason.PlaceReason(km, 30)).getFirst();
  }

  private static List<String> words(Reason... reasons) {
    return ReasonWords.sentences(List.of(reasons), "Développement", "Ministère de la Justice");
  }
}
