package fr.vismonjob.page;

import fr.vismonjob.classpath.TextFile;
import fr.vismonjob.registration.Place;
import java.util.Optional;

/**
 * A place's département on our map of France, {@code france.svg}; both are made by {@code
 * functions/site}.
 *
 * @param shape an SVG path in the map's units
 * @param x the département's middle, from the map's west edge
 * @param y from its north edge
 */
public record FranceMap(String shape, String x, String y) {

  /** Nothing for the collectivities overseas, which are not départements and not on the map. */
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
