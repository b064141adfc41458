package fr.vismonjob.matching.cli;

import fr.vismonjob.matching.Ambassador;
import fr.vismonjob.matching.InvalidValueException;
import fr.vismonjob.matching.PairIds;
import fr.vismonjob.matching.Student;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** From the rows of the input files to people and pairs. */
final class InputFiles {

  private static final List<String> STUDENT_COLUMNS =
      List.of("id", "jobs", "any_job", "lat", "lon", "radius_km", "administrations", "dates");
  private static final List<String> AMBASSADOR_COLUMNS =
      List.of("id", "job", "lat", "lon", "administration", "dates", "capacity");
  private static final List<String> PAIR_COLUMNS = List.of("student", "ambassador");

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?(E[+-]?[0-9]+)?", Pattern.CASE_INSENSITIVE);

  // Many people have the same wishes, days and places: each list, day and number is read and
  // checked once.
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, List<String>> lists = new HashMap<>();
  private final Map<String, List<LocalDate>> dates = new HashMap<>();
  private final Map<String, LocalDate> days = new HashMap<>();
  private final Map<String, Double> numbers = new HashMap<>();
  private final Set<String> ids = new HashSet<>();

  private InputFiles() {}

  static List<Student> students(Path file) throws RefusedException {
    List<Student> students = new ArrayList<>();
    InputFiles input = new InputFiles();
    Csv.read(file, STUDENT_COLUMNS, row -> students.add(input.student(row)));
    return students;
  }

  private Student student(Csv.Row row) throws RefusedException {
    List<String> jobs = list(row, "jobs");
    boolean anyJob = yesOrNo(row, "any_job");
    double lat = number(row, "lat");
    double lon = number(row, "lon");
    double radiusKm = number(row, "radius_km");
    List<String> administrations = list(row, "administrations");
    List<LocalDate> days = dates(row);
    checkUnique(row);
    try {
      return new Student(row.get("id"), jobs, anyJob, lat, lon, radiusKm, administrations, days);
    } catch (InvalidValueException e) {
      throw refused(row, e);
    }
  }

  static List<Ambassador> ambassadors(Path file) throws RefusedException {
    List<Ambassador> ambassadors = new ArrayList<>();
    InputFiles input = new InputFiles();
    Csv.read(file, AMBASSADOR_COLUMNS, row -> ambassadors.add(input.ambassador(row)));
    return ambassadors;
  }

  private Ambassador ambassador(Csv.Row row) throws RefusedException {
    double lat = number(row, "lat");
    double lon = number(row, "lon");
    List<LocalDate> days = dates(row);
    int capacity = wholeNumber(row, "capacity");
    checkUnique(row);
    try {
      return new Ambassador(
          row.get("id"),
          shared(row, "job"),
          lat,
          lon,
          shared(row, "administration"),
          days,
          capacity);
    } catch (InvalidValueException e) {
      throw refused(row, e);
    }
  }

  /** Frozen pairs: people who exist, no student twice, no ambassador beyond capacity. */
  static List<PairIds> frozen(Path file, List<Student> students, List<Ambassador> ambassadors)
      throws RefusedException {
    Set<String> free = new HashSet<>();
    Set<String> known = new HashSet<>();
    students.forEach(student -> free.add(student.id()));
    known.addAll(free);
    Map<String, Integer> seats = new HashMap<>();
    ambassadors.forEach(ambassador -> seats.put(ambassador.id(), ambassador.capacity()));
    List<PairIds> pairs = new ArrayList<>();
    Csv.read(
        file,
        PAIR_COLUMNS,
        row -> {
          PairIds pair = pair(row);
          if (!known.contains(pair.student())) {
            throw row.refused("student", pair.student() + " is not among the students");
          }
          if (!free.remove(pair.student())) {
            throw row.refused("student", pair.student() + " has a frozen pair already");
          }
          int left = seats.getOrDefault(pair.ambassador(), -1);
          if (left < 0) {
            throw row.refused("ambassador", pair.ambassador() + " is not among the ambassadors");
          }
          if (left == 0) {
            throw row.refused(
                "ambassador", pair.ambassador() + " has more frozen pairs than seats");
          }
          seats.put(pair.ambassador(), left - 1);
          pairs.add(pair);
        });
    return pairs;
  }

  /** Blocked pairs; they may name people who are no longer there. */
  static List<PairIds> blocked(Path file) throws RefusedException {
    List<PairIds> pairs = new ArrayList<>();
    Csv.read(file, PAIR_COLUMNS, row -> pairs.add(pair(row)));
    return pairs;
  }

  private static PairIds pair(Csv.Row row) throws RefusedException {
    try {
      return new PairIds(row.get("student"), row.get("ambassador"));
    } catch (InvalidValueException e) {
      throw refused(row, e);
    }
  }

  private void checkUnique(Csv.Row row) throws RefusedException {
    if (!ids.add(row.get("id"))) {
      throw row.refused("id", row.get("id") + " appears twice");
    }
  }

  private static RefusedException refused(Csv.Row row, InvalidValueException e) {
    String column = e.field().equals("radiusKm") ? "radius_km" : e.field();
    return row.refused(column, String.valueOf(e.getMessage()));
  }

  private List<String> list(Csv.Row row, String column) {
    return lists.computeIfAbsent(
        row.get(column), value -> value.isEmpty() ? List.of() : List.of(value.split("\\|", -1)));
  }

  /** A value that many people have, as one text for all of them. */
  private String shared(Csv.Row row, String column) {
    return texts.computeIfAbsent(row.get(column), value -> value);
  }

  private List<LocalDate> dates(Csv.Row row) throws RefusedException {
    String value = row.get("dates");
    List<LocalDate> known = dates.get(value);
    if (known == null) {
      known = parsedDates(row);
      dates.put(value, known);
    }
    return known;
  }

  private List<LocalDate> parsedDates(Csv.Row row) throws RefusedException {
    List<LocalDate> parsed = new ArrayList<>();
    for (String value : list(row, "dates")) {
      try {
        parsed.add(days.computeIfAbsent(value, Dates::parse));
      } catch (DateTimeException _) {
        throw row.refused("dates", "\"" + value + "\" is not a date such as 2026-11-24");
      }
    }
    return List.copyOf(parsed);
  }

  private double number(Csv.Row row, String column) throws RefusedException {
    String value = row.get(column);
    Double known = numbers.get(value);
    if (known == null) {
      if (!NUMBER.matcher(value).matches()) {
        throw row.refused(column, "\"" + value + "\" is not a number");
      }
      known = Double.valueOf(value);
      numbers.put(value, known);
    }
    return known;
  }

  private static int wholeNumber(Csv.Row row, String column) throws RefusedException {
    try {
      return Integer.parseInt(row.get(column));
    } catch (NumberFormatException _) {
      throw row.refused(
          column, "\"" + row.get(column) + "\" is not a whole number, or is too large");
    }
  }

  private static boolean yesOrNo(Csv.Row row, String column) throws RefusedException {
    return switch (row.get(column).toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw row.refused(column, "\"" + row.get(column) + "\" is not true or false");
    };
  }
}
