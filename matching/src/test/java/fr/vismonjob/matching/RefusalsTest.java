package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and pools cannot be, and the last value of each that they can. */
class RefusalsTest {

  private static final LocalDate DAY = People.DAY;
  private static final String LONGEST = "x".repeat(200);

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void an_empty_code_is_refused(String code) {
    assertRefused("id", "it is empty", () -> People.student(code));
    assertRefused("id", "it is empty", () -> People.ambassador(code));
    assertRefused("job", "it is empty", () -> host(code, "justice"));
    assertRefused("administration", "it is empty", () -> host("dev", code));
    assertRefused("jobs", "it is empty", () -> wishing(List.of("dev", code), List.of()));
    assertRefused("administrations", "it is empty", () -> wishing(List.of(), List.of(code)));
    assertRefused("student", "it is empty", () -> new PairIds(code, "a"));
    assertRefused("ambassador", "it is empty", () -> new PairIds("s", code));
  }

  @Test
  void a_code_of_more_than_200_characters_is_refused() {
    String message = "201 characters where at most 200 are allowed";
    assertDoesNotThrow(() -> People.student(LONGEST));
    assertRefused("id", message, () -> People.student(LONGEST + "x"));
    assertRefused("id", message, () -> People.ambassador(LONGEST + "x"));
  }

  @ParameterizedTest
  @CsvSource({"90,180", "-90,-180", "0,0"})
  void the_poles_and_the_date_line_are_on_the_earth(double lat, double lon) {
    assertDoesNotThrow(() -> studentAt(lat, lon));
    assertDoesNotThrow(() -> hostAt(lat, lon));
  }

