package fr.vismonjob.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No disc and no number of the map lies over another, whatever is counted where. */
final class DiscMapTest {
  private static List<DiscMap.Spot> everywhere(Random random, int most) {
    return Stream.concat(
            Departements.all().stream().map(Departements.Outline::code),
            Stream.of("971", "972", "973", "974", "975", "976", "977", "978", "986", "987", "988"))
        .map(code -> new DiscMap.Spot(code + " x", code, random.nextInt(most + 1)))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 60, 900, 5000, 20_000})
  void discs_and_numbers_are_apart(int most) {
    for (int seed = 0; seed < 20; seed++) {
      apart(DiscMap.of("", everywhere(new Random(seed), most)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 99_999})
  void they_are_apart_if_all_are_as_large(int count) {
    apart(
        DiscMap.of(
            "",
            everywhere(new Random(1), 1).stream()
                .map(spot -> new DiscMap.Spot(spot.name(), spot.code(), count))
                .toList()));
  }

  /** The circle around a disc and its number holds the number, which is 13 units high. */
  private static void apart(Chart.Map map) {
    List<Chart.Disc> discs = map.discs();
    for (int i = 0; i < discs.size(); i++) {
      Chart.Disc one = discs.get(i);
      assertTrue(one.y() + one.radius() <= map.height(), one::toString);
      assertTrue(one.x() - one.reach() >= 0 && one.x() + one.reach() <= 613, one::toString);
      for (Chart.Disc other : discs.subList(i + 1, discs.size())) {
        double distance = Math.hypot(one.x() - other.x(), one.y() - other.y());
        assertTrue(distance >= one.radius() + other.radius(), () -> one + " lies over " + other);
        assertTrue(
            Math.abs(one.y() - other.y()) >= 13
                || Math.abs(one.x() - other.x()) >= width(one) / 2 + width(other) / 2,
            () -> "the number of " + one + " lies over that of " + other);
        assertTrue(distance >= one.radius() + width(other) / 2, () -> one + " covers " + other);
        assertTrue(distance >= other.radius() + width(one) / 2, () -> other + " covers " + one);
      }
      boolean inInset = one.x() > Chart.Map.INSET_X && one.y() < Chart.Map.INSET_Y + 110;
      boolean aroundParis = List.of("75 x", "92 x", "93 x", "94 x").contains(one.name());
      assertEquals(aroundParis, inInset, one::toString);
    }
  }

  private static double width(Chart.Disc disc) {
    return 7.4 * Long.toString(disc.count()).length();
  }

  @Test
  void a_few_discs_stay_where_they_belong() {
    List<Chart.Disc> discs =
        DiscMap.of("", List.of(new DiscMap.Spot("29", "29", 3), new DiscMap.Spot("06", "06", 5)))
            .discs();
    for (Chart.Disc disc : discs) {
      Departements.Outline outline = Departements.find(disc.name()).orElseThrow();
      assertEquals(outline.x(), disc.x());
      assertEquals(outline.y(), disc.y());
    }
    assertEquals(24, discs.getLast().radius(), 0.01);
    assertEquals(24 * Math.sqrt(0.6), discs.getFirst().radius(), 0.01, "areas follow counts");
  }
}
