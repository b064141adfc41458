package fr.vismonjob.matching.cli;

import fr.vismonjob.matching.Ambassador;
import fr.vismonjob.matching.Instance;
import fr.vismonjob.matching.Matcher;
import fr.vismonjob.matching.Matching;
import fr.vismonjob.matching.Student;
import fr.vismonjob.matching.Verifier;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Matches a few invented people while the files are read. A small run spends most of its time on
 * loading classes; so a second processor has loaded most of them before they are needed.
 */
final class Rehearsal {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private Rehearsal() {}

  /** Returns nothing that anybody needs. */
  static Matching run() throws IOException, RefusedException {
    List<Student> students = new ArrayList<>();
    List<Ambassador> ambassadors = new ArrayList<>();
    for (int number = 0; number < 8; number++) {
      students.add(student(number));
      ambassadors.add(ambassador(number));
    }
    Instance instance = new Instance(students, ambassadors, List.of(), List.of(), DAY, 1);
    Matching matching = Matcher.match(instance);
    Verifier.violations(instance, matching);
    OutputFiles.pairs(instance, matching).writeTo(new StringBuilder());
    return matching;
  }

  /** Some get their first wish, some another job or day, and some nobody. */
  private static Student student(int number) {
    return new Student(
        "student" + number,
        List.of("job" + number % 3, "job3"),
        number % 4 == 0,
        48 + number * 0.05,
        2,
        10,
        List.of("administration" + number % 2),
        List.of(DAY, DAY.plusDays(number + 1)));
  }

  private static Ambassador ambassador(int number) {
    return new Ambassador(
        "ambassador" + number,
        number % 2 == 0 ? "job1" : "job4",
        48 + number * 0.05,
        2.01,
        "administration" + number % 3,
        List.of(DAY.plusDays(number % 3)),
        1);
  }
}
