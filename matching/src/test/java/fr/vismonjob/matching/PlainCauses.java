package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The causes as one would find them by hand: everybody is compared with everybody. */
final class PlainCauses {

  private final Instance instance;
  private final Pool pool;
  private final Map<String, Integer> hosting = new HashMap<>();
  private final List<Ambassador> free = new ArrayList<>();

  private PlainCauses(Instance instance, Pool pool, List<Pair> pairs) {
    this.instance = instance;
    this.pool = pool;
    instance.frozen().forEach(pair -> hosting.merge(pair.ambassador(), 0, Integer::sum));
    pairs.forEach(pair -> hosting.merge(pair.ambassador(), 1, Integer::sum));
    for (int a = 0; a < pool.seats().length; a++) {
      Ambassador host = pool.ambassadors().get(a);
      if (hosting.getOrDefault(host.id(), 0) < pool.seats()[a]) {
        free.add(host);
      }
    }
  }

  static List<Unpaired> of(Instance instance, List<Pair> pairs) {
    Pool pool = Pool.of(instance);
    PlainCauses causes = new PlainCauses(instance, pool, pairs);
    List<String> paired = pairs.stream().map(Pair::student).toList();
    return Stream.concat(
            pool.students().stream()
                .filter(student -> !paired.contains(student.id()))
                .map(causes::ofStudent)
                .sorted(Comparator.comparing(Unpaired::person)),
            pool.ambassadors().stream()
                .filter(host -> !causes.hosting.containsKey(host.id()))
                .map(causes::ofAmbassador)
                .sorted(Comparator.comparing(Unpaired::person)))
        .toList();
  }

  private Unpaired ofStudent(Student student) {
    List<Meeting> all = instance.ambassadors().stream().map(h -> new Meeting(student, h)).toList();
    List<Meeting> seats = free.stream().map(host -> new Meeting(student, host)).toList();
    Optional<Unpaired.Help> help =
        switch (possible(all)) {
          case NOBODY_IN_REACH, KEPT_APART, ALL_TAKEN -> farther(seats, student.radiusKm());
          case NO_SHARED_DATE ->
              PlainCauses.<LocalDate>mostOf(
                      seats.stream()
                          .filter(
                              meeting ->
                                  !meeting.isBlocked() && meeting.isNear() && meeting.isWanted())
                          .flatMap(meeting -> meeting.host.dates().stream()))
                  .map(most -> new Unpaired.Help.OtherDate(most.getKey(), most.getValue()));
          case NO_SUCH_JOB ->
              PlainCauses.<String>mostOf(
                      seats.stream()
                          .filter(
                              meeting ->
                                  !meeting.isBlocked() && meeting.isNear() && meeting.hasADay())
                          .map(meeting -> meeting.host.job()))
                  .map(most -> new Unpaired.Help.OtherJob(most.getKey(), most.getValue()));
        };
    return new Unpaired(student.id(), Unpaired.Role.STUDENT, told(all), help);
  }

  private Unpaired ofAmbassador(Ambassador host) {
    List<Meeting> meetings = instance.students().stream().map(s -> new Meeting(s, host)).toList();
    Optional<Unpaired.Help> help =
        possible(meetings) != Unpaired.Cause.NO_SHARED_DATE
            ? Optional.empty()
            : PlainCauses.<LocalDate>mostOf(
                    meetings.stream()
                        .filter(
                            meeting ->
                                !meeting.isBlocked() && meeting.isNear() && meeting.isWanted())
                        .flatMap(meeting -> meeting.student.dates().stream()))
                .map(most -> new Unpaired.Help.OtherDate(most.getKey(), most.getValue()));
    return new Unpaired(host.id(), Unpaired.Role.AMBASSADOR, told(meetings), help);
  }

  private static Unpaired.Cause told(List<Meeting> all) {
    Unpaired.Cause cause = first(all.stream());
    return cause == Unpaired.Cause.ALL_TAKEN && possible(all) != cause
        ? Unpaired.Cause.KEPT_APART
        : cause;
  }

  private static Unpaired.Cause possible(List<Meeting> all) {
    return first(all.stream().filter(meeting -> !meeting.isBlocked()));
  }

  private static Unpaired.Cause first(Stream<Meeting> all) {
    List<Meeting> near = all.filter(Meeting::isNear).toList();
    List<Meeting> onADay = near.stream().filter(Meeting::hasADay).toList();
    if (near.isEmpty()) {
      return Unpaired.Cause.NOBODY_IN_REACH;
    }
    if (onADay.isEmpty()) {
      return Unpaired.Cause.NO_SHARED_DATE;
    }
    return onADay.stream().anyMatch(Meeting::isWanted)
        ? Unpaired.Cause.ALL_TAKEN
        : Unpaired.Cause.NO_SUCH_JOB;
  }

  /** All free seats at the fewest whole kilometres beyond the radius where there is one. */
  private static Optional<Unpaired.Help> farther(List<Meeting> seats, double radiusKm) {
    List<Meeting> beyond =
        seats.stream()
            .filter(meeting -> !meeting.isBlocked() && meeting.km() > radiusKm)
            .filter(meeting -> meeting.isWanted() && meeting.hasADay())
            .toList();
    return beyond.stream()
        .map(meeting -> (int) Math.ceil(meeting.km() - radiusKm))
        .min(Comparator.naturalOrder())
        .map(
            extraKm ->
                new Unpaired.Help.Farther(
                    extraKm,
                    (int) beyond.stream().filter(m -> m.km() <= radiusKm + extraKm).count()));
  }

  private static <K extends Comparable<? super K>> Optional<Map.Entry<K, Integer>> mostOf(
      Stream<K> all) {
    TreeMap<K, Integer> counted = new TreeMap<>();
    all.forEach(one -> counted.merge(one, 1, Integer::sum));
    return counted.entrySet().stream()
        .sorted(Map.Entry.<K, Integer>comparingByValue().reversed())
        .findFirst();
  }

  /** A student and an ambassador who may meet or not. */
  private final class Meeting {

    private final Student student;
    private final Ambassador host;

    Meeting(Student student, Ambassador host) {
      this.student = student;
      this.host = host;
    }

    double km() {
      return Haversine.km(student.lat(), student.lon(), host.lat(), host.lon());
    }

    boolean isBlocked() {
      return pool.isBlocked(student, host);
    }

    boolean isNear() {
      return km() <= student.radiusKm();
    }

    boolean hasADay() {
      return student.dates().stream().anyMatch(host.dates()::contains);
    }

    boolean isWanted() {
      return student.anyJob() || student.jobs().contains(host.job());
    }
  }
}
