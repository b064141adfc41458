package fr.vismonjob.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class FrenchDatesTest {
  @Test
  void a_day_is_told_with_its_weekday_and_year() {
    assertEquals("mardi 24\u00a0novembre 2026", FrenchDates.day(LocalDate.of(2026, 11, 24)));
  }

  @Test
  void the_first_of_a_month_is_an_ordinal() {
    assertEquals("dimanche 1er\u00a0novembre 2026", FrenchDates.day(LocalDate.of(2026, 11, 1)));
  }

  @Test
  void hours_are_told_in_Paris_time_whatever_their_offset() {
    assertEquals(
        "lundi 2\u00a0novembre 2026 de 10\u00a0h à 11\u00a0h\u00a030",
        FrenchDates.hours(
            OffsetDateTime.parse("2026-11-02T09:00:00Z"),
            OffsetDateTime.parse("2026-11-02T11:30:00+01:00")));
  }

  @Test
  void an_instant_late_in_the_evening_is_of_the_next_day_in_Paris() {
    assertEquals(
        "samedi 1er\u00a0août 2026",
        FrenchDates.day(FrenchDates.dayOf(Instant.parse("2026-07-31T22:30:00Z"))));
  }

  @Test
  void minutes_keep_two_digits() {
    assertEquals(
        "lundi 2\u00a0novembre 2026 de 9\u00a0h\u00a005 à 10\u00a0h",
        FrenchDates.hours(
            OffsetDateTime.parse("2026-11-02T08:05:00Z"),
            OffsetDateTime.parse("2026-11-02T09:00:00Z")));
  }

  @Test
  void the_hour_of_an_instant_is_that_of_Paris() {
    assertEquals(
        "samedi 1er\u00a0août 2026 à 0\u00a0h\u00a007",
        FrenchDates.dayAndTime(Instant.parse("2026-07-31T22:07:00Z")));
  }

  @Test
  void ten_minutes_have_two_digits_already() {
    assertEquals("9\u00a0h\u00a010", FrenchDates.time(LocalTime.of(9, 10)));
  }
}
