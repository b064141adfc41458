package fr.vismonjob.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What ties {@code matching/proof/certificate.mlw} to {@link Verifier}. */
class ProofTest {

  private static final Path CODE = Path.of("src/main/java/fr/vismonjob/matching");
  private static final Set<String> CONDITIONS =
      new TreeSet<>(IntStream.rangeClosed(1, 15).mapToObj(n -> "C" + n).toList());
  private static final long[] SHIFTS = {
    1, -1, 100, -100, 1 << 21, 20 - (1 << 21), (1 << 23) - (1 << 21) + 1, 1L << 41, 1L << 59
  };

  private final Set<String> violatedAlone = new TreeSet<>();
  private int cases;
  private int weak;

  @Test
  void the_proof_and_the_verifier_name_the_same_conditions() throws IOException {
    assertEquals(CONDITIONS, ProvedCheck.named(lines(Path.of("proof/certificate.mlw"))));
    List<String> verifier = new ArrayList<>();
    for (String part : List.of("Verifier", "ScoredPair", "Domination")) {
      verifier.addAll(lines(CODE.resolve(part + ".java")));
    }
    assertEquals(CONDITIONS, ProvedCheck.named(verifier));
  }

  private static List<String> lines(Path path) throws IOException {
    return Files.readAllLines(path);
  }

  @Test
  void the_verifier_agrees_with_the_proved_check_on_thousands_of_changes() {
    for (long number = 0; number < 150; number++) {
      Instance small = SmallInstances.number(number, 5, 5);
      Instance instance = number % 2 == 0 ? small : withModestWishes(small);
      Matching right = Matcher.match(instance);
      right.pairs().forEach(pair -> weak += pair.score() < 40 ? 1 : 0);
      agree(instance, right);
      changedCertificates(instance, right);
      changedPairs(instance, right);
      impossiblePairs(instance, right);
      changedInstances(instance, right);
    }
    assertTrue(cases > 5_000, cases + " cases");
    assertTrue(weak > 5, weak + " pairs under 40");
    assertEquals(CONDITIONS, violatedAlone, "each must be the only one violated at least once");
  }

  /** Every other student takes whatever there is, and gets few points for it. */
  private static Instance withModestWishes(Instance instance) {
    List<Student> students = new ArrayList<>();
    for (Student student : instance.students()) {
      students.add(
          students.size() % 2 == 0
              ? new Student(
                  student.id(),
                  List.of("another job"),
                  true,
                  student.lat(),
                  student.lon(),
                  200,
                  List.of("another administration"),
                  student.dates())
              : student);
    }
    return new Instance(
        students,
        instance.ambassadors(),
        instance.frozen(),
        instance.blocked(),
        instance.eventDay(),
        instance.seed());
  }

  private void agree(Instance instance, Matching matching) {
    cases++;
    Set<String> violated = ProvedCheck.violated(instance, matching);
    List<String> violations = Verifier.violations(instance, matching);
    assertEquals(violated.isEmpty(), violations.isEmpty(), () -> violated + " but " + violations);
    if (violated.isEmpty()) {
      assertEquals(FullEnumeration.best(instance), matching.figures());
    } else if (violated.size() == 1) {
      violatedAlone.addAll(violated);
    }
  }

