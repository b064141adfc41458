package fr.vismonjob.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.registration.Place;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FranceMapTest {
  @Test
  void Rennes_is_in_the_north_west() {
    assertEquals(Optional.of(new FranceMap("51.2", "63.8")), FranceMap.of(at(48.11, -1.68)));
  }

  @Test
  void Corsica_is_on_the_map() {
    assertEquals(Optional.of(new FranceMap("194.5", "187.6")), FranceMap.of(at(41.92, 8.73)));
  }

  @Test
  void overseas_is_beyond_the_map() {
    assertEquals(Optional.empty(), FranceMap.of(at(-20.88, 55.45)));
  }

  private static Place at(double lat, double lon) {
    return new Place("35000", "35238", "Rennes", "35", "Ille-et-Vilaine", lat, lon);
  }
}
