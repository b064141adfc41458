package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules as the verifier writes them: the numbers here are those of the regulations. */
class RecountTest {

  private static final LocalDate DAY = People.DAY;
  private static final long PAIR = 1L << 59;
  private static final long UNDER_40 = 1L << 41;
  private static final long UNDER_60 = 1L << 23;

  @ParameterizedTest
  @CsvSource({
    "0,30",
    "5,30",
    "5.001,25",
    "15,25",
    "15.001,20",
    "30,20",
    "30.001,12",
    "60,12",
    "60.001,6",
    "120,6",
    "120.001,2",
    "900,2"
  })
  void a_band_includes_its_bound(double km, int points) {
    assertEquals(points, Recount.place(km));
    assertEquals(points, Points.place(km));
  }

  @ParameterizedTest
  @CsvSource({"first,40", "second,30", "third,20", "other,-1"})
  void an_earlier_wish_for_a_job_brings_more(String job, int points) {
    assertEquals(points, Recount.job(wishing(false), job));
    assertEquals(points < 0 ? 10 : points, Recount.job(wishing(true), job));
  }

  @ParameterizedTest
  @CsvSource({"first,20", "second,14", "third,8", "other,0"})
  void an_earlier_wish_for_an_administration_brings_more(String administration, int points) {
    assertEquals(points, Recount.administration(wishing(false), administration));
    assertEquals(20, Recount.administration(People.student("s"), administration));
  }

  @ParameterizedTest
  @CsvSource({"-8,2", "-7,5", "-1,5", "0,10", "1,5", "7,5", "8,2"})
  void days_near_the_event_count_more(int days, int points) {
    assertEquals(points, Recount.date(DAY.plusDays(days), DAY));
    assertEquals(points, Points.date(Math.abs(days)));
  }

  @ParameterizedTest
  @CsvSource({
    "-2|3|9,-2|3|9,-2",
    "-2|2|9,-2|2|9,2",
    "2|-2,-2|2,2",
    "-3|0|1,-3|0|1,0",
    "-3|0,-3|1,-3"
  })
  void the_nearest_shared_day_is_taken_and_the_later_of_two(String ones, String others, int day) {
    assertEquals(DAY.plusDays(day), Recount.sharedDay(days(ones), days(others), DAY));
  }

  @Test
  void without_a_shared_day_the_farthest_past_stands_for_it() {
    assertEquals(LocalDate.MIN, Recount.sharedDay(days("0|1"), days("2|3"), DAY));
  }

  /** Of a quarter of the equator and of a meridian: known without any formula of distances. */
  @Test
  void a_quarter_of_the_earth_is_ten_thousand_kilometres() {
    double quarter = Math.PI / 2 * 6371.0088;
    assertEquals(quarter, Recount.km(0, 0, 0, 90), 1e-9);
    assertEquals(quarter, Recount.km(0, 2, 90, 2), 1e-9);
    assertEquals(quarter, Haversine.km(0, 0, 0, 90), 1e-9);
    assertEquals(quarter, Haversine.km(0, 2, 90, 2), 1e-9);
    assertEquals(2 * quarter, Recount.km(45, 0, -45, 180), 1e-9);
    assertEquals(2 * quarter, Haversine.km(45, 0, -45, 180), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "39,1", "40,0", "59,0"})
  void a_score_under_40_or_60_costs_more_than_any_points(int score, int under40) {
    long worth = PAIR + score - under40 * UNDER_40 - UNDER_60;
    assertEquals(worth, Recount.worth(score));
    assertEquals(worth, Worth.of(score));
  }

  @ParameterizedTest
  @CsvSource({"60", "100"})
  void a_score_from_60_on_costs_nothing(int score) {
    assertEquals(PAIR + score, Recount.worth(score));
    assertEquals(PAIR + score, Worth.of(score));
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,0,2097151,true",
    "0,0,0,2097152,false",
    "0,0,0,-2097151,true",
    "0,0,0,-2097152,false",
    "0,0,65535,0,true",
    "0,0,65536,0,false",
    "0,0,-65535,0,true",
    "0,0,-65536,0,false",
    "0,65535,0,0,true",
    "0,65536,0,0,false",
    "0,-65535,0,0,true",
    "0,-65536,0,0,false",
    "1,0,0,0,true",
    "2,0,0,0,false",
    "-1,0,0,0,true",
    "-2,0,0,0,false",
    "2,-1,0,0,false",
    "-1,-1,0,0,true",
    "1,-1,-1,39,true",
    "-1,1,1,-39,true",
    "1,-65535,-65535,-2097151,true",
    "1,-65536,-65535,-2097151,false"
  })
  void four_numbers_are_readable_while_none_runs_into_another(
      int pairs, int under40, int under60, int total, boolean isReadable) {
    long value = pairs * PAIR + under40 * UNDER_40 + under60 * UNDER_60 + total;
    assertEquals(isReadable, Recount.isReadable(value));
  }

  @ParameterizedTest
  @CsvSource({
    "3,-2,-3,137",
    "0,0,0,0",
    "-3,2,3,-137",
    "7,-131071,131071,4194303",
    "1,131071,-131071,-4194304"
  })
  void four_numbers_are_read_from_one(int pairs, int weak, int middling, int total) {
    long value = pairs * PAIR + weak * UNDER_40 + middling * UNDER_60 + total;
    assertEquals(pairs, Worth.pairs(value));
    assertEquals(weak, Worth.weak(value));
    assertEquals(middling, Worth.middling(value));
    assertEquals(total, Worth.total(value));
  }

  private static Student wishing(boolean anyJob) {
    List<String> wishes = List.of("first", "second", "third");
    return new Student("s", wishes, anyJob, 48.85, 2.35, 50, wishes, List.of(DAY));
  }

  private static List<LocalDate> days(String fromEvent) {
    return List.of(fromEvent.split("\\|")).stream()
        .map(days -> DAY.plusDays(Integer.parseInt(days)))
        .toList();
  }
}
