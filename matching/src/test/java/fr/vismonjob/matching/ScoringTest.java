package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTest {

  private static final LocalDate DAY = People.DAY;

  @ParameterizedTest
  @CsvSource({"0,30", "5,30", "5.001,25", "15,25", "30,20", "60,12", "120,6", "120.1,2"})
  void a_band_includes_its_bound(double km, int points) {
    assertEquals(points, Points.place(km));
  }

  @ParameterizedTest
  @CsvSource({"0,10", "1,5", "7,5", "8,2"})
  void days_near_the_event_count_more(int days, int points) {
    assertEquals(points, Points.date(days));
  }

  @Test
  void paris_to_lyon_is_some_392_km() {
    assertEquals(391.5, Haversine.km(48.8566, 2.3522, 45.7640, 4.8357), 0.5);
  }

  @Test
  void the_best_pair_scores_100() {
    Pair pair = pair(People.student("s"), People.ambassador("a")).orElseThrow();
    assertEquals(100, pair.score());
    assertEquals(DAY, pair.date());
  }

  @Test
  void of_two_days_equally_near_the_event_the_later_is_taken() {
    List<LocalDate> days = List.of(DAY.minusDays(2), DAY.plusDays(2), DAY.plusDays(9));
    assertEquals(Optional.of(DAY.plusDays(2)), Scoring.sharedDay(days, days, DAY));
  }

  @Test
  void beyond_the_radius_there_is_no_pair() {
    Ambassador lyon = new Ambassador("a", "dev", 45.764, 4.8357, "justice", List.of(DAY), 1);
    assertTrue(pair(People.student("s"), lyon).isEmpty());
  }

  @Test
  void a_place_exactly_at_the_radius_is_within_it_and_beyond_it_is_told_as_such() {
    Ambassador north = new Ambassador("a", "dev", 49.1, 2.35, "justice", List.of(DAY), 1);
    double km = Haversine.km(48.85, 2.35, 49.1, 2.35);
    Pair within = pair(People.reaching(km), north).orElseThrow();
    assertEquals(new Reason.PlaceReason(km, 20), within.reasons().get(1));
    Student nearly = People.reaching(Math.nextDown(km));
    assertTrue(pair(nearly, north).isEmpty());
    assertEquals(
        new Reason.DistantPlaceReason(km, 20),
        Scoring.imposed(nearly, north, DAY).orElseThrow().reasons().get(1));
  }

  @Test
  void any_job_makes_a_pair_possible_but_scores_less_than_a_wish() {
    Student open =
        new Student("s", List.of("data"), true, 48.85, 2.35, 50, List.of(), List.of(DAY));
    assertEquals(70, pair(open, People.ambassador("a")).orElseThrow().score());
  }

  private static Optional<Pair> pair(Student student, Ambassador ambassador) {
    return Scoring.pair(student, ambassador, DAY);
  }
}