  private void changedCertificates(Instance instance, Matching right) {
    Map<String, Long> gains = right.certificate().gains();
    Map<String, Long> prices = right.certificate().prices();
    for (String student : gains.keySet()) {
      agree(instance, with(right, without(gains, student), prices));
      for (long shift : SHIFTS) {
        agree(instance, with(right, shifted(gains, student, shift), prices));
      }
    }
    for (String host : prices.keySet()) {
      agree(instance, with(right, gains, without(prices, host)));
      for (long shift : SHIFTS) {
        agree(instance, with(right, gains, shifted(prices, host, shift)));
      }
    }
    // What a gain loses a price wins, so that pairs are still worth both together.
    for (Ambassador host : instance.ambassadors()) {
      for (long shift : SHIFTS) {
        agree(instance, moved(right, host.id(), shift));
      }
      Map<String, Long> free = new HashMap<>(gains);
      for (Pair pair : right.pairs()) {
        if (pair.ambassador().equals(host.id())) {
          free.merge(pair.student(), prices.getOrDefault(host.id(), 0L), Long::sum);
        }
      }
      agree(instance, with(right, free, without(prices, host.id())));
    }
    for (Pair pair : right.pairs()) { // no gain, and all of it in the price
      if (gains.getOrDefault(pair.student(), 0L) == 0) {
        agree(instance, with(right, without(gains, pair.student()), prices));
      }
    }
  }

  private static Matching moved(Matching right, String host, long shift) {
    Map<String, Long> gains = new HashMap<>(right.certificate().gains());
    for (Pair pair : right.pairs()) {
      if (pair.ambassador().equals(host)) {
        gains.merge(pair.student(), -shift, Long::sum);
      }
    }
    return with(right, gains, shifted(right.certificate().prices(), host, shift));
  }

  private void changedPairs(Instance instance, Matching right) {
    for (Pair pair : right.pairs()) {
      agree(instance, withPairs(right, pair, List.of()));
      agree(instance, withPairs(right, pair, List.of(pair, pair)));
      for (int points : new int[] {-1, 1}) {
        Pair other = withScore(pair, pair.score() + points);
        Matching wrong = withPairs(right, pair, List.of(other));
        agree(instance, wrong);
        long worth = Worth.of(other.score()) - Worth.of(pair.score());
        Map<String, Long> gains = right.certificate().gains();
        agree(
            instance,
            with(wrong, shifted(gains, pair.student(), worth), right.certificate().prices()));
      }
      for (Student student : instance.students()) {
        for (Ambassador host : instance.ambassadors()) {
          Scoring.imposed(student, host, instance.eventDay())
              .ifPresent(other -> agree(instance, withPairs(right, pair, List.of(other))));
        }
      }
    }
    Figures f = right.figures();
    for (int change : new int[] {-1, 1}) {
      for (Figures other :
          List.of(
              new Figures(f.pairs() + change, f.under40(), f.under60(), f.total()),
              new Figures(f.pairs(), f.under40() + change, f.under60(), f.total()),
              new Figures(f.pairs(), f.under40(), f.under60() + change, f.total()),
              new Figures(f.pairs(), f.under40(), f.under60(), f.total() + change))) {
        agree(
            instance,
            new Matching(
                right.pairs(), right.unpaired(), other, right.certificate(), right.timings()));
      }
    }
  }

  /** Pairs of those who wait, which are in order but for being impossible. */
  private void impossiblePairs(Instance instance, Matching right) {
    Map<String, Long> gains = right.certificate().gains();
    Map<String, Long> prices = right.certificate().prices();
    for (Student student : instance.students()) {
      boolean waits = right.pairs().stream().noneMatch(p -> p.student().equals(student.id()));
      if (waits && gains.containsKey(student.id())) {
        for (Ambassador host : instance.ambassadors()) {
          Pair pair =
              Scoring.imposed(student, host, instance.eventDay())
                  .orElseGet(() -> withoutDay(student, host, instance.eventDay()));
          List<Pair> pairs = new ArrayList<>(right.pairs());
          pairs.add(pair);
          Map<String, Long> worth = new HashMap<>(gains);
          worth.put(
              student.id(), Worth.of(pair.score()) - prices.getOrDefault(pair.ambassador(), 0L));
          agree(
              instance,
              new Matching(
                  pairs,
                  right.unpaired(),
                  Figures.of(pairs),
                  new Certificate(worth, prices),
                  right.timings()));
        }
      }
    }
  }

