package fr.vismonjob.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The conditions of {@code matching/proof/certificate.mlw} line by line, in Java: each pair is
 * looked at by itself, and points come from the engine. {@link Verifier} must agree with it.
 */
final class ProvedCheck {

  private static final Pattern NAME = Pattern.compile("\\bC[0-9]+\\b");

  private final Instance instance;
  private final Matching matching;
  private final Map<String, Long> gains;
  private final Map<String, Long> prices;
  private final Map<String, Student> students = new HashMap<>();
  private final Map<String, Ambassador> hosts = new HashMap<>();
  private final Set<PairIds> blocked;
  private final Set<String> violated = new TreeSet<>();

  private ProvedCheck(Instance instance, Matching matching) {
    this.instance = instance;
    this.matching = matching;
    gains = matching.certificate().gains();
    prices = matching.certificate().prices();
    blocked = new HashSet<>(instance.blocked());
    instance.students().forEach(student -> students.put(student.id(), student));
    instance.ambassadors().forEach(host -> hosts.put(host.id(), host));
  }

  /** The names of the conditions that do not hold. */
  static Set<String> violated(Instance instance, Matching matching) {
    ProvedCheck check = new ProvedCheck(instance, matching);
    matching.pairs().forEach(check::pairHolds);
    instance.ambassadors().forEach(check::hostHolds);
    instance.students().forEach(check::studentHolds);
    check.holds("C5", matching.figures().equals(Figures.of(matching.pairs())));
    return check.violated;
  }

  private void pairHolds(Pair p) {
    Student student = students.get(p.student());
    Ambassador host = hosts.get(p.ambassador());
    holds("C1", student != null);
    holds("C2", host != null);
    if (student == null || host == null) {
      return;
    }
    int points = points(student, host);
    holds("C3", points >= 0);
    holds("C4", points < 0 || p.score() == points);
    holds("C6", gain(p.student()) + price(p.ambassador()) == Worth.of(p.score()));
  }

  private void hostHolds(Ambassador host) {
    long frozen = instance.frozen().stream().filter(p -> p.ambassador().equals(host.id())).count();
    long pairs = matching.pairs().stream().filter(p -> p.ambassador().equals(host.id())).count();
    long price = price(host.id());
    holds("C2", pairs + frozen <= host.capacity());
    holds("C7", prices.containsKey(host.id()) || frozen >= host.capacity());
    holds("C8", price >= 0);
    holds("C9", isReadable(price));
    holds("C10", !(pairs + frozen < host.capacity() && price > 0));
  }

  private void studentHolds(Student student) {
    long frozen = instance.frozen().stream().filter(p -> p.student().equals(student.id())).count();
    long pairs = matching.pairs().stream().filter(p -> p.student().equals(student.id())).count();
    holds("C1", pairs + frozen <= 1);
    if (frozen > 0) {
      return;
    }
    long gain = gain(student.id());
    holds("C11", gains.containsKey(student.id()));
    holds("C12", gain >= 0);
    holds("C13", isReadable(gain));
    holds("C14", !(pairs == 0 && gain > 0));
    for (Ambassador host : instance.ambassadors()) {
      int points = points(student, host);
      holds(
          "C15",
          !prices.containsKey(host.id())
              || points < 0
              || Worth.of(points) <= gain + price(host.id()));
    }
  }

  private int points(Student student, Ambassador host) {
    return blocked.contains(new PairIds(student.id(), host.id()))
        ? -1
        : Scoring.pair(student, host, instance.eventDay()).map(Pair::score).orElse(-1);
  }

  private static boolean isReadable(long value) {
    return Math.abs(Worth.total(value)) < 1 << 21
        && Math.abs(Worth.middling(value)) < 1 << 16
        && Math.abs(Worth.weak(value)) < 1 << 16
        && Math.abs(Worth.pairs(value)) <= 1;
  }

  private long gain(String student) {
    return gains.getOrDefault(student, 0L);
  }

  private long price(String host) {
    return prices.getOrDefault(host, 0L);
  }

  private void holds(String condition, boolean holds) {
    if (!holds) {
      violated.add(condition);
    }
  }

  /** The conditions that a text names in comments. */
  static Set<String> named(List<String> lines) {
    Set<String> names = new TreeSet<>();
    for (String line : lines) {
      int comment = Math.max(line.indexOf("// C"), line.indexOf("(* C"));
      if (comment >= 0) {
        NAME.matcher(line.substring(comment)).results().forEach(name -> names.add(name.group()));
      }
    }
    return names;
  }
}
