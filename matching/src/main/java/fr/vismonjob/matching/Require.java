package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/** The checks that several records share; each message names the offending value. */
final class Require {

  private static final int MOST_WISHES = 3;
  private static final int MOST_SEATS = 1_000; // more is a slip, and would be taken at its word

  private Require() {}

  static void code(String field, String value) {
    require(!value.isBlank(), field, "it is empty");
  }

  static void position(double lat, double lon) {
    require(lat >= -90 && lat <= 90, "lat", "latitude " + lat + " is not between -90 and 90");
    require(lon >= -180 && lon <= 180, "lon", "longitude " + lon + " is not between -180 and 180");
  }

  static void wishes(String field, List<String> wishes) {
    require(wishes.size() <= MOST_WISHES, field, "more than " + MOST_WISHES + " wishes: " + wishes);
    require(new HashSet<>(wishes).size() == wishes.size(), field, "repeated wish: " + wishes);
    require(wishes.stream().noneMatch(String::isBlank), field, "empty wish: " + wishes);
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
    require(new HashSet<>(dates).size() == dates.size(), "dates", "repeated date: " + dates);
    return dates.stream().sorted().toList();
  }

  static void require(boolean holds, String field, String otherwise) {
    if (!holds) {
      throw new InvalidValueException(field, otherwise);
    }
  }
}
