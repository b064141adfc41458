package fr.vismonjob.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where to recruit: jobs and places for which students are left over, each student by the job that
 * the student wants most. A greedy cover: first the job and place that suit most of them, then
 * those that suit most of the others, and so on, until everybody is counted, nobody twice. What a
 * job and place add only falls as others are chosen, so an earlier count is a bound (Minoux 1978).
 */
public final class Shortages {

  /** A job at a place, and how many students it added when last counted. */
  private record Spot(String job, Position place, int added) {}

  private static final Comparator<Spot> MOST_FIRST =
      Comparator.comparingInt(Spot::added)
          .reversed()
          .thenComparing(Spot::job)
          .thenComparingDouble(spot -> spot.place().lat())
          .thenComparingDouble(spot -> spot.place().lon());

  private static final String ANY = ""; // the favourite of those who name none; no job is empty

  private final Set<Position> places = new HashSet<>();
  private final Set<String> jobs = new HashSet<>();
  private final Places homes;
  private final double farthest; // nobody travels farther
  private final Map<Position, Places.Near> near = new HashMap<>(); // homes around each place
  private final List<List<Student>> all = new ArrayList<>(); // by home
  private final List<Map<String, List<Student>>> left = new ArrayList<>(); // by home and favourite

  private Shortages(Instance instance, Set<String> unpaired) {
    homes = Places.of(instance.students().stream().map(Position::of).toList());
    farthest = instance.students().stream().mapToDouble(Student::radiusKm).max().orElse(0);
    for (int home = 0; home < homes.count(); home++) {
      all.add(new ArrayList<>());
      left.add(new HashMap<>());
    }
    for (Student student : instance.students()) {
      places.add(Position.of(student));
      jobs.addAll(student.jobs());
      all.get(home(student)).add(student);
      if (unpaired.contains(student.id())) {
        left.get(home(student))
            .computeIfAbsent(favourite(student), _ -> new ArrayList<>())
            .add(student);
      }
    }
    for (Ambassador host : instance.ambassadors()) {
      places.add(Position.of(host));
      jobs.add(host.job());
    }
  }

  /**
   * The shortages of a pool, given its best matching; the greatest first. It assumes that recruits
   * are free on the same days as the students. Places are those of the people in the pool.
   */
  public static List<Shortage> of(Instance instance, Matching matching) {
    Set<String> unpaired = new HashSet<>();
    for (Unpaired person : matching.unpaired()) {
      if (person.role() == Unpaired.Role.STUDENT) {
        unpaired.add(person.person());
      }
    }
    return new Shortages(instance, unpaired).greatestFirst();
  }

  private List<Shortage> greatestFirst() {
    PriorityQueue<Spot> spots = new PriorityQueue<>(MOST_FIRST);
    for (Position place : places) {
      Map<String, Integer> wanting = new HashMap<>();
      reaching(place, home -> left.get(home).values().stream().flatMap(List::stream))
          .forEach(student -> wanting.merge(favourite(student), 1, Integer::sum));
      int any = wanting.getOrDefault(ANY, 0);
      for (String job : any > 0 ? jobs : wanting.keySet()) {
        spots.add(new Spot(job, place, wanting.getOrDefault(job, 0) + any));
      }
    }
    List<Shortage> shortages = new ArrayList<>();
    while (!spots.isEmpty()) {
      Spot spot = spots.remove();
      List<Student> added = wanting(spot);
      if (added.size() == spot.added()) {
        shortages.add(shortage(spot));
        added.forEach(this::remove);
      } else if (!added.isEmpty()) {
        spots.add(new Spot(spot.job(), spot.place(), added.size()));
      }
    }
    return shortages;
  }

  private Shortage shortage(Spot spot) {
    int students =
        (int)
            reaching(spot.place(), home -> all.get(home).stream())
                .filter(student -> Causes.wantsTheJob(student, spot.job()))
                .count();
    return new Shortage(spot.job(), spot.place().lat(), spot.place().lon(), students, spot.added());
  }

  private void remove(Student student) {
    left.get(home(student)).getOrDefault(favourite(student), List.of()).remove(student);
  }

  private int home(Student student) {
    return homes.number(Position.of(student));
  }

  /** The job that the student wants most. */
  private static String favourite(Student student) {
    return student.jobs().isEmpty() ? ANY : student.jobs().getFirst();
  }

  /** Those who are left over and want this job most. */
  private List<Student> wanting(Spot spot) {
    List<Student> wanting = new ArrayList<>();
    Places.Near around = near(spot.place());
    for (int i = 0; i < around.place().length; i++) {
      Map<String, List<Student>> there = left.get(around.place()[i]);
      for (String favourite : List.of(spot.job(), ANY)) {
        for (Student student : there.getOrDefault(favourite, List.of())) {
          if (around.km()[i] <= student.radiusKm()) {
            wanting.add(student);
          }
        }
      }
    }
    return wanting;
  }

  private Stream<Student> reaching(Position place, IntFunction<Stream<Student>> atHome) {
    Places.Near around = near(place);
    return IntStream.range(0, around.place().length)
        .boxed()
        .flatMap(
            i ->
                atHome
                    .apply(around.place()[i])
                    .filter(student -> around.km()[i] <= student.radiusKm()));
  }

  private Places.Near near(Position place) {
    return near.computeIfAbsent(place, from -> homes.within(from, farthest));
  }
}
