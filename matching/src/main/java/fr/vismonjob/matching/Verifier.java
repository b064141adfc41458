package fr.vismonjob.matching;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks a matching from first principles. The conditions C1 to C15 are those of the
 * machine-checked proof in {@code matching/proof/certificate.mlw}. It shares no code with what made
 * the matching: distance, dates, points and worth are written a second time here, from the rules
 * alone.
 */
public final class Verifier {

  private final Instance instance;
  private final Matching matching;
  private final List<String> violations = new ArrayList<>();
  private final Map<String, Student> students = new HashMap<>();
  private final Map<String, Ambassador> ambassadors = new HashMap<>();
  private final Map<String, Integer> seatsLeft = new HashMap<>();
  private final Set<String> open = new HashSet<>(); // ambassadors whom frozen pairs do not fill
  private final Set<String> waiting = new HashSet<>();
  private final Set<PairIds> blocked;

  private Verifier(Instance instance, Matching matching) {
    this.instance = instance;
    this.matching = matching;
    this.blocked = new HashSet<>(instance.blocked());
  }

  /**
   * Everything that is wrong with a matching, one sentence for each; none if it is right and the
   * best there is.
   */
  public static List<String> violations(Instance instance, Matching matching) {
    Verifier verifier = new Verifier(instance, matching);
    verifier.everyoneIsPairedAtMostOnceAndSeatsSuffice();
    verifier.everyPairIsPossibleAndScoredRight();
    verifier.figuresAddUp();
    if (verifier.violations.isEmpty()) {
      verifier.nothingBetterExists();
    }
    return List.copyOf(verifier.violations);
  }

  /**
   * Everything that is wrong with the pairs that organisers imposed, one sentence for each: they
   * must be the instance's frozen pairs, on a shared day and scored right.
   */
  public static List<String> imposedViolations(Instance instance, List<Pair> imposed) {
    Map<String, Student> students = new HashMap<>();
    instance.students().forEach(student -> students.put(student.id(), student));
    Map<String, Ambassador> ambassadors = new HashMap<>();
    instance.ambassadors().forEach(ambassador -> ambassadors.put(ambassador.id(), ambassador));
    List<String> violations = new ArrayList<>();
    List<PairIds> missing = new ArrayList<>(instance.frozen());
    for (Pair pair : imposed) {
      if (missing.remove(new PairIds(pair.student(), pair.ambassador()))) {
        Student student = requireNonNull(students.get(pair.student()));
        Ambassador ambassador = requireNonNull(ambassadors.get(pair.ambassador()));
        violations.addAll(ScoredPair.violations(pair, student, ambassador, instance.eventDay()));
      } else {
        violations.add(pair.student() + " with " + pair.ambassador() + ": not imposed");
      }
    }
    missing.forEach(pair -> violations.add("imposed, but not made: " + pair));
    return violations;
  }

  private void everyoneIsPairedAtMostOnceAndSeatsSuffice() {
    for (Student student : instance.students()) {
      students.put(student.id(), student);
      waiting.add(student.id());
    }
    for (Ambassador ambassador : instance.ambassadors()) {
      ambassadors.put(ambassador.id(), ambassador);
      seatsLeft.put(ambassador.id(), ambassador.capacity());
    }
    for (PairIds pair : instance.frozen()) {
      seat(pair.student(), pair.ambassador());
    }
    for (Map.Entry<String, Integer> left : seatsLeft.entrySet()) {
      if (left.getValue() > 0) {
        open.add(left.getKey());
      }
    }
    for (Pair pair : matching.pairs()) {
      seat(pair.student(), pair.ambassador());
    }
  }

  private void seat(String student, String ambassador) {
    check( // C1
        waiting.remove(student), "student %s is unknown or has a pair already", student);
    Integer left = seatsLeft.get(ambassador);
    check( // C2
        left != null && left > 0, "ambassador %s is unknown or has no seat left", ambassador);
    if (left != null) {
      seatsLeft.put(ambassador, left - 1);
    }
  }

  private void everyPairIsPossibleAndScoredRight() {
    violations.addAll(
        matching.pairs().parallelStream()
            .flatMap(pair -> isOfKnownPeople(pair) ? violationsOf(pair).stream() : Stream.empty())
            .toList());
  }

