package fr.vismonjob.e2e;

import fr.vismonjob.matching.Ambassador;
import fr.vismonjob.matching.Figures;
import fr.vismonjob.matching.Student;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The best matching of a handful of people, by trying them all. */
final class Enumeration {
  static final Comparator<Figures> BETTER =
      Comparator.comparingInt(Figures::pairs)
          .thenComparing(Comparator.comparingInt(Figures::under40).reversed())
          .thenComparing(Comparator.comparingInt(Figures::under60).reversed())
          .thenComparingLong(Figures::total);

  private static final Figures NONE = new Figures(0, 0, 0, 0);

  private final List<Student> students;
  private final List<Ambassador> ambassadors;
  private final LocalDate eventDay;
  private final Map<List<Integer>, Figures> known = new HashMap<>();

  private Enumeration(List<Student> students, List<Ambassador> ambassadors, LocalDate eventDay) {
    this.students = students;
    this.ambassadors = ambassadors;
    this.eventDay = eventDay;
  }

  static Figures best(List<Student> students, List<Ambassador> ambassadors, LocalDate eventDay) {
    List<Integer> seats = ambassadors.stream().map(Ambassador::capacity).toList();
    return new Enumeration(students, ambassadors, eventDay).best(0, seats);
  }

  /** The best for the students from one on, with these seats left. */
  private Figures best(int from, List<Integer> seats) {
    if (from == students.size()) {
      return NONE;
    }
    List<Integer> state = new ArrayList<>(seats);
    state.add(from);
    Figures found = known.get(state);
    if (found == null) {
      found = tried(from, seats);
      known.put(state, found);
    }
    return found;
  }

  private Figures tried(int from, List<Integer> seats) {
    Figures best = best(from + 1, seats); // without a pair for this one
    for (int a = 0; a < ambassadors.size(); a++) {
      var worth = Points.of(students.get(from), ambassadors.get(a), eventDay);
      if (seats.get(a) > 0 && worth.isPresent()) {
        List<Integer> left = new ArrayList<>(seats);
        left.set(a, seats.get(a) - 1);
        Figures with = plus(best(from + 1, left), worth.get().points());
        best = BETTER.compare(with, best) > 0 ? with : best;
      }
    }
    return best;
  }

  static Figures plus(Figures figures, int points) {
    return new Figures(
        figures.pairs() + 1,
        figures.under40() + (points < 40 ? 1 : 0),
        figures.under60() + (points < 60 ? 1 : 0),
        figures.total() + points);
  }

  static Figures of(List<Integer> scores) {
    Figures figures = NONE;
    for (int points : scores) {
      figures = plus(figures, points);
    }
    return figures;
  }
}