  @ParameterizedTest
  @ValueSource(doubles = {90.1, 91, -90.1, Double.NaN, Double.POSITIVE_INFINITY})
  void a_latitude_beyond_the_poles_is_refused(double lat) {
    String message = "latitude " + lat + " is not between -90 and 90";
    assertRefused("lat", message, () -> studentAt(lat, 0));
    assertRefused("lat", message, () -> hostAt(lat, 0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {180.1, -180.1, Double.NaN})
  void a_longitude_beyond_the_date_line_is_refused(double lon) {
    String message = "longitude " + lon + " is not between -180 and 180";
    assertRefused("lon", message, () -> studentAt(0, lon));
    assertRefused("lon", message, () -> hostAt(0, lon));
  }

  @Test
  void a_fourth_wish_and_a_repeated_one_are_refused() {
    List<String> three = List.of("a", "b", "c");
    List<String> four = List.of("a", "b", "c", "d");
    assertDoesNotThrow(() -> wishing(three, three));
    assertRefused("jobs", "more than 3 wishes", () -> wishing(four, List.of()));
    assertRefused("administrations", "more than 3 wishes", () -> wishing(three, four));
    assertRefused("jobs", "repeated wish: [a, b, a]", () -> wishing(List.of("a", "b", "a"), three));
    assertRefused("jobs", "repeated wish: [a, a]", () -> wishing(List.of("a", "a"), List.of()));
    assertRefused(
        "administrations", "repeated wish: [a, a]", () -> wishing(three, List.of("a", "a")));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void a_radius_that_is_none_is_refused(double km) {
    assertRefused("radiusKm", "radius " + km + " km is not positive", () -> People.reaching(km));
  }

  @Test
  void the_smallest_radius_is_one() {
    assertDoesNotThrow(() -> People.reaching(Double.MIN_VALUE));
  }

  @ParameterizedTest
  @CsvSource({"0,false", "1,true", "1000,true", "1001,false", "-1,false"})
  void an_ambassador_takes_from_one_to_a_thousand_students(int seats, boolean isOne) {
    if (isOne) {
      assertEquals(seats, hosting(seats).capacity());
    } else {
      String message = "capacity " + seats + " is not between 1 and 1000";
      assertRefused("capacity", message, () -> hosting(seats));
    }
  }

  @Test
  void days_are_put_in_order_and_none_is_repeated() {
    List<LocalDate> mixed = List.of(DAY.plusDays(2), DAY, DAY.plusDays(1));
    List<LocalDate> ordered = List.of(DAY, DAY.plusDays(1), DAY.plusDays(2));
    assertEquals(ordered, on(mixed).dates());
    assertSame(ordered, on(ordered).dates(), "of a hundred thousand people, none is copied");
    assertRefused("dates", "no date is given", () -> on(List.of()));
    assertRefused(
        "dates", "repeated date: 2026-11-24", () -> on(List.of(DAY, DAY.plusDays(1), DAY)));
    assertRefused("dates", "repeated date: 2026-11-24", () -> on(List.of(DAY, DAY)));
  }

  @Test
  void a_year_has_four_digits_at_most() {
    LocalDate first = LocalDate.of(1, 1, 1);
    LocalDate last = LocalDate.of(9999, 12, 31);
    assertEquals(List.of(first, last), on(List.of(first, last)).dates());
    for (LocalDate day : List.of(first.minusDays(1), last.plusDays(1))) {
      String message = "the year of " + day + " is not between 1 and 9999";
      assertRefused("dates", message, () -> on(List.of(day)));
      assertRefused(
          "eventDay",
          message,
          () -> new Instance(List.of(), List.of(), List.of(), List.of(), day, 1));
    }
  }

  @Test
  void a_pool_names_who_is_there_twice_or_is_not_there() {
    Student student = People.student("s");
    Ambassador host = People.ambassador("a");
    assertRefused("student s appears twice", List.of(student, student), List.of(host), List.of());
    assertRefused("ambassador a appears twice", List.of(student), List.of(host, host), List.of());
    assertRefused(
        "frozen student t is unknown",
        List.of(student),
        List.of(host),
        List.of(new PairIds("t", "a")));
    assertRefused(
        "frozen ambassador b is unknown",
        List.of(student),
        List.of(host),
        List.of(new PairIds("s", "b")));
    assertRefused(
        "student s is frozen twice",
        List.of(student),
        List.of(host, People.ambassador("b")),
        List.of(new PairIds("s", "a"), new PairIds("s", "b")));
    assertRefused(
        "ambassador a has more frozen pairs than seats",
        List.of(student, People.student("t")),
        List.of(host),
        List.of(new PairIds("s", "a"), new PairIds("t", "a")));
  }

  @Test
  void every_seat_can_be_frozen_and_an_unknown_pair_blocked() {
    Ambassador three = hosting(3);
    List<Student> students = List.of(People.student("s"), People.student("t"), People.student("u"));
    List<PairIds> frozen =
        students.stream().map(student -> new PairIds(student.id(), "a")).toList();
    List<PairIds> blocked = List.of(new PairIds("gone", "too"));
    assertDoesNotThrow(() -> new Instance(students, List.of(three), frozen, blocked, DAY, 1));
  }

  /** The seats are counted before the names: a thousand million of them may be counted. */
  @Test
  void a_pool_has_a_thousand_million_seats_at_most() {
    List<Ambassador> most = Collections.nCopies(1_000_000, hosting(1000));
    List<Ambassador> more = new ArrayList<>(most);
    more.add(hosting(1));
    assertRefused("ambassador a appears twice", List.of(), most, List.of());
    assertRefused("the ambassadors have more than 1000000000 seats", List.of(), more, List.of());
  }

  @Test
  void a_pool_has_a_million_different_jobs_administrations_and_days_at_most() {
    List<String> codes = IntStream.rangeClosed(0, 1_000_000).mapToObj(Integer::toString).toList();
    assertRefused(
        "more than 1000000 different jobs",
        List.of(),
        codes.stream().map(job -> host(job, "justice")).toList(),
        List.of());
    assertRefused(
        "more than 1000000 different administrations",
        List.of(),
        codes.stream().map(administration -> host("dev", administration)).toList(),
        List.of());
    LocalDate first = LocalDate.of(1, 1, 1);
    List<LocalDate> days = first.datesUntil(first.plusDays(1_000_001)).toList();
    assertRefused("more than 1000000 different days", List.of(), List.of(hostOn(days)), List.of());
    List<Ambassador> most = List.of(hostOn(days.subList(1, days.size())));
    assertDoesNotThrow(() -> People.instance(List.of(), most));
  }

  private static void assertRefused(
      String message, List<Student> students, List<Ambassador> hosts, List<PairIds> frozen) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Instance(students, hosts, frozen, List.of(), DAY, 1));
    assertEquals(message, refusal.getMessage());
  }

  private static void assertRefused(String field, String message, Executable making) {
    InvalidValueException refusal = assertThrows(InvalidValueException.class, making);
    assertEquals(message, refusal.getMessage());
    assertEquals(field, refusal.field());
  }

  private static Student wishing(List<String> jobs, List<String> administrations) {
    return new Student("s", jobs, true, 48.85, 2.35, 50, administrations, List.of(DAY));
  }

  private static Student studentAt(double lat, double lon) {
    return new Student("s", List.of("dev"), false, lat, lon, 50, List.of(), List.of(DAY));
  }

  private static Student on(List<LocalDate> days) {
    return new Student("s", List.of("dev"), false, 48.85, 2.35, 50, List.of(), days);
  }

  private static Ambassador hostAt(double lat, double lon) {
    return new Ambassador("a", "dev", lat, lon, "justice", List.of(DAY), 1);
  }

  private static Ambassador host(String job, String administration) {
    return new Ambassador("a", job, 48.85, 2.35, administration, List.of(DAY), 1);
  }

  private static Ambassador hostOn(List<LocalDate> days) {
    return new Ambassador("a", "dev", 48.85, 2.35, "justice", days, 1);
  }

  private static Ambassador hosting(int seats) {
    return new Ambassador("a", "dev", 48.85, 2.35, "justice", List.of(DAY), seats);
  }
}
