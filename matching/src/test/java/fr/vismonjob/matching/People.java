package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Builds people for the tests: ordinary ones, of whom each test changes what it is about. */
final class People {

  static final LocalDate DAY = SmallInstances.EVENT_DAY;

  private People() {}

  static Student student(String id) {
    return new Student(id, List.of("dev"), false, 48.85, 2.35, 50, List.of(), List.of(DAY));
  }

  static Ambassador ambassador(String id) {
    return new Ambassador(id, "dev", 48.85, 2.35, "justice", List.of(DAY), 1);
  }

  static Instance instance(List<Student> students, List<Ambassador> ambassadors) {
    return new Instance(students, ambassadors, List.of(), List.of(), DAY, 1);
  }

  static Instance twoStudentsForOneSeat(long seed) {
    return new Instance(
        List.of(student("s1"), student("s2")),
        List.of(ambassador("a1")),
        List.of(),
        List.of(),
        DAY,
        seed);
  }

  /** The instance after a student withdrew: all other pairs are frozen. */
  static Instance without(Instance instance, String student, List<Pair> pairs) {
    List<PairIds> frozen = new ArrayList<>(instance.frozen());
    for (Pair pair : pairs) {
      if (!pair.student().equals(student)) {
        frozen.add(new PairIds(pair.student(), pair.ambassador()));
      }
    }
    return new Instance(
        instance.students().stream().filter(s -> !s.id().equals(student)).toList(),
        instance.ambassadors(),
        frozen,
        instance.blocked(),
        instance.eventDay(),
        instance.seed());
  }
}
