package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegionsTest {

  private static final LocalDate DAY = People.DAY;
  private static final Student FAR =
      new Student("far", List.of("dev"), false, -20.88, 55.45, 50, List.of(), List.of(DAY));
  private static final Ambassador FAR_HOST =
      new Ambassador("far", "dev", -20.9, 55.5, "justice", List.of(DAY), 1);

  @Test
  void an_island_is_a_region_of_its_own() {
    List<Instance> regions =
        Regions.of(
            People.instance(
                List.of(FAR, People.student("s"), People.student("t")),
                List.of(People.ambassador("a"), FAR_HOST)));
    assertEquals(
        List.of(
            People.instance(
                List.of(People.student("s"), People.student("t")), List.of(People.ambassador("a"))),
            People.instance(List.of(FAR), List.of(FAR_HOST))),
        regions);
  }

  @Test
  void a_frozen_pair_keeps_two_regions_together() {
    Instance instance =
        new Instance(
            List.of(FAR, People.student("s")),
            List.of(People.ambassador("a"), FAR_HOST),
            List.of(new PairIds("far", "a")),
            List.of(),
            DAY,
            1);
    assertEquals(List.of(instance), Regions.of(instance));
  }

  static LongStream numbers() {
    return LongStream.range(0, 400);
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void matched_one_by_one_they_are_the_best_of_all(long number) {
    Instance instance = SmallInstances.number(number, 8, 8);
    Matching joined =
        Regions.joined(instance, Regions.of(instance).stream().map(Matcher::match).toList());
    Matching whole = Matcher.match(instance);
    assertEquals(List.of(), Verifier.violations(instance, joined));
    assertEquals(whole.figures(), joined.figures());
  }

  @Test
  void many_of_these_instances_have_several_regions() {
    long several =
        numbers().filter(n -> Regions.of(SmallInstances.number(n, 8, 8)).size() > 1).count();
    assertTrue(several > 50, several + " of 400");
  }
}
