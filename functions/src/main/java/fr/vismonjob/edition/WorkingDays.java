package fr.vismonjob.edition;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * French working days: Monday to Friday without the public holidays of article L3133-1 of the Code
 * du travail.
 */
public final class WorkingDays {
  private static final Set<MonthDay> FIXED_HOLIDAYS =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(5, 8),
          MonthDay.of(7, 14),
          MonthDay.of(8, 15),
          MonthDay.of(11, 1),
          MonthDay.of(11, 11),
          MonthDay.of(12, 25));

  /** Days after Easter Sunday: Easter Monday, Ascension Day, Whit Monday. */
  private static final List<Integer> MOVABLE_HOLIDAYS = List.of(1, 39, 50);

  private WorkingDays() {}

  public static boolean isWorkingDay(LocalDate day) {
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return false;
    }
    if (FIXED_HOLIDAYS.contains(MonthDay.from(day))) {
      return false;
    }
    LocalDate easter = easter(day.getYear());
    return MOVABLE_HOLIDAYS.stream().noneMatch(offset -> easter.plusDays(offset).equals(day));
  }

  /**
   * The working days at most {@code reach} days before or after {@code day}, and {@code day}
   * itself.
   */
  public static NavigableSet<LocalDate> around(LocalDate day, int reach) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    days.add(day);
    day.minusDays(reach)
        .datesUntil(day.plusDays(reach + 1L))
        .filter(WorkingDays::isWorkingDay)
        .forEach(days::add);
    return days;
  }

  /**
   * Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Jones, Butcher).
   */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int monthAndDay = h + l - 7 * m + 114;
    return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
  }
}
