package fr.vismonjob.page;

import fr.vismonjob.registration.Place;
import java.util.Locale;
import java.util.Optional;

/**
 * A place on our map of metropolitan France, {@code france.svg}.
 *
 * @param x from the map's west edge, in its units
 * @param y from its north edge
 */
public record FranceMap(String x, String y) {
  /** The map's frame and scale, as the site's {@code map.mjs} draws them. */
  private static final double WEST = -5.4;

  private static final double NORTH = 51.3;
  private static final double WIDTH = 212;
  private static final double HEIGHT = 204;
  private static final double UNITS_PER_DEGREE = 20;
  private static final double NARROWING = 0.6884;

  /** Nothing for a place overseas, which is beyond the map. */
  static Optional<FranceMap> of(Place place) {
    double x = (place.lon() - WEST) * NARROWING * UNITS_PER_DEGREE;
    double y = (NORTH - place.lat()) * UNITS_PER_DEGREE;
    return x < 0 || y < 0 || x > WIDTH || y > HEIGHT
        ? Optional.empty()
        : Optional.of(new FranceMap(number(x), number(y)));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
