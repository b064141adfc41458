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

  /** A student who travels so far. */
  static Student reaching(double km) {
    return new Student("s", List.of("dev"), false, 48.85, 2.35, km, List.of(), List.of(DAY));
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

  /**
   * A row of students each of whom would rather have seat i than seat i + 1, and one before them
   * with a choice between the first seat and a poor pair; so everybody has to move up.
   */
  static Instance row(int length) {
    LocalDate late = DAY.plusDays(10);
    List<Student> students = new ArrayList<>();
    List<Ambassador> ambassadors = new ArrayList<>();
    students.add(
        new Student(
            "first", List.of("j0", "x"), false, 48.85, 2.35, 200, List.of(), List.of(DAY, late)));
    ambassadors.add(new Ambassador("poor", "x", 50.2, 2.35, "justice", List.of(late), 1));
    for (int i = 0; i <= length; i++) {
      ambassadors.add(new Ambassador("a" + i, "j" + i, 48.85, 2.35, "justice", List.of(DAY), 1));
    }
    for (int i = 0; i < length; i++) {
      List<String> wishes = List.of("j" + i, "j" + (i + 1));
      students.add(new Student("s" + i, wishes, false, 48.85, 2.35, 50, List.of(), List.of(DAY)));
    }
    return instance(students, ambassadors);
  }
}