  /** Two who share no day, on the day that the verifier finds then. */
  private static Pair withoutDay(Student student, Ambassador host, LocalDate eventDay) {
    Ambassador free =
        new Ambassador(
            host.id(),
            host.job(),
            host.lat(),
            host.lon(),
            host.administration(),
            student.dates(),
            host.capacity());
    Pair pair = Scoring.imposed(student, free, eventDay).orElseThrow();
    List<Reason> reasons = new ArrayList<>(pair.reasons());
    int points = Recount.date(LocalDate.MIN, eventDay);
    int before = reasons.removeLast().points();
    reasons.add(new Reason.DateReason(LocalDate.MIN, 0, points));
    return new Pair(
        pair.student(),
        pair.ambassador(),
        pair.score() - before + points,
        LocalDate.MIN,
        pair.distanceKm(),
        reasons);
  }

  private void changedInstances(Instance instance, Matching right) {
    for (Ambassador host : instance.ambassadors()) {
      for (int change : new int[] {-1, 1}) {
        long frozen =
            instance.frozen().stream().filter(p -> p.ambassador().equals(host.id())).count();
        if (host.capacity() + change >= Math.max(1, frozen)) {
          List<Ambassador> hosts = new ArrayList<>(instance.ambassadors());
          hosts.replaceAll(
              other -> other.equals(host) ? withSeats(host, host.capacity() + change) : other);
          agree(changed(instance, hosts, instance.frozen(), instance.blocked()), right);
        }
      }
    }
    for (PairIds pair : instance.frozen()) {
      List<PairIds> frozen = without(instance.frozen(), pair);
      agree(changed(instance, instance.ambassadors(), frozen, instance.blocked()), right);
    }
    for (PairIds pair : instance.blocked()) {
      List<PairIds> blocked = without(instance.blocked(), pair);
      agree(changed(instance, instance.ambassadors(), instance.frozen(), blocked), right);
    }
    for (Pair pair : right.pairs()) {
      List<PairIds> blocked = new ArrayList<>(instance.blocked());
      blocked.add(new PairIds(pair.student(), pair.ambassador()));
      agree(changed(instance, instance.ambassadors(), instance.frozen(), blocked), right);
    }
  }

  private static Instance changed(
      Instance instance, List<Ambassador> hosts, List<PairIds> frozen, List<PairIds> blocked) {
    return new Instance(
        instance.students(), hosts, frozen, blocked, instance.eventDay(), instance.seed());
  }

  private static Ambassador withSeats(Ambassador host, int seats) {
    return new Ambassador(
        host.id(), host.job(), host.lat(), host.lon(), host.administration(), host.dates(), seats);
  }

  private static <T> List<T> without(List<T> list, T one) {
    List<T> rest = new ArrayList<>(list);
    rest.remove(one);
    return rest;
  }

  private static Map<String, Long> without(Map<String, Long> values, String id) {
    Map<String, Long> rest = new HashMap<>(values);
    rest.remove(id);
    return rest;
  }

  private static Map<String, Long> shifted(Map<String, Long> values, String id, long shift) {
    Map<String, Long> all = new HashMap<>(values);
    all.merge(id, shift, Long::sum);
    return all;
  }

  private static Matching with(Matching right, Map<String, Long> gains, Map<String, Long> prices) {
    return new Matching(
        right.pairs(),
        right.unpaired(),
        right.figures(),
        new Certificate(gains, prices),
        right.timings());
  }

  private static Matching withPairs(Matching right, Pair one, List<Pair> instead) {
    List<Pair> pairs = without(right.pairs(), one);
    pairs.addAll(instead);
    return new Matching(
        pairs, right.unpaired(), Figures.of(pairs), right.certificate(), right.timings());
  }

  private static Pair withScore(Pair pair, int score) {
    return new Pair(
        pair.student(), pair.ambassador(), score, pair.date(), pair.distanceKm(), pair.reasons());
  }
}
