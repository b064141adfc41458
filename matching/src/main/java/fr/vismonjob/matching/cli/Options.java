package fr.vismonjob.matching.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the command line asks for. */
record Options(
    Path students,
    Path ambassadors,
    Optional<Path> frozen,
    Optional<Path> blocked,
    LocalDate eventDay,
    long seed,
    Path pairs,
    Path stats,
    Optional<Path> shortages) {

  static final String HELP =
      """
      Pairs students with ambassadors: most pairs, then fewest under 40 points, then fewest
      under 60, then the highest total. The result is exact, and checked before it is written.

      java -jar matching.jar --students s.csv --ambassadors a.csv --event-day 2026-11-24
          --seed 1 --pairs pairs.csv --stats stats.json [--frozen f.csv] [--blocked b.csv]
          [--shortages shortages.csv]

        --students     id,jobs,any_job,lat,lon,radius_km,administrations,dates
        --ambassadors  id,job,lat,lon,administration,dates,capacity
        --frozen       student,ambassador: pairs that stay; they are not repeated in the output
        --blocked      student,ambassador: pairs that must not be made
        --event-day    the day of the event, as 2026-11-24
        --seed         a whole number that decides between equally good matchings
        --pairs        written: student,ambassador,score,date,reasons
        --stats        written: figures, times, version and a hash of the input, as JSON
        --shortages    written: job,lat,lon,students,left_over: where recruiting would help most;
                       students could go there, left_over of them have no pair
        --help         this text

      Files are CSV in UTF-8 with a header line; lists inside a value are joined by |, wishes
      come in order. any_job is true or false, dates are as 2026-11-24, at most three wishes.

      Exit status: 0 done, 2 the input is refused (the reason is on standard error, and no
      file is written), 3 the result failed its own check (no file is written).
      """;

  private static final List<String> NEEDED =
      List.of("--students", "--ambassadors", "--event-day", "--seed", "--pairs", "--stats");
  private static final List<String> POSSIBLE = List.of("--frozen", "--blocked", "--shortages");

  static Options parse(String[] arguments) throws RefusedException {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i];
      if (!NEEDED.contains(name) && !POSSIBLE.contains(name)) {
        throw new RefusedException("unknown option " + name + "; see --help");
      }
      if (i + 1 == arguments.length) {
        throw new RefusedException("option " + name + " lacks its value; see --help");
      }
      if (values.put(name, arguments[i + 1]) != null) {
        throw new RefusedException("option " + name + " is given twice");
      }
    }
    for (String name : NEEDED) {
      if (!values.containsKey(name)) {
        throw new RefusedException("option " + name + " is missing; see --help");
      }
    }
    return new Options(
        path(values, "--students").orElseThrow(),
        path(values, "--ambassadors").orElseThrow(),
        path(values, "--frozen"),
        path(values, "--blocked"),
        day(values.getOrDefault("--event-day", "")),
        number(values.getOrDefault("--seed", "")),
        path(values, "--pairs").orElseThrow(),
        path(values, "--stats").orElseThrow(),
        path(values, "--shortages"));
  }

  private static Optional<Path> path(Map<String, String> values, String name)
      throws RefusedException {
    try {
      return Optional.ofNullable(values.get(name)).map(Path::of);
    } catch (InvalidPathException e) {
      throw new RefusedException(name + " is not the name of a file: " + e.getMessage());
    }
  }

  List<Path> inputs() {
    List<Path> inputs = new ArrayList<>(List.of(students, ambassadors));
    frozen.ifPresent(inputs::add);
    blocked.ifPresent(inputs::add);
    return inputs;
  }

  List<Path> outputs() {
    List<Path> outputs = new ArrayList<>(List.of(pairs, stats));
    shortages.ifPresent(outputs::add);
    return outputs;
  }

  private static LocalDate day(String value) throws RefusedException {
    try {
      return Dates.parse(value);
    } catch (DateTimeException _) {
      throw new RefusedException("--event-day: \"" + value + "\" is not as 2026-11-24");
    }
  }

  private static long number(String value) throws RefusedException {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException _) {
      throw new RefusedException(
          "--seed: \"" + value + "\" is not a whole number, or is too large");
    }
  }
}
