package fr.vismonjob.pairing;

import fr.vismonjob.classpath.TextFile;
import fr.vismonjob.edition.FrenchDates;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The hours at a workplace, in the time zone of its département ({@code reference/fuseaux.tsv}).
 *
 * @param inWords such as {@code heure de La Réunion}; empty where it is the time of Paris
 */
public record HoursThere(ZoneId zone, String inWords) {
  public static final LocalTime START = LocalTime.of(9, 0);
  public static final LocalTime END = LocalTime.of(17, 0);

  private static final HoursThere OF_PARIS = new HoursThere(FrenchDates.PARIS, "");

  private static final Map<String, HoursThere> BY_DEPARTEMENT =
      TextFile.read(
          "/reference/fuseaux.tsv",
          lines ->
              lines
                  .map(TextFile::cells)
                  .collect(
                      Collectors.toUnmodifiableMap(
                          cells -> cells[0],
                          cells -> new HoursThere(ZoneId.of(cells[1]), cells[2]))));

  /** From when to when the two meet, such as {@code de 9 h à 17 h (heure de La Réunion)}. */
  public String fromTo() {
    return "de %d\u00a0h à %d\u00a0h".formatted(START.getHour(), END.getHour())
        + (inWords.isEmpty() ? "" : " (" + inWords + ")");
  }

  /**
   * Those of a commune.
   *
   * @param place the commune and, in parentheses, its département
   */
  static HoursThere of(String place) {
    String departement =
        place.substring(place.lastIndexOf('(') + 1).replaceFirst("\\)\\s*$", "").strip();
    return BY_DEPARTEMENT.getOrDefault(departement, OF_PARIS);
  }
}
