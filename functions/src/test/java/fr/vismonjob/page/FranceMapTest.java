package fr.vismonjob.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.registration.Place;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FranceMapTest {
  @Test
  void Rennes_is_west_of_Strasbourg_and_north_of_Ajaccio() {
    FranceMap rennes = on("35");

    assertTrue(Integer.parseInt(rennes.x()) < Integer.parseInt(on("67").x()));
    assertTrue(Integer.parseInt(rennes.y()) < Integer.parseInt(on("2A").y()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"01", "2A", "2B", "75", "95", "971", "972", "973", "974", "976"})
  void each_departement_has_its_shape(String code) {
    assertTrue(on(code).shape().matches("M[0-9 l-]+[-0-9 lzM]*z"), on(code).shape());
  }

  @ParameterizedTest
  @ValueSource(strings = {"975", "987", "988", ""})
  void the_collectivities_overseas_are_not_on_the_map(String code) {
    assertEquals(Optional.empty(), FranceMap.of(in(code)));
  }

  private static FranceMap on(String code) {
    return FranceMap.of(in(code)).orElseThrow();
  }

  private static Place in(String code) {
    return new Place("35000", "35238", "Rennes", code, "Ille-et-Vilaine", 48.11, -1.68);
  }
}
