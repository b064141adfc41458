package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final LocalDate DAY = People.DAY;

  private final Student student = student("s", "dev", 48.85, 2.35, 50, "justice", DAY);
  private final Student other = People.student("t");
  private final Ambassador host = host("a", "dev", 48.85, 2.35, "justice", DAY, 2);
  private final Ambassador second = People.ambassador("b");

  /** A run of long ago can be compared with its repetition as long as this holds. */
  @Test
  void it_stays_what_it_was() {
    assertEquals(
        "4241deeac3c7fe822991cd86632e9e71ed2985f26dcfcf5f56831f2534a3a1ed",
        Fingerprint.sha256(instance(List.of(student, other), List.of(host, second))));
  }

  @Test
  void anything_else_in_the_input_gives_another() {
    List<Instance> all =
        Stream.concat(
                Stream.of(
                        student("s2", "dev", 48.85, 2.35, 50, "justice", DAY),
                        student("s", "data", 48.85, 2.35, 50, "justice", DAY),
                        student("s", "dev", 48.86, 2.35, 50, "justice", DAY),
                        student("s", "dev", 48.85, 2.36, 50, "justice", DAY),
                        student("s", "dev", 48.85, 2.35, 51, "justice", DAY),
                        student("s", "dev", 48.85, 2.35, 50, "culture", DAY),
                        student("s", "dev", 48.85, 2.35, 50, "justice", DAY.plusDays(1)),
                        openTo("dev", "data"),
                        openTo("data", "dev"),
                        new Student(
                            "s",
                            List.of("dev"),
                            true,
                            48.85,
                            2.35,
                            50,
                            List.of("justice"),
                            List.of(DAY)))
                    .map(changed -> instance(List.of(changed, other), List.of(host, second))),
                Stream.of(
                        host("a2", "dev", 48.85, 2.35, "justice", DAY, 2),
                        host("a", "data", 48.85, 2.35, "justice", DAY, 2),
                        host("a", "dev", 48.86, 2.35, "justice", DAY, 2),
                        host("a", "dev", 48.85, 2.36, "justice", DAY, 2),
                        host("a", "dev", 48.85, 2.35, "culture", DAY, 2),
                        host("a", "dev", 48.85, 2.35, "justice", DAY.plusDays(1), 2),
                        host("a", "dev", 48.85, 2.35, "justice", DAY, 3))
                    .map(changed -> instance(List.of(student, other), List.of(changed, second))))
            .toList();
    List<PairIds> one = List.of(new PairIds("t", "b"));
    List<PairIds> another = List.of(new PairIds("s2", "b"));
    Set<String> different = new HashSet<>();
    all.forEach(instance -> different.add(Fingerprint.sha256(instance)));
    List<Instance> more =
        List.of(
            instance(List.of(student, other), List.of(host, second)),
            instance(List.of(student), List.of(host, second)),
            instance(List.of(student, other), List.of(host)),
            with(one, List.of(), DAY, 1),
            with(List.of(), one, DAY, 1),
            with(List.of(), another, DAY, 1),
            with(List.of(), List.of(new PairIds("t", "a2")), DAY, 1),
            with(List.of(), List.of(), DAY.plusDays(1), 1),
            with(List.of(), List.of(), DAY, 2));
    more.forEach(instance -> different.add(Fingerprint.sha256(instance)));
    assertEquals(all.size() + more.size(), different.size());
  }

  @Test
  void the_order_of_people_and_pairs_does_not_count() {
    Instance ordered =
        new Instance(
            List.of(student, other),
            List.of(host, second),
            List.of(new PairIds("s", "a"), new PairIds("t", "a")),
            List.of(new PairIds("s", "a"), new PairIds("s", "b"), new PairIds("t", "b")),
            DAY,
            1);
    Instance reversed =
        new Instance(
            ordered.students().reversed(),
            ordered.ambassadors().reversed(),
            ordered.frozen().reversed(),
            ordered.blocked().reversed(),
            DAY,
            1);
    assertEquals(Fingerprint.sha256(ordered), Fingerprint.sha256(reversed));
  }

  private Instance with(List<PairIds> frozen, List<PairIds> blocked, LocalDate day, long seed) {
    return new Instance(List.of(student, other), List.of(host, second), frozen, blocked, day, seed);
  }

  private static Instance instance(List<Student> students, List<Ambassador> ambassadors) {
    return People.instance(students, ambassadors);
  }

  private static Student openTo(String... jobs) {
    return new Student(
        "s", List.of(jobs), false, 48.85, 2.35, 50, List.of("justice"), List.of(DAY));
  }

  private static Student student(
      String id, String job, double lat, double lon, double km, String wish, LocalDate day) {
    return new Student(id, List.of(job), false, lat, lon, km, List.of(wish), List.of(day));
  }

  private static Ambassador host(
      String id, String job, double lat, double lon, String where, LocalDate day, int seats) {
    return new Ambassador(id, job, lat, lon, where, List.of(day), seats);
  }
}
