package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Against every pair by itself: the least gain that is enough is enough, and one less is not. */
class DominationTest {

  private static final long[] PRICES = {0, 0, 1, 7, 1 << 23, 1L << 41, 1L << 59};

  private int tight;

  @Test
  void the_least_gain_that_covers_every_possible_pair_is_enough_and_one_less_is_not() {
    for (long number = 0; number < 400; number++) {
      compare(SmallInstances.number(number, 12, 12), new Random(number));
    }
    for (long number = 0; number < 10; number++) {
      compare(SmallInstances.number(number, 80, 80), new Random(number));
    }
    assertTrue(tight > 1_500, tight + " students");
  }

  private void compare(Instance instance, Random random) {
    Map<String, Long> prices = new HashMap<>();
    for (Ambassador host : instance.ambassadors()) {
      if (random.nextInt(6) > 0) { // else frozen pairs fill every seat
        prices.put(host.id(), PRICES[random.nextInt(PRICES.length)]);
      }
    }
    Set<PairIds> blocked = new HashSet<>(instance.blocked());
    Map<String, Long> enough = new HashMap<>();
    for (Student student : instance.students()) {
      OptionalLong least =
          instance.ambassadors().stream()
              .filter(host -> prices.containsKey(host.id()))
              .filter(host -> !blocked.contains(new PairIds(student.id(), host.id())))
              .flatMap(host -> Scoring.pair(student, host, instance.eventDay()).stream())
              .mapToLong(
                  pair -> Worth.of(pair.score()) - prices.getOrDefault(pair.ambassador(), 0L))
              .max();
      least.ifPresent(gain -> enough.put(student.id(), gain));
    }
    tight += enough.size();
    Map<String, Long> tooLittle = new HashMap<>(enough);
    tooLittle.replaceAll((student, gain) -> gain - 1);
    Domination domination = new Domination(instance, prices);
    assertEquals(List.of(), domination.notDominated(instance.students(), enough));
    List<String> notDominated = domination.notDominated(instance.students(), tooLittle);
    assertEquals(enough.keySet(), Set.copyOf(notDominated));
    assertEquals(enough.size(), notDominated.size());
  }

  @Test
  void the_table_finds_the_least_price_among_thousands() {
    PriceTable table = new PriceTable();
    int count = 3_000;
    for (int i = 0; i < count; i++) {
      table.add(i % 50, host(i), price(i));
      table.add(i % 50, host(i), price(i) + 1); // a dearer seat changes nothing
    }
    int on = table.day(People.DAY);
    int justice = table.administration("justice");
    for (int i = 0; i < count; i++) {
      int job = table.job("job" + i);
      assertEquals(price(i), table.of(i % 50, job, justice, on));
      assertEquals(price(i), table.of(i % 50, job, PriceTable.ANY, PriceTable.ANY));
      assertEquals(PriceTable.NO_SEAT, table.of((i + 1) % 50, job, justice, on));
    }
    for (int place = 0; place < 50; place++) {
      assertEquals(
          price(place + 2_950), table.of(place, PriceTable.ANY, PriceTable.ANY, PriceTable.ANY));
    }
    assertEquals(PriceTable.NO_SEAT, table.of(0, table.job("unknown"), PriceTable.ANY, on));
    assertEquals(
        PriceTable.NO_SEAT, table.of(0, PriceTable.ANY, table.administration("unknown"), on));
    assertEquals(
        PriceTable.NO_SEAT,
        table.of(0, PriceTable.ANY, PriceTable.ANY, table.day(People.DAY.plusDays(1))));
  }

  /** Keys that share a half must not be taken for one another when they meet in the table. */
  @Test
  void the_table_tells_thousands_of_places_and_thousands_of_jobs_apart() {
    PriceTable places = new PriceTable();
    PriceTable jobs = new PriceTable();
    for (int i = 0; i < 3_000; i++) {
      places.add(i, host(0), price(i));
      jobs.add(0, host(i), price(i));
    }
    for (int i = 0; i < 3_000; i++) {
      int job = jobs.job("job" + i);
      assertEquals(price(i), places.of(i, PriceTable.ANY, PriceTable.ANY, PriceTable.ANY));
      assertEquals(price(i), places.of(i, places.job("job0"), PriceTable.ANY, PriceTable.ANY));
      assertEquals(price(i), jobs.of(0, job, PriceTable.ANY, PriceTable.ANY));
      assertEquals(PriceTable.NO_SEAT, places.of(3_000 + i, PriceTable.ANY, PriceTable.ANY, 0));
      assertEquals(PriceTable.NO_SEAT, jobs.of(1, job, PriceTable.ANY, PriceTable.ANY));
    }
  }

  private static long price(int number) {
    return 10_000L - number;
  }

  private static Ambassador host(int number) {
    return new Ambassador(
        "a" + number, "job" + number, 48.85, 2.35, "justice", List.of(People.DAY), 1);
  }
}
