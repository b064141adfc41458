package fr.vismonjob.pairing;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.matching.Instance;
import fr.vismonjob.matching.Matcher;
import fr.vismonjob.matching.Matching;
import fr.vismonjob.matching.Pair;
import fr.vismonjob.matching.PairIds;
import fr.vismonjob.matching.ReasonWords;
import fr.vismonjob.matching.Unpaired;
import fr.vismonjob.matching.Verifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A matching run: from the pool to pairs and people left over, without any other input or effect.
 * Existing pairs count only by the room that they leave.
 */
public final class PairingRun {
  private final PairingPool pool;
  private final Instance instance;

  /** People whose cancelled pair would suit by their wishes of today. */
  private final Set<String> parted = new HashSet<>();

  /**
   * The decisions of the run.
   *
   * @param pairs the pairs to record
   * @param leftOver the people without a partner
   * @param wanted where to recruit ambassadors for the students among them, the largest number
   *     first
   */
  public record Decisions(
      List<PlannedPair> pairs, List<LeftOver> leftOver, List<HostsWanted> wanted) {
    public Decisions {
      pairs = List.copyOf(pairs);
      leftOver = List.copyOf(leftOver);
      wanted = List.copyOf(wanted);
    }
  }

  /**
   * Nobody is paired with themself either.
   *
   * @param known what is known about pairs beforehand
   */
  public PairingRun(Edition edition, List<Entrant> entrants, KnownPairs known) {
    this.pool = PairingPool.of(entrants);
    this.instance =
        new Instance(
            pool.students(),
            pool.ambassadors(),
            List.of(),
            Stream.concat(known.blocked().stream(), pool.inBothRoles())
                .distinct()
                .sorted(Comparator.comparing(PairIds::student).thenComparing(PairIds::ambassador))
                .toList(),
            edition.day(),
            edition.seed());
    known.cancelled().stream()
        .filter(pair -> pool.suit(pair, edition.day()))
        .forEach(
            pair -> {
              parted.add(pair.student());
              parted.add(pair.ambassador());
            });
  }

  /**
   * The engine's input. The same pool gives the same instance and the same decisions, in whatever
   * order it was read.
   */
  public Instance instance() {
    return instance;
  }

  /**
   * Makes the best pairs. A verifier that shares no code with the solver checks them.
   *
   * @throws MatchingRefused if the verifier objects
   */
  public Decisions decide() {
    Matching matching = Matcher.match(instance, pool.fullAmbassadors());
    List<String> violations = Verifier.violations(instance, matching);
    if (!violations.isEmpty()) {
      throw new MatchingRefused(violations);
    }
    return new Decisions(planned(matching), leftOver(matching), pool.wanted(instance, matching));
  }

  private List<PlannedPair> planned(Matching matching) {
    List<PlannedPair> planned = new ArrayList<>();
    for (Pair pair : matching.pairs()) {
      Entrant.Host host = pool.host(pair.ambassador());
      planned.add(
          new PlannedPair(
              host.standing(),
              pool.guest(pair.student()).standing(),
              pair.score(),
              pair.date(),
              pair.distanceKm(),
              ReasonWords.sentences(
                  pair.reasons(), host.job().label(), host.administration().label())));
    }
    return planned;
  }

  /**
   * The people without any partner. An ambassador with one student and room for another is not left
   * over.
   */
  private List<LeftOver> leftOver(Matching matching) {
    List<LeftOver> all = new ArrayList<>();
    for (Unpaired unpaired : matching.unpaired()) {
      Entrant entrant =
          switch (unpaired.role()) {
            case STUDENT -> pool.guest(unpaired.person());
            case AMBASSADOR -> pool.host(unpaired.person());
          };
      add(
          all,
          entrant,
          UnpairedWords.because(unpaired.cause(), parted.contains(unpaired.person())),
          UnpairedWords.cause(unpaired, parted.contains(unpaired.person())),
          UnpairedWords.advice(unpaired, entrant),
          unpaired.cause() == Unpaired.Cause.ALL_TAKEN);
    }
    pool.outOfDates()
        .forEach(
            entrant ->
                add(
                    all,
                    entrant,
                    UnpairedWords.NO_DATE_LEFT,
                    UnpairedWords.DATES_PASSED,
                    UnpairedWords.ADD_DATES,
                    false));
    return all;
  }

  private static void add(
      List<LeftOver> all,
      Entrant entrant,
      String because,
      String cause,
      String advice,
      boolean suits) {
    Entrant.Standing standing = entrant.standing();
    if (standing.alone()) {
      all.add(
          new LeftOver(standing.registration(), standing.number(), because, cause, advice, suits));
    }
  }
}
