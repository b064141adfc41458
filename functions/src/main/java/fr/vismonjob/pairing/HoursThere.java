package fr.vismonjob.pairing;

import fr.vismonjob.classpath.TextFile;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.registration.Welcome;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The hours at a workplace, in the time zone of its département ({@code reference/fuseaux.tsv}).
 *
 * @param inWords such as {@code heure de La Réunion}; empty where it is the time of Paris
 */
public record HoursThere(ZoneId zone, String inWords) {
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

  /** From when to when people meet there who have agreed on nothing else. */
  public String fromTo() {
    return fromTo(Welcome.NONE);
  }

  /** From when to when the two meet, such as {@code de 9 h à 17 h 30 (heure de La Réunion)}. */
  public String fromTo(Welcome welcome) {
    return "de "
        + FrenchDates.time(welcome.arrival())
        + " à "
        + FrenchDates.time(welcome.departure())
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
