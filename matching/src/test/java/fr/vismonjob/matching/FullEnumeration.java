package fr.vismonjob.matching;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The best figures of an instance, found by trying every matching there is. */
final class FullEnumeration {

  private static final Comparator<Figures> BETTER =
      Comparator.comparingInt(Figures::pairs)
          .thenComparing(Comparator.comparingInt(Figures::under40).reversed())
          .thenComparing(Comparator.comparingInt(Figures::under60).reversed())
          .thenComparingLong(Figures::total);

  private final Instance instance;
  private final List<Student> students;
  private final int[] seats;
  private final Set<PairIds> blocked;
  private Figures best = new Figures(0, 0, 0, 0);

  private FullEnumeration(Instance instance) {
    this.instance = instance;
    Set<String> settled = new HashSet<>();
    instance.frozen().forEach(pair -> settled.add(pair.student()));
    students = instance.students().stream().filter(s -> !settled.contains(s.id())).toList();
    seats =
        instance.ambassadors().stream()
            .mapToInt(
                host ->
                    host.capacity()
                        - (int)
                            instance.frozen().stream()
                                .filter(pair -> pair.ambassador().equals(host.id()))
                                .count())
            .toArray();
    blocked = new HashSet<>(instance.blocked());
  }

  static Figures best(Instance instance) {
    FullEnumeration enumeration = new FullEnumeration(instance);
    enumeration.tryFrom(0, new Figures(0, 0, 0, 0));
    return enumeration.best;
  }

  private void tryFrom(int s, Figures soFar) {
    if (s == students.size()) {
      best = BETTER.compare(soFar, best) > 0 ? soFar : best;
      return;
    }
    tryFrom(s + 1, soFar);
    for (int a = 0; a < seats.length; a++) {
      Student student = students.get(s);
      Ambassador host = instance.ambassadors().get(a);
      if (seats[a] > 0 && !blocked.contains(new PairIds(student.id(), host.id()))) {
        seats[a]--;
        Scoring.pair(student, host, instance.eventDay())
            .ifPresent(pair -> tryFrom(s + 1, plus(soFar, pair.score())));
        seats[a]++;
      }
    }
  }

  private static Figures plus(Figures figures, int score) {
    return new Figures(
        figures.pairs() + 1,
        figures.under40() + (score < 40 ? 1 : 0),
        figures.under60() + (score < 60 ? 1 : 0),
        figures.total() + score);
  }
}
