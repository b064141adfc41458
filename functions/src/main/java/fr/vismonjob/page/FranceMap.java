package fr.vismonjob.page;

import fr.vismonjob.registration.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
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
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(FranceMap.class.getResourceAsStream("/map.tsv"), "map.tsv"),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> line.startsWith(start))
          .map(line -> line.split("\t", -1))
          .map(cells -> new FranceMap(cells[3], cells[1], cells[2]))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
