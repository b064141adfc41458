package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Why students of one home have no pair, and which single change would have opened the most free
 * seats. The answer is the same for all who are alike in radius, jobs and days, and in no blocked
 * pair. No change opens the seat of an ambassador who is blocked for the student.
 */
final class StudentCause {

  private record Alike(double radiusKm, Set<String> jobs, boolean anyJob, List<LocalDate> dates) {}

  private record Answer(Unpaired.Cause cause, Optional<Unpaired.Help> help) {}

  private final Pool pool;
  private final HostTable hosts;
  private final HostTable free;
  private final Around hostsAround;
  private final Around freeAround;
  private final Map<Alike, Answer> answers = new HashMap<>();

  /**
   * For those who live at this home.
   *
   * @param hosts all ambassadors, also without a seat left
   * @param free those with a free seat
   */
  StudentCause(Pool pool, Position home, HostTable hosts, HostTable free) {
    this.pool = pool;
    this.hosts = hosts;
    this.free = free;
    hostsAround = hosts.around(home);
    freeAround = free.around(home);
  }

  Unpaired of(Student student) {
    Answer answer =
        pool.blockedFor(student).isEmpty()
            ? answers.computeIfAbsent(alike(student), _ -> answer(student))
            : answer(student);
    return new Unpaired(student.id(), Unpaired.Role.STUDENT, answer.cause(), answer.help());
  }

  private static Alike alike(Student student) {
    Set<String> jobs = student.anyJob() ? Set.of() : Set.copyOf(student.jobs());
    return new Alike(student.radiusKm(), jobs, student.anyJob(), student.dates());
  }

  private Answer answer(Student student) {
    Set<String> blocked = pool.blockedFor(student);
    Unpaired.Cause possible = cause(student, blocked);
    return new Answer(
        blocked.isEmpty() ? possible : Causes.told(cause(student, Set.of()), possible),
        switch (possible) {
          case NO_SHARED_DATE -> anotherDate(student, blocked);
          case NO_SUCH_JOB -> anotherJob(student, blocked);
          case NOBODY_IN_REACH, KEPT_APART, ALL_TAKEN -> farther(student, blocked);
        });
  }

  private Unpaired.Cause cause(Student student, Set<String> butFor) {
    boolean someNear = false;
    boolean someOnADay = false;
    int within = hostsAround.within(student.radiusKm());
    for (int rank = 0; rank < within; rank++) {
      int place = hostsAround.place(rank);
      if (hosts.suitable(student, place, butFor) > 0) {
        return Unpaired.Cause.ALL_TAKEN;
      }
      someNear = someNear || hosts.all(place, butFor) > 0;
      someOnADay = someOnADay || hosts.onADay(student, place, butFor) > 0;
    }
    return Causes.first(someNear, someOnADay);
  }

  private Optional<Unpaired.Help> farther(Student student, Set<String> blocked) {
    int extraKm = 0;
    int people = 0;
    for (int rank = freeAround.within(student.radiusKm()); freeAround.hasMoreThan(rank); rank++) {
      double km = freeAround.km(rank);
      if (people > 0 && km > student.radiusKm() + extraKm) {
        break;
      }
      int here = free.suitable(student, freeAround.place(rank), blocked);
      if (people == 0) {
        extraKm = (int) Math.ceil(km - student.radiusKm());
      }
      people += here;
    }
    return people == 0 ? Optional.empty() : Optional.of(new Unpaired.Help.Farther(extraKm, people));
  }

  private Optional<Unpaired.Help> anotherDate(Student student, Set<String> blocked) {
    Map<LocalDate, Integer> people = new TreeMap<>();
    for (int rank = 0; rank < freeAround.within(student.radiusKm()); rank++) {
      free.addDays(student, freeAround.place(rank), blocked, people);
    }
    return Causes.most(people)
        .map(most -> new Unpaired.Help.OtherDate(most.getKey(), most.getValue()));
  }

  private Optional<Unpaired.Help> anotherJob(Student student, Set<String> blocked) {
    Map<String, Integer> people = new TreeMap<>();
    for (int rank = 0; rank < freeAround.within(student.radiusKm()); rank++) {
      free.addJobs(student, freeAround.place(rank), blocked, people);
    }
    return Causes.most(people)
        .map(most -> new Unpaired.Help.OtherJob(most.getKey(), most.getValue()));
  }
}
