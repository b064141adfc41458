package fr.vismonjob.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorkingDaysTest {
  private static List<LocalDate> days(String... days) {
    return Stream.of(days).map(LocalDate::parse).toList();
  }

  /** As the calendars of those years have them. */
  @ParameterizedTest
  @CsvSource({
    "2025, 01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-11 12-25",
    "2026, 01-01 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25",
    "2027, 01-01 03-29 05-06 05-17 07-14 11-01 11-11"
  })
  void every_day_from_Monday_to_Friday_is_one_but_for_the_public_holidays(
      int year, String holidays) {
    Set<DayOfWeek> weekend = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    LocalDate first = LocalDate.of(year, 1, 1);
    assertEquals(
        Stream.of(holidays.split(" ")).map(day -> LocalDate.parse(year + "-" + day)).toList(),
        first
            .datesUntil(first.plusYears(1))
            .filter(day -> !weekend.contains(day.getDayOfWeek()))
            .filter(day -> !WorkingDays.isWorkingDay(day))
            .toList());
    assertEquals(
        List.of(),
        first
            .datesUntil(first.plusYears(1))
            .filter(day -> weekend.contains(day.getDayOfWeek()))
            .filter(WorkingDays::isWorkingDay)
            .toList());
  }

  /** Among them the earliest and the latest possible, and the years that are exceptions. */
  @ParameterizedTest
  @CsvSource({
    "1818-03-22", "1900-04-15", "1943-04-25", "1954-04-18", "1961-04-02", "1981-04-19",
    "1999-04-04", "2000-04-23", "2008-03-23", "2011-04-24", "2016-03-27", "2019-04-21",
    "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01",
    "2030-04-21", "2031-04-13", "2038-04-25", "2049-04-18", "2076-04-19", "2100-03-28",
    "2106-04-18", "2160-03-23", "2200-04-06", "2285-03-22", "2299-04-16", "2400-04-16"
  })
  void Easter_is_on_the_Sunday_that_tables_of_it_give(LocalDate easter) {
    assertEquals(easter, WorkingDays.easter(easter.getYear()));
  }

  @Test
  void the_days_around_one_are_the_working_days_as_far_as_both_ends() {
    assertEquals(
        days("2026-11-09", "2026-11-10", "2026-11-12", "2026-11-13"),
        List.copyOf(WorkingDays.around(LocalDate.parse("2026-11-12"), 3)));
    assertEquals(
        days("2026-11-10"), List.copyOf(WorkingDays.around(LocalDate.parse("2026-11-10"), 0)));
  }

  @Test
  void the_day_itself_is_always_among_them() {
    assertEquals(
        days("2026-11-20", "2026-11-22", "2026-11-23", "2026-11-24"),
        List.copyOf(WorkingDays.around(LocalDate.parse("2026-11-22"), 2)));
  }
}
