package fr.vismonjob.pairing;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.matching.Figures;
import fr.vismonjob.matching.Instance;
import fr.vismonjob.matching.Matcher;
import fr.vismonjob.matching.Matching;
import fr.vismonjob.matching.Pair;
import fr.vismonjob.matching.PairIds;
import fr.vismonjob.matching.ReasonWords;
import fr.vismonjob.matching.Unpaired;
import fr.vismonjob.matching.Verifier;
import fr.vismonjob.pairing.ImposedCosts.ImposedCost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A matching run: from the pool to pairs and people left over, without any other input or effect.
 * Existing pairs count only by the room that they leave.
 */
public final class PairingRun {
  /** The first reason of a pair that organisers impose. */
  private static final String IMPOSED = "Binôme choisi par l’équipe d’organisation.";

  private final PairingPool pool;
  private final KnownPairs known;
  private final ImposedPairs imposed;
  private final Instance instance;

  /** People whose cancelled pair would suit by their wishes of today. */
  private final Set<String> parted = new HashSet<>();

  /**
   * The decisions of the run.
   *
   * @param pairs the pairs to record, imposed ones first
   * @param leftOver the people without a partner
   * @param wanted where to recruit ambassadors for the students among them, the largest number
   *     first
   * @param cost what imposing cost; empty if nothing was imposed
   * @param refusals what organisers are answered who wanted to impose a pair
   */
  public record Decisions(
      List<PlannedPair> pairs,
      List<LeftOver> leftOver,
      List<HostsWanted> wanted,
      Optional<ImposedCost> cost,
      List<ImposedRefusal> refusals) {
    public Decisions {
      pairs = List.copyOf(pairs);
      leftOver = List.copyOf(leftOver);
      wanted = List.copyOf(wanted);
      refusals = List.copyOf(refusals);
    }
  }

  /**
   * Nobody is paired with themself either.
   *
   * @param known what is known about pairs beforehand
   */
  public PairingRun(Edition edition, List<Entrant> entrants, KnownPairs known) {
    this.pool = PairingPool.of(entrants);
    this.known = known;
    this.imposed = ImposedPairs.of(known.requested(), pool);
    this.instance =
        new Instance(
            pool.students(),
            pool.ambassadors(),
            imposed.pairs(),
            Stream.concat(known.blocked(), pool.inBothRoles())
                .distinct()
                .sorted(Comparator.comparing(PairIds::student).thenComparing(PairIds::ambassador))
                .toList(),
            edition.day(),
            edition.seed());
    known
        .parted()
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
    Matching matching = verified(instance);
    List<Pair> scored = imposed.pairs().stream().map(this::imposed).toList();
    check(Verifier.imposedViolations(instance, scored));
    List<PlannedPair> first =
        scored.stream()
            .map(
                pair ->
                    planned(
                        pair,
                        Stream.concat(Stream.of(IMPOSED), reasons(pair).stream()).toList(),
                        known.timesCancelled(new PairIds(pair.student(), pair.ambassador()))))
            .toList();
    Stream<PlannedPair> others =
        matching.pairs().stream().map(pair -> planned(pair, reasons(pair), 0));
    return new Decisions(
        Stream.concat(first.stream(), others).toList(),
        leftOver(matching),
        pool.wanted(instance, matching),
        cost(matching, first, Figures.of(scored)),
        imposed.refusals());
  }

  private Matching verified(Instance of) {
    Matching matching = Matcher.match(of, pool.fullAmbassadors());
    check(Verifier.violations(of, matching));
    return matching;
  }

  private static void check(List<String> violations) {
    if (!violations.isEmpty()) {
      throw new MatchingRefused(violations);
    }
  }

  private Pair imposed(PairIds ids) {
    return Matcher.imposed(
            pool.student(ids.student()), pool.ambassador(ids.ambassador()), instance.eventDay())
        .orElseThrow(() -> new MatchingRefused(List.of(ids + ": imposed without a shared day")));
  }

  /** Solves the same people once more without imposing anything. */
  private Optional<ImposedCost> cost(Matching others, List<PlannedPair> first, Figures figures) {
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Instance free =
        new Instance(
            instance.students(),
            instance.ambassadors(),
            List.of(),
            instance.blocked(),
            instance.eventDay(),
            instance.seed());
    return Optional.of(
        new ImposedCost(
            first.stream().map(PlannedPair::id).toList(),
            others.figures().plus(figures),
            verified(free).figures()));
  }

  private PlannedPair planned(Pair pair, List<String> reasons, int before) {
    return new PlannedPair(
        pool.host(pair.ambassador()).standing(),
        pool.guest(pair.student()).standing(),
        pair.score(),
        pair.date(),
        pair.distanceKm(),
        reasons,
        before);
  }

  private List<String> reasons(Pair pair) {
    Entrant.Host host = pool.host(pair.ambassador());
    return ReasonWords.sentences(pair.reasons(), host.job().label(), host.administration().label());
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
