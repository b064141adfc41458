package fr.vismonjob.pairing;

import fr.vismonjob.edition.Edition;
import fr.vismonjob.matching.Ambassador;
import fr.vismonjob.matching.Instance;
import fr.vismonjob.matching.Matcher;
import fr.vismonjob.matching.Matching;
import fr.vismonjob.matching.Pair;
import fr.vismonjob.matching.PairIds;
import fr.vismonjob.matching.ReasonWords;
import fr.vismonjob.matching.Shortages;
import fr.vismonjob.matching.Student;
import fr.vismonjob.matching.Unpaired;
import fr.vismonjob.matching.Verifier;
import fr.vismonjob.registration.Choices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A matching run: from the pool to pairs and people left over, without any other input or effect.
 * Existing pairs count only by the room that they leave.
 */
public final class PairingRun {
  private final Pool pool;
  private final Instance instance;

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
   * @param blocked pairs that must not be made: those cancelled before, and those that organisers
   *     forbid
   */
  public PairingRun(Edition edition, List<Entrant> entrants, List<PairIds> blocked) {
    this.pool = Pool.of(entrants);
    this.instance =
        new Instance(
            pool.students(),
            pool.ambassadors(),
            List.of(),
            Stream.concat(blocked.stream(), pool.inBothRoles())
                .distinct()
                .sorted(Comparator.comparing(PairIds::student).thenComparing(PairIds::ambassador))
                .toList(),
            edition.day(),
            edition.seed());
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
    Matching matching = Matcher.match(instance);
    List<String> violations = Verifier.violations(instance, matching);
    if (!violations.isEmpty()) {
      throw new MatchingRefused(violations);
    }
    return new Decisions(
        planned(matching, pool), leftOver(matching, pool), pool.wanted(instance, matching));
  }

  private static List<PlannedPair> planned(Matching matching, Pool pool) {
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
  private static List<LeftOver> leftOver(Matching matching, Pool pool) {
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
          UnpairedWords.because(unpaired.cause()),
          UnpairedWords.cause(unpaired),
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

  /**
   * The people by id. People whose days have all passed are kept apart, because the engine needs a
   * day.
   */
  private record Pool(
      Map<String, Entrant.Host> hosts,
      Map<String, Entrant.Guest> guests,
      List<Entrant> outOfDates) {

    static Pool of(List<Entrant> entrants) {
      Map<String, Entrant.Host> hosts = new HashMap<>();
      Map<String, Entrant.Guest> guests = new HashMap<>();
      List<Entrant> outOfDates = new ArrayList<>();
      for (Entrant entrant : entrants) {
        if (entrant.dates().isEmpty()) {
          outOfDates.add(entrant);
          continue;
        }
        switch (entrant) {
          case Entrant.Host host -> hosts.put(host.standing().registration(), host);
          case Entrant.Guest guest -> guests.put(guest.standing().registration(), guest);
        }
      }
      return new Pool(hosts, guests, outOfDates);
    }

    /** The people who offer a place and look for one, each with themself. */
    Stream<PairIds> inBothRoles() {
      Map<String, String> byPerson =
          guests.values().stream()
              .collect(
                  Collectors.toMap(
                      Entrant::person, guest -> guest.standing().registration(), Pool::first));
      return hosts.values().stream()
          .filter(host -> byPerson.containsKey(host.person()))
          .map(
              host ->
                  new PairIds(
                      Objects.requireNonNull(byPerson.get(host.person())),
                      host.standing().registration()));
    }

    Entrant.Host host(String id) {
      return Objects.requireNonNull(hosts.get(id));
    }

    Entrant.Guest guest(String id) {
      return Objects.requireNonNull(guests.get(id));
    }

    List<HostsWanted> wanted(Instance instance, Matching matching) {
      Map<List<Double>, String> places = new HashMap<>();
      Stream.concat(hosts.values().stream(), guests.values().stream())
          .forEach(
              entrant ->
                  places.merge(
                      List.of(entrant.lat(), entrant.lon()), entrant.place(), Pool::first));
      return Shortages.of(instance, matching).stream()
          .map(
              shortage ->
                  new HostsWanted(
                      Choices.jobLabel(shortage.job()).orElse(shortage.job()),
                      Objects.requireNonNull(places.get(List.of(shortage.lat(), shortage.lon()))),
                      shortage.leftOver()))
          .toList();
    }

    /** If communes share their coordinates, the choice of one does not depend on the order. */
    private static String first(String one, String other) {
      return one.compareTo(other) <= 0 ? one : other;
    }

    List<Student> students() {
      return guests.values().stream()
          .map(
              guest ->
                  new Student(
                      guest.standing().registration(),
                      guest.jobs(),
                      guest.anyJob(),
                      guest.lat(),
                      guest.lon(),
                      guest.radiusKm(),
                      guest.administrations(),
                      guest.dates()))
          .sorted(Comparator.comparing(Student::id))
          .toList();
    }

    List<Ambassador> ambassadors() {
      return hosts.values().stream()
          .map(
              host ->
                  new Ambassador(
                      host.standing().registration(),
                      host.job().code(),
                      host.lat(),
                      host.lon(),
                      host.administration().code(),
                      host.dates(),
                      host.room()))
          .sorted(Comparator.comparing(Ambassador::id))
          .toList();
    }
  }
}
