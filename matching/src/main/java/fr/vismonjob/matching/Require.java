package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The checks that several records share; no message repeats a text of any length. */
final class Require {

  private static final int MOST_WISHES = 3;
  private static final int MOST_SEATS = 1_000; // more is a slip of the pen
  private static final int LONGEST_CODE = 200; // characters

  private Require() {}

  static void code(String field, String value) {
    require(!value.isBlank(), field, "it is empty");
    require(
        value.length() <= LONGEST_CODE,
        field,
        value.length() + " characters where at most " + LONGEST_CODE + " are allowed");
  }

  static void position(double lat, double lon) {
    require(lat >= -90 && lat <= 90, "lat", "latitude " + lat + " is not between -90 and 90");
    require(lon >= -180 && lon <= 180, "lon", "longitude " + lon + " is not between -180 and 180");
  }

  static void wishes(String field, List<String> wishes) {
    require(wishes.size() <= MOST_WISHES, field, "more than " + MOST_WISHES + " wishes");
    wishes.forEach(wish -> code(field, wish));
    require(new HashSet<>(wishes).size() == wishes.size(), field, "repeated wish: " + wishes);
  }

  static void capacity(int capacity) {
    require(
        capacity >= 1 && capacity <= MOST_SEATS,
        "capacity",
        "capacity " + capacity + " is not between 1 and " + MOST_SEATS);
  }

  /** Returns the dates in order; refuses none at all and the same one twice. */
  static List<LocalDate> dates(List<LocalDate> dates) {
    require(!dates.isEmpty(), "dates", "no date is given");
    Set<LocalDate> different = new HashSet<>();
    for (LocalDate date : dates) {
      day("dates", date);
      require(different.add(date), "dates", "repeated date: " + date);
    }
    return dates.stream().sorted().toList();
  }

  static void day(String field, LocalDate day) {
    require(
        day.getYear() >= 1 && day.getYear() <= 9999,
        field,
        "the year of " + day + " is not between 1 and 9999");
  }

  static void require(boolean holds, String field, String otherwise) {
    if (!holds) {
      throw new InvalidValueException(field, otherwise);
    }
  }
}
