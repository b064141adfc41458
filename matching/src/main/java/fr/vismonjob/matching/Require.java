package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The checks that several records share; no message repeats a text of any length. */
final class Require {

  private static final int MOST_WISHES = 3;
  private static final String TOO_MANY = "more than " + MOST_WISHES + " wishes";
  private static final int MOST_SEATS = 1_000; // more is a slip of the pen
  private static final int LONGEST_CODE = 200; // characters

  private Require() {}

  static void code(String field, String value) {
    require(!value.isBlank(), field, "it is empty");
    if (value.length() > LONGEST_CODE) {
      throw new InvalidValueException(
          field, value.length() + " characters where at most " + LONGEST_CODE + " are allowed");
    }
  }

  static void position(double lat, double lon) {
    if (!(lat >= -90 && lat <= 90)) {
      throw new InvalidValueException("lat", "latitude " + lat + " is not between -90 and 90");
    }
    if (!(lon >= -180 && lon <= 180)) {
      throw new InvalidValueException("lon", "longitude " + lon + " is not between -180 and 180");
    }
  }

  static void wishes(String field, List<String> wishes) {
    require(wishes.size() <= MOST_WISHES, field, TOO_MANY);
    for (int i = 0; i < wishes.size(); i++) {
      code(field, wishes.get(i));
    }
    for (int i = 0; i < wishes.size(); i++) {
      if (wishes.indexOf(wishes.get(i)) < i) {
        throw new InvalidValueException(field, "repeated wish: " + wishes);
      }
    }
  }

  static void radius(double km) {
    if (!(km > 0 && Double.isFinite(km))) {
      throw new InvalidValueException("radiusKm", "radius " + km + " km is not positive");
    }
  }

  static void capacity(int capacity) {
    if (capacity < 1 || capacity > MOST_SEATS) {
      throw new InvalidValueException(
          "capacity", "capacity " + capacity + " is not between 1 and " + MOST_SEATS);
    }
  }

  /** Returns the dates in order; refuses none at all and the same one twice. */
  static List<LocalDate> dates(List<LocalDate> dates) {
    require(!dates.isEmpty(), "dates", "no date is given");
    boolean inOrder = true;
    for (int i = 0; i < dates.size(); i++) {
      day("dates", dates.get(i));
      inOrder = inOrder && (i == 0 || dates.get(i - 1).isBefore(dates.get(i)));
    }
    if (inOrder) {
      return List.copyOf(dates); // none is copied that cannot change
    }
    Set<LocalDate> different = new HashSet<>();
    for (LocalDate date : dates) {
      if (!different.add(date)) {
        throw new InvalidValueException("dates", "repeated date: " + date);
      }
    }
    return dates.stream().sorted().toList();
  }

  static void day(String field, LocalDate day) {
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw new InvalidValueException(field, "the year of " + day + " is not between 1 and 9999");
    }
  }

  static void require(boolean holds, String field, String otherwise) {
    if (!holds) {
      throw new InvalidValueException(field, otherwise);
    }
  }
}
