package fr.vismonjob.report;

import fr.vismonjob.form.TypedText;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.registration.Details;
import fr.vismonjob.registration.Registration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who was served: by région, level of study, school and échelon how many have a partner, how well
 * their wishes were met and how far they go. Groups that are too small are merged.
 */
final class Equity {
  private static final String REGION = "Région";
  private static final String LEVEL = "Niveau d’études";
  private static final String SCHOOL = "Établissement";
  private static final String SERVICE_LEVEL = "Échelon";
  private static final String REST = "autres";
  private static final String FEW = "moins de 5 binômes";

  private final Map<String, Map<String, Group>> criteria = new LinkedHashMap<>();

  Equity() {
    List.of(REGION, LEVEL, SCHOOL, SERVICE_LEVEL)
        .forEach(criterion -> criteria.put(criterion, new TreeMap<>()));
  }

  /** The people of a group and their pairs. */
  private static final class Group {
    private final Map<String, Integer> spellings = new TreeMap<>();
    private long people;
    private long paired;
    private long pairs;
    private long first;
    private long secondOrThird;
    private double km;

    void add(String name, boolean isPaired) {
      spellings.merge(name, 1, Integer::sum);
      people++;
      paired += isPaired ? 1 : 0;
    }

    void add(Pair pair, int rank) {
      pairs++;
      first += rank == 0 ? 1 : 0;
      secondOrThird += rank > 0 ? 1 : 0;
      km += pair.workplace().distanceKm();
    }

    void add(Group other) {
      people += other.people;
      paired += other.paired;
      pairs += other.pairs;
      first += other.first;
      secondOrThird += other.secondOrThird;
      km += other.km;
    }

    /** The spelling that most of them use. */
    String name() {
      return spellings.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .orElse(REST);
    }

    long people() {
      return people;
    }

    long pairs() {
      return pairs;
    }
  }

  void add(Registration person) {
    groupsOf(person)
        .forEach((criterion, name) -> group(criterion, name).add(name, !person.pairs().isEmpty()));
  }

  /**
   * Adds a pair that was not called off, for the groups of one of its people.
   *
   * @param rank which of the student's jobs it is, from 0; below 0 if none
   */
  void add(Registration person, Pair pair, int rank) {
    groupsOf(person).forEach((criterion, name) -> group(criterion, name).add(pair, rank));
  }

  private Group group(String criterion, String name) {
    return criteria
        .computeIfAbsent(criterion, _ -> new TreeMap<>())
        .computeIfAbsent(key(name), _ -> new Group());
  }

  /** Schools are typed by hand: capitals, accents and blanks make no difference. */
  private static String key(String name) {
    return TypedText.withoutAccents(name)
        .replaceAll("[\\s’'\\p{Pd}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> groupsOf(Registration person) {
    return switch (person.details()) {
      case Details.Offer offer -> Map.of(SERVICE_LEVEL, offer.level().label());
      case Details.Wishes wishes ->
          Map.of(
              REGION, Regions.of(person.place().departementCode()),
              LEVEL, wishes.level().label(),
              SCHOOL, wishes.school());
    };
  }

  Sheet sheet() {
    List<List<String>> rows = new ArrayList<>();
    criteria.forEach((criterion, groups) -> rows.addAll(rows(criterion, merged(groups.values()))));
    return new Sheet(
        "equite",
        2,
        List.of(
            "Critère",
            "Groupe",
            "Personnes",
            "Avec un binôme",
            "Part",
            "1er vœu",
            "2e ou 3e",
            "Autre métier",
            "Distance (km)"),
        rows,
        List.of());
  }

  /** The largest first, the merged ones last; nothing if all are too few together. */
  private static List<Group> merged(Iterable<Group> groups) {
    List<Group> all = new ArrayList<>();
    groups.forEach(
        group -> {
          if (group.people > 0) {
            all.add(group);
          }
        });
    Set<Group> small = SmallGroups.of(all, Group::people);
    List<Group> told = new ArrayList<>(all);
    told.removeAll(small);
    told.sort(Comparator.comparingLong(Group::people).reversed().thenComparing(Group::name));
    Group rest = new Group();
    small.forEach(rest::add);
    if (rest.people >= SmallGroups.LEAST) {
      told.add(rest);
    }
    return told;
  }

  private static List<List<String>> rows(String criterion, List<Group> groups) {
    Set<Group> few = SmallGroups.of(groups, Group::pairs);
    return groups.stream()
        .map(
            group -> {
              List<String> row =
                  new ArrayList<>(
                      List.of(
                          criterion,
                          group.name(),
                          Long.toString(group.people),
                          Long.toString(group.paired),
                          EditionFigures.percent(group.paired, group.people)));
              row.addAll(
                  group.pairs == 0
                      ? List.of("–", "–", "–", "–")
                      : few.contains(group) ? List.of(FEW, FEW, FEW, FEW) : served(group));
              return row;
            })
        .toList();
  }

  private static List<String> served(Group group) {
    return List.of(
        EditionFigures.percent(group.first, group.pairs),
        EditionFigures.percent(group.secondOrThird, group.pairs),
        EditionFigures.percent(group.pairs - group.first - group.secondOrThird, group.pairs),
        decimal(group.km / group.pairs));
  }

  /** One decimal, with a comma. */
  static String decimal(double value) {
    return String.format(Locale.FRENCH, "%.1f", value);
  }
}
