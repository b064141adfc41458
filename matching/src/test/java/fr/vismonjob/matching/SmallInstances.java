package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Small random instances with every feature on, always the same ones for the same number. */
final class SmallInstances {

  static final LocalDate EVENT_DAY = LocalDate.of(2026, 11, 24);

  private static final double[] RADII = {5, 15, 30, 50, 60, 120, 200};
  private static final int[] DAYS = {-14, -7, -6, 0, 1, 7, 8};

  private final Random random;

  private SmallInstances(long number) {
    random = new Random(number);
  }

  /** An instance of at most so many students and so many ambassadors. */
  static Instance number(long number, int mostStudents, int mostAmbassadors) {
    return new SmallInstances(number).instance(mostStudents, mostAmbassadors);
  }

  private Instance instance(int mostStudents, int mostAmbassadors) {
    double[][] communes = communes(1 + random.nextInt(5));
    int jobs = 1 + random.nextInt(4);
    int administrations = 1 + random.nextInt(4);
    List<Student> students = new ArrayList<>();
    for (int i = random.nextInt(mostStudents + 1); i > 0; i--) {
      double[] home = communes[random.nextInt(communes.length)];
      students.add(
          new Student(
              "s" + i,
              wishes("job", jobs, 1),
              random.nextInt(4) == 0,
              home[0],
              home[1],
              radius(home, communes),
              random.nextBoolean() ? List.of() : wishes("administration", administrations, 0),
              dates()));
    }
    List<Ambassador> ambassadors = new ArrayList<>();
    for (int i = random.nextInt(mostAmbassadors + 1); i > 0; i--) {
      double[] work = communes[random.nextInt(communes.length)];
      ambassadors.add(
          new Ambassador(
              "a" + i,
              "job" + random.nextInt(jobs),
              work[0],
              work[1],
              "administration" + random.nextInt(administrations),
              dates(),
              1 + random.nextInt(3)));
    }
    return new Instance(
        students,
        ambassadors,
        frozen(students, ambassadors),
        blocked(students, ambassadors),
        EVENT_DAY,
        random.nextLong());
  }

  /** Communes within some 200 km of each other, a few of them exactly at the same place. */
  private double[][] communes(int count) {
    double[][] communes = new double[count][];
    for (int c = 0; c < count; c++) {
      double spread = random.nextBoolean() ? 0.2 : 1.5;
      communes[c] =
          new double[] {
            47 + spread * (random.nextDouble() - 0.5), 2 + spread * (random.nextDouble() - 0.5)
          };
    }
    return communes;
  }

  /** Often a band's bound, sometimes exactly the distance of a commune. */
  private double radius(double[] home, double[][] communes) {
    double[] there = communes[random.nextInt(communes.length)];
    double exact = Haversine.km(home[0], home[1], there[0], there[1]);
    return random.nextInt(4) == 0 && exact > 0 ? exact : RADII[random.nextInt(RADII.length)];
  }

  private List<String> wishes(String kind, int kinds, int fewest) {
    Set<String> wishes = new LinkedHashSet<>();
    int count = Math.min(kinds, fewest + random.nextInt(4 - fewest));
    while (wishes.size() < count) {
      wishes.add(kind + random.nextInt(kinds));
    }
    return List.copyOf(wishes);
  }

  private List<LocalDate> dates() {
    Set<LocalDate> dates = new LinkedHashSet<>();
    if (random.nextInt(3) > 0) {
      dates.add(EVENT_DAY);
    }
    for (int more = random.nextInt(3); more > 0 || dates.isEmpty(); more--) {
      dates.add(EVENT_DAY.plusDays(DAYS[random.nextInt(DAYS.length)]));
    }
    return List.copyOf(dates);
  }

  private List<PairIds> frozen(List<Student> students, List<Ambassador> ambassadors) {
    List<Student> some = new ArrayList<>(students);
    Collections.shuffle(some, random);
    List<PairIds> pairs = new ArrayList<>();
    int[] seats = ambassadors.stream().mapToInt(Ambassador::capacity).toArray();
    for (Student student : some.subList(0, some.size() / 5)) {
      int a = ambassadors.isEmpty() ? -1 : random.nextInt(ambassadors.size());
      if (a >= 0 && seats[a]-- > 0) {
        pairs.add(new PairIds(student.id(), ambassadors.get(a).id()));
      }
    }
    return pairs;
  }

  private List<PairIds> blocked(List<Student> students, List<Ambassador> ambassadors) {
    List<PairIds> pairs = new ArrayList<>();
    for (Student student : students) {
      for (Ambassador ambassador : ambassadors) {
        if (random.nextInt(8) == 0) {
          pairs.add(new PairIds(student.id(), ambassador.id()));
        }
      }
    }
    return pairs;
  }

  /** The same instance with all its lists in another order. */
  static Instance shuffled(Instance instance, long seed) {
    Random random = new Random(seed);
    return new Instance(
        shuffled(instance.students(), random),
        shuffled(instance.ambassadors(), random),
        shuffled(instance.frozen(), random),
        shuffled(instance.blocked(), random),
        instance.eventDay(),
        instance.seed());
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }
}
