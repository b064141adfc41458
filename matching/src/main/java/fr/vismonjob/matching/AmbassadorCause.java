package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Why ambassadors at one place have no pair. The answer is the same for all who are alike in job
 * and days, and in no blocked pair.
 */
final class AmbassadorCause {

  private record Alike(String job, List<LocalDate> dates) {}

  private record Answer(Unpaired.Cause cause, Optional<Unpaired.Help> help) {}

  private final StudentTable students;
  private final Around homes;
  private final Map<Alike, Answer> answers = new HashMap<>();

  /** For those who work at this place. */
  AmbassadorCause(Position work, StudentTable students) {
    this.students = students;
    homes = students.around(work);
  }

  Unpaired of(Ambassador host) {
    Answer answer =
        students.isNamed(host)
            ? answer(host)
            : answers.computeIfAbsent(new Alike(host.job(), host.dates()), _ -> answer(host));
    return new Unpaired(host.id(), Unpaired.Role.AMBASSADOR, answer.cause(), answer.help());
  }

  private Answer answer(Ambassador host) {
    Unpaired.Cause possible = cause(home -> students.possibleReach(host, home));
    Unpaired.Cause all = cause(home -> students.reach(host, home));
    return new Answer(
        Causes.told(all, possible),
        possible == Unpaired.Cause.NO_SHARED_DATE ? anotherDate(host) : Optional.empty());
  }

  private Unpaired.Cause cause(IntFunction<StudentTable.Reach> reachFrom) {
    boolean someNear = false;
    boolean someOnADay = false;
    for (int rank = 0; isWithinReach(rank); rank++) {
      StudentTable.Reach reach = reachFrom.apply(homes.place(rank));
      double km = homes.km(rank);
      if (km <= reach.suitable()) {
        return Unpaired.Cause.ALL_TAKEN;
      }
      someNear = someNear || km <= reach.all();
      someOnADay = someOnADay || km <= reach.onADay();
    }
    return Causes.first(someNear, someOnADay);
  }

  private boolean isWithinReach(int rank) {
    return homes.hasMoreThan(rank) && homes.km(rank) <= students.farthest();
  }

  private Optional<Unpaired.Help> anotherDate(Ambassador host) {
    Map<LocalDate, Integer> people = new TreeMap<>();
    for (int rank = 0; isWithinReach(rank); rank++) {
      students.addDays(host, homes.place(rank), homes.km(rank), people);
    }
    return Causes.most(people)
        .map(most -> new Unpaired.Help.OtherDate(most.getKey(), most.getValue()));
  }
}
