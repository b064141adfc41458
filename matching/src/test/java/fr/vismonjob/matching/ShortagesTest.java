package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShortagesTest {

  @Test
  void whoever_is_left_over_shows_where_to_recruit() {
    Instance instance = People.twoStudentsForOneSeat(1);
    assertEquals(List.of(new Shortage("dev", 48.85, 2.35, 2, 1)), shortages(instance));
  }

  @Test
  void the_place_that_suits_most_of_those_left_over_comes_first_and_counts_them_once() {
    // 0.3 degrees of latitude are 33 km: from the middle both ends are near, from an end only the
    // middle. Who wishes for data has one place only.
    Instance instance =
        People.instance(
            List.of(
                at(48.5, "dev", "data"), at(48.8, "dev"), at(49.1, "dev"), at(49.1, "dev", "data")),
            List.of());
    assertEquals(List.of(new Shortage("dev", 48.8, 2.35, 4, 4)), shortages(instance));
  }

  @Test
  void each_counts_for_the_job_that_they_want_most() {
    Instance instance =
        People.instance(
            List.of(at(48.8, "dev", "data"), at(48.81, "data", "dev"), at(48.82, "dev", "data")),
            List.of());
    assertEquals(List.of(2, 1), shortages(instance).stream().map(Shortage::leftOver).toList());
    assertEquals(List.of("dev", "data"), shortages(instance).stream().map(Shortage::job).toList());
  }

  @Test
  void of_shortages_as_great_the_job_decides_then_the_place() {
    Instance instance =
        People.instance(
            List.of(
                at(45, 2, "b"), at(47, 2, "b"), at(45, -2, "b"), at(50, 2, "a"), at(50, -2, "c")),
            List.of());
    assertEquals(
        List.of(
            new Shortage("a", 50, 2, 1, 1),
            new Shortage("b", 45, -2, 1, 1),
            new Shortage("b", 45, 2, 1, 1),
            new Shortage("b", 47, 2, 1, 1),
            new Shortage("c", 50, -2, 1, 1)),
        shortages(instance));
  }

  @Test
  void of_many_places_as_short_the_southernmost_comes_first_then_the_westernmost() {
    List<Student> students = new ArrayList<>();
    List<Shortage> expected = new ArrayList<>();
    for (int lat = 42; lat <= 50; lat += 2) {
      for (int lon = -4; lon <= 6; lon += 2) {
        students.addFirst(at(lat, lon, "b"));
        expected.add(new Shortage("b", lat, lon, 1, 1));
      }
    }
    assertEquals(expected, shortages(People.instance(students, List.of())));
  }

  /** 33 km lie between the two places. */
  @Test
  void only_students_who_want_the_job_and_travel_so_far_could_go_there() {
    Instance instance =
        People.instance(
            List.of(
                reaching("s", 48.8, 20, "dev"),
                reaching("t", 48.8, 20, "dev"),
                reaching("u", 48.8, 20, "data"),
                reaching("v", 49.1, 30, "dev"),
                reaching("w", 49.1, 50, "data", "dev")),
            List.of());
    assertEquals(
        List.of(
            new Shortage("data", 48.8, 2.35, 2, 2),
            new Shortage("dev", 48.8, 2.35, 3, 2),
            new Shortage("dev", 49.1, 2.35, 2, 1)),
        shortages(instance));
  }

  @Test
  void a_student_who_travels_exactly_so_far_could_go_there() {
    double km = Haversine.km(49.1, 2.35, 48.8, 2.35);
    Instance instance =
        People.instance(
            List.of(reaching("s", 48.8, 5, "dev"), reaching("t", 49.1, km, "dev")), List.of());
    assertEquals(List.of(new Shortage("dev", 48.8, 2.35, 2, 2)), shortages(instance));
  }

  @Test
  void those_who_name_no_job_add_to_those_who_do() {
    List<Student> students = new ArrayList<>();
    for (String id : List.of("s", "t")) {
      students.add(
          new Student(id, List.of(), true, 48.8, 2.35, 50, List.of(), List.of(People.DAY)));
      students.add(reaching("law " + id, 43, 50, "law"));
    }
    students.add(reaching("u", 48.8, 50, "dev"));
    assertEquals(
        List.of(new Shortage("dev", 48.8, 2.35, 3, 3), new Shortage("law", 43, 2.35, 2, 2)),
        shortages(People.instance(students, List.of())));
  }

  @Test
  void who_names_no_job_counts_for_any_that_somebody_has() {
    Student open =
        new Student("s", List.of(), true, 48.8, 2.35, 50, List.of(), List.of(People.DAY));
    List<Ambassador> farAway =
        Stream.of("data", "army")
            .map(job -> new Ambassador(job, job, 43, 2.35, "justice", List.of(People.DAY), 1))
            .toList();
    assertEquals(
        List.of(new Shortage("army", 48.8, 2.35, 1, 1)),
        shortages(People.instance(List.of(open), farAway)));
  }

  @Test
  void a_pool_that_fits_has_no_shortage() {
    Instance instance =
        People.instance(List.of(People.student("s")), List.of(People.ambassador("a")));
    assertEquals(List.of(), shortages(instance));
  }

  static LongStream numbers() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void recruiting_as_advised_leaves_nobody_over(long number) {
    Instance instance = SmallInstances.number(number, 12, 6);
    Instance recruited =
        new Instance(
            instance.students(),
            Stream.concat(instance.ambassadors().stream(), recruits(instance).stream()).toList(),
            instance.frozen(),
            instance.blocked(),
            instance.eventDay(),
            instance.seed());
    assertEquals(
        List.of(),
        Matcher.match(recruited).unpaired().stream()
            .filter(person -> person.role() == Unpaired.Role.STUDENT)
            .toList());
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void the_order_of_the_input_does_not_matter(long number) {
    Instance instance = SmallInstances.number(number, 12, 6);
    assertEquals(shortages(instance), shortages(SmallInstances.shuffled(instance, number)));
  }

  private static List<Ambassador> recruits(Instance instance) {
    List<LocalDate> allDays =
        instance.students().stream()
            .flatMap(student -> student.dates().stream())
            .distinct()
            .toList();
    List<Ambassador> recruits = new ArrayList<>();
    for (Shortage shortage : shortages(instance)) {
      recruits.add(
          new Ambassador(
              "recruit" + recruits.size(),
              shortage.job(),
              shortage.lat(),
              shortage.lon(),
              "any",
              allDays,
              shortage.leftOver()));
    }
    return recruits;
  }

  private static Student at(double lat, String... jobs) {
    return at(lat, 2.35, jobs);
  }

  private static Student at(double lat, double lon, String... jobs) {
    String id = lat + " " + lon + String.join("", jobs);
    return new Student(id, List.of(jobs), false, lat, lon, 50, List.of(), List.of(People.DAY));
  }

  private static Student reaching(String id, double lat, double km, String... jobs) {
    return new Student(id, List.of(jobs), false, lat, 2.35, km, List.of(), List.of(People.DAY));
  }

  private static List<Shortage> shortages(Instance instance) {
    return Shortages.of(instance, Matcher.match(instance));
  }
}
