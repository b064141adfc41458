package fr.vismonjob.workflow;

import fr.vismonjob.matching.Engine;
import fr.vismonjob.matching.Fingerprint;
import fr.vismonjob.matching.Instance;
import fr.vismonjob.matching.PairIds;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run's input as files for the engine's command line, so that the run can be replayed. They hold
 * ids and codes only, so no value needs quotes.
 */
public final class ReplayFiles {
  private ReplayFiles() {}

  /** The files by name. */
  public static Map<String, String> of(Instance instance) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("students.csv", students(instance));
    files.put("ambassadors.csv", ambassadors(instance));
    files.put("frozen.csv", pairs(instance.frozen()));
    files.put("blocked.csv", pairs(instance.blocked()));
    return files;
  }

  /**
   * The other values that a replay needs: the event day, the seed, the engine's version and the
   * input's hash.
   */
  public static Map<String, Object> settings(Instance instance) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("event_day", instance.eventDay().toString());
    settings.put("seed", instance.seed());
    settings.put("version", Engine.VERSION);
    settings.put("input_sha256", Fingerprint.sha256(instance));
    return settings;
  }

  private static String students(Instance instance) {
    return csv(
        "id,jobs,any_job,lat,lon,radius_km,administrations,dates",
        instance.students().stream()
            .map(
                student ->
                    row(
                        student.id(),
                        list(student.jobs()),
                        Boolean.toString(student.anyJob()),
                        number(student.lat()),
                        number(student.lon()),
                        number(student.radiusKm()),
                        list(student.administrations()),
                        days(student.dates()))));
  }

  private static String ambassadors(Instance instance) {
    return csv(
        "id,job,lat,lon,administration,dates,capacity",
        instance.ambassadors().stream()
            .map(
                ambassador ->
                    row(
                        ambassador.id(),
                        ambassador.job(),
                        number(ambassador.lat()),
                        number(ambassador.lon()),
                        ambassador.administration(),
                        days(ambassador.dates()),
                        Integer.toString(ambassador.capacity()))));
  }

  private static String pairs(List<PairIds> pairs) {
    return csv(
        "student,ambassador", pairs.stream().map(pair -> row(pair.student(), pair.ambassador())));
  }

  private static String csv(String header, Stream<String> rows) {
    return Stream.concat(Stream.of(header), rows).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String row(String... values) {
    return String.join(",", values);
  }

  private static String list(List<String> values) {
    return String.join("|", values);
  }

  private static String days(List<LocalDate> days) {
    return days.stream().map(LocalDate::toString).collect(Collectors.joining("|"));
  }

  /** With every digit of the number, because a replay must read the same number. */
  private static String number(double value) {
    return String.format(Locale.ROOT, "%s", value);
  }
}
