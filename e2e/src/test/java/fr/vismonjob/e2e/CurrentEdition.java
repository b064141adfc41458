package fr.vismonjob.e2e;

import fr.vismonjob.e2e.Tables.Row;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The edition that the site is about: the one with the latest day. */
record CurrentEdition(Row row) {
  /** Those that fall on the same day each year; enough for an edition that is a month away. */
  private static final Set<MonthDay> HOLIDAYS =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(5, 8),
          MonthDay.of(7, 14),
          MonthDay.of(8, 15),
          MonthDay.of(11, 1),
          MonthDay.of(11, 11),
          MonthDay.of(12, 25));

  static CurrentEdition of(Tables tables) {
    return tables.editions().stream()
        .max(Comparator.comparing(row -> row.text("jour")))
        .map(CurrentEdition::new)
        .orElseThrow(() -> new AssertionError("there is no edition"));
  }

  String key() {
    return row.text("edition");
  }

  LocalDate day() {
    return LocalDate.parse(row.text("jour"));
  }

  LocalDate firstMatching() {
    return LocalDate.parse(row.text("premier_appariement"));
  }

  LocalDate lastMatching() {
    return LocalDate.parse(row.text("dernier_appariement"));
  }

  /** The nth working day after the event's day, or before if negative; Easter's holidays aside. */
  LocalDate workingDay(int n) {
    LocalDate day = day();
    int left = Math.abs(n);
    while (left > 0) {
      day = day.plusDays(Integer.signum(n));
      left -= isWorkingDay(day) ? 1 : 0;
    }
    return day;
  }

  static boolean isWorkingDay(LocalDate day) {
    return !List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek())
        && !HOLIDAYS.contains(MonthDay.from(day));
  }
}