  private boolean isOfKnownPeople(Pair pair) {
    return students.containsKey(pair.student()) && ambassadors.containsKey(pair.ambassador());
  }

  private List<String> violationsOf(Pair pair) {
    Student student = requireNonNull(students.get(pair.student()));
    Ambassador ambassador = requireNonNull(ambassadors.get(pair.ambassador()));
    List<String> found =
        new ArrayList<>(
            ScoredPair.violations(pair, student, ambassador, instance.eventDay())); // C3, C4
    double km = Recount.km(student.lat(), student.lon(), ambassador.lat(), ambassador.lon());
    if (!(km <= student.radiusKm())) { // C3
      found.add(ScoredPair.who(pair) + km + " km apart, beyond the radius");
    }
    if (Recount.job(student, ambassador.job()) < 0) { // C3
      found.add(ScoredPair.who(pair) + "the job " + ambassador.job() + " is not wished");
    }
    if (blocked.contains(new PairIds(pair.student(), pair.ambassador()))) { // C3
      found.add(ScoredPair.who(pair) + "blocked");
    }
    return found;
  }

  private void figuresAddUp() {
    int pairs = 0;
    int under40 = 0;
    int under60 = 0;
    long total = 0;
    for (Pair pair : matching.pairs()) {
      pairs++;
      under40 += pair.score() <= 39 ? 1 : 0;
      under60 += pair.score() <= 59 ? 1 : 0;
      total += pair.score();
    }
    Figures recounted = new Figures(pairs, under40, under60, total);
    check(
        matching.figures().equals(recounted), // C5
        "the figures are %s, not %s",
        recounted,
        matching.figures());
  }

  /** See {@link Certificate} for why these conditions are enough. */
  private void nothingBetterExists() {
    for (Pair pair : matching.pairs()) {
      isWorthGainAndPrice(pair);
    }
    for (Ambassador ambassador : instance.ambassadors()) {
      hasRightPrice(ambassador.id());
    }
    Set<String> settled = new HashSet<>();
    for (PairIds pair : instance.frozen()) {
      settled.add(pair.student());
    }
    List<Student> toBePaired = new ArrayList<>();
    for (Student student : instance.students()) {
      if (!settled.contains(student.id())) {
        toBePaired.add(student);
        hasRightGain(student.id());
      }
    }
    Domination domination = new Domination(instance, prices());
    for (String student : domination.notDominated(toBePaired, gains())) {
      couldBeBetterPlaced(student); // C15
    }
  }

  private void isWorthGainAndPrice(Pair pair) {
    long gain = gains().getOrDefault(pair.student(), 0L);
    long price = prices().getOrDefault(pair.ambassador(), 0L);
    check(
        gain + price == Recount.worth(pair.score()), // C6
        "certificate: %s with %s is not worth what they have together",
        pair.student(),
        pair.ambassador());
  }

  private void hasRightPrice(String ambassador) {
    boolean isFree = seatsLeft.getOrDefault(ambassador, 0) > 0;
    long price = prices().getOrDefault(ambassador, 0L);
    check(
        prices().containsKey(ambassador) || !open.contains(ambassador), // C7
        "certificate: ambassador %s has no price",
        ambassador);
    check(
        price >= 0 // C8
            && Recount.isReadable(price) // C9
            && !(isFree && price > 0), // C10
        "certificate: the price of ambassador %s cannot be %d",
        ambassador,
        price);
  }

  private void hasRightGain(String student) {
    long gain = gains().getOrDefault(student, 0L);
    check(
        gains().containsKey(student), // C11
        "certificate: student %s has no gain",
        student);
    check(
        gain >= 0 // C12
            && Recount.isReadable(gain) // C13
            && !(waiting.contains(student) && gain > 0), // C14
        "certificate: the gain of student %s cannot be %d",
        student,
        gain);
  }

  private void couldBeBetterPlaced(String student) {
    violations.add(
        waiting.contains(student)
            ? "student %s waits although a possible seat is free or could be freed"
                .formatted(student)
            : "certificate: student %s could be better placed".formatted(student));
  }

  private Map<String, Long> gains() {
    return matching.certificate().gains();
  }

  private Map<String, Long> prices() {
    return matching.certificate().prices();
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency
  private void check(boolean holds, String otherwise, Object... values) {
    if (!holds) {
      violations.add(otherwise.formatted(values));
    }
  }
}
