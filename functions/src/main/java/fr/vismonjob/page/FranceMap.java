package fr.vismonjob.page;

import fr.vismonjob.classpath.TextFile;
import fr.vismonjob.registration.Place;
import java.util.Optional;

/**
 * A place's département on the map of France, {@code france.svg}. {@code functions/site} makes
 * both.
 *
 * @param shape an SVG path in the map's units
 * @param x distance of the département's middle from the map's west edge
 * @param y distance of the middle from the north edge
 */
public record FranceMap(String shape, String x, String y) {

  /**
   * The département of a place; empty for overseas collectivities, which are no départements and
   * not on the map.
   */
  static Optional<FranceMap> of(Place place) {
    String start = place.departementCode() + "\t";
    return TextFile.read(
        "/map.tsv",
        lines ->
            lines
                .filter(line -> line.startsWith(start))
                .map(TextFile::cells)
                .map(cells -> new FranceMap(cells[3], cells[1], cells[2]))
                .findFirst());
  }
}
