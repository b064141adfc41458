package fr.vismonjob.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Days and hours in French words, in Paris time. This class has the names itself, because loading
 * the platform's locale data takes longer at a cold start than the whole page.
 */
public final class FrenchDates {
  public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static final String NO_BREAK_SPACE = "\u00a0";
  private static final List<String> DAYS =
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

  private FrenchDates() {}

  /** The moment in Paris at which that day begins. */
  public static Instant morningOf(LocalDate day) {
    return day.atStartOfDay(PARIS).toInstant();
  }

  public static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, PARIS);
  }

  /** Such as « mardi 24 novembre 2026 ». */
  public static String day(LocalDate day) {
    return dayAndMonth(day) + " " + day.getYear();
  }

  /** Without the year, such as « mardi 24 novembre ». */
  public static String dayAndMonth(LocalDate day) {
    String number = day.getDayOfMonth() == 1 ? "1er" : Integer.toString(day.getDayOfMonth());
    return DAYS.get(day.getDayOfWeek().getValue() - 1)
        + " "
        + number
        + NO_BREAK_SPACE
        + MONTHS.get(day.getMonthValue() - 1);
  }

  /**
   * Such as « lundi 2 novembre 2026 de 10 h à 11 h », in Paris time wherever the offsets come from.
   */
  public static String hours(OffsetDateTime start, OffsetDateTime end) {
    ZonedDateTime from = start.atZoneSameInstant(PARIS);
    ZonedDateTime until = end.atZoneSameInstant(PARIS);
    return day(from.toLocalDate())
        + " de "
        + time(from.toLocalTime())
        + " à "
        + time(until.toLocalTime());
  }

  /** Such as « lundi 2 novembre 2026 à 9 h 05 », in Paris time. */
  public static String dayAndTime(Instant instant) {
    ZonedDateTime at = instant.atZone(PARIS);
    return day(at.toLocalDate()) + " à " + time(at.toLocalTime());
  }

  /** Such as « 10 h » or « 9 h 30 ». */
  public static String time(LocalTime time) {
    String hour = time.getHour() + NO_BREAK_SPACE + "h";
    return time.getMinute() == 0
        ? hour
        : hour + NO_BREAK_SPACE + (time.getMinute() < 10 ? "0" : "") + time.getMinute();
  }
}
