package fr.vismonjob.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
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

  private final Set<Position> places = new HashSet<>();
  private final Set<String> jobs = new HashSet<>();
  private final Map<Position, List<Student>> homes;
  private final Map<Position, List<Student>> left; // by home; those not counted yet

  private Shortages(Instance instance, Set<String> unpaired) {
    homes = byHome(instance.students().stream());
    left = byHome(instance.students().stream().filter(s -> unpaired.contains(s.id())));
    places.addAll(homes.keySet());
    instance.students().forEach(student -> jobs.addAll(student.jobs()));
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
      Map<String, Integer> added = new HashMap<>();
      reaching(place, left)
          .flatMap(student -> favourites(student).stream())
          .forEach(job -> added.merge(job, 1, Integer::sum));
      added.forEach((job, count) -> spots.add(new Spot(job, place, count)));
    }
    List<Shortage> shortages = new ArrayList<>();
    while (!spots.isEmpty()) {
      Spot spot = spots.remove();
      List<Student> added = wanting(spot).toList();
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
    int students = (int) suited(spot, homes).count();
    return new Shortage(spot.job(), spot.place().lat(), spot.place().lon(), students, spot.added());
  }

  private void remove(Student student) {
    Position home = Position.of(student);
    List<Student> others = left.getOrDefault(home, List.of());
    others.remove(student);
    if (others.isEmpty()) {
      left.remove(home);
    }
  }

  /** The job that the student wants most; any if none is named. */
  private Collection<String> favourites(Student student) {
    return student.jobs().isEmpty() ? jobs : student.jobs().subList(0, 1);
  }

  /** Those who are left over and want this job most. */
  private Stream<Student> wanting(Spot spot) {
    return reaching(spot.place(), left).filter(student -> favourites(student).contains(spot.job()));
  }

  private static Stream<Student> suited(Spot spot, Map<Position, List<Student>> homes) {
    return reaching(spot.place(), homes)
        .filter(student -> student.anyJob() || student.jobs().contains(spot.job()));
  }

  private static Stream<Student> reaching(Position place, Map<Position, List<Student>> homes) {
    return homes.entrySet().stream()
        .flatMap(
            home -> {
              double km = home.getKey().km(place);
              return home.getValue().stream().filter(student -> km <= student.radiusKm());
            });
  }

  private static Map<Position, List<Student>> byHome(Stream<Student> students) {
    Map<Position, List<Student>> homes = new HashMap<>();
    students.forEach(
        student ->
            homes.computeIfAbsent(Position.of(student), _ -> new ArrayList<>()).add(student));
    return homes;
  }
}
