package fr.vismonjob.matching;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/matching.md works out by hand, and the listing that it prints. */
class LectureTest {

  private static final long IMPOSSIBLE = -1_000_000_000L;

  private final String page = read("../docs/matching.md");
  private final List<Student> students =
      List.of(
          student("Ana", false, "dev", "data"),
          student("Ben", true, "dev"),
          student("Cleo", false, "data", "dev"));
  private final List<Ambassador> ambassadors =
      List.of(ambassador("Dan", "dev"), ambassador("Eve", "data"), ambassador("Fay", "networks"));
  private final Matching matching = Matcher.match(People.instance(students, ambassadors));

  @Test
  void the_scores_of_the_table_are_those_of_the_rules() {
    assertEquals(table(false), tables().getFirst());
  }

  @Test
  void the_pairs_gains_and_prices_of_the_table_are_those_of_the_engine() {
    List<List<String>> solved = table(true);
    List<String> prices = new ArrayList<>(List.of("price"));
    for (Ambassador ambassador : ambassadors) {
      prices.add(points(requireNonNull(matching.certificate().prices().get(ambassador.id())), 0));
    }
    prices.add("");
    solved.add(prices);
    assertEquals(solved, tables().get(1));
  }

  @Test
  void the_listing_is_the_code_that_is_tested() {
    String listing = page.substring(page.indexOf("```java\n") + 8);
    listing = listing.substring(0, listing.indexOf("```"));
    String code =
        read("src/test/java/fr/vismonjob/matching/DenseAuction.java")
            .lines()
            .map(line -> line.startsWith("  ") ? line.substring(2) : line)
            .collect(Collectors.joining("\n"));
    assertTrue(code.contains(listing), listing);
    assertTrue(listing.lines().count() <= 42, "forty lines");
  }

  static LongStream numbers() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void the_listing_finds_what_the_engine_finds(long number) {
    Instance instance = SmallInstances.number(number, 20, 12);
    Pool pool = Pool.of(instance);
    List<Ambassador> seats = new ArrayList<>();
    for (int a = 0; a < pool.seats().length; a++) {
      for (int seat = 0; seat < pool.seats()[a]; seat++) {
        seats.add(pool.ambassadors().get(a));
      }
    }
    if (pool.students().isEmpty() || seats.isEmpty()) {
      return;
    }
    int[] seatOf = DenseAuction.seats(square(pool, seats));
    List<Pair> pairs = new ArrayList<>();
    for (int s = 0; s < pool.students().size(); s++) {
      if (seatOf[s] < seats.size()) {
        pairs.add(
            Scoring.pair(pool.students().get(s), seats.get(seatOf[s]), pool.eventDay())
                .orElseThrow());
      }
    }
    assertEquals(Matcher.match(instance).figures(), Figures.of(pairs));
  }

  /** With a place to wait for each student, and somebody worth nothing for each seat. */
  private static long[][] square(Pool pool, List<Ambassador> seats) {
    int size = pool.students().size() + seats.size();
    long[][] table = new long[size][size];
    for (int s = 0; s < pool.students().size(); s++) {
      for (int seat = 0; seat < seats.size(); seat++) {
        table[s][seat] = (size + 1) * worth(pool, pool.students().get(s), seats.get(seat));
      }
    }
    return table;
  }

  private static long worth(Pool pool, Student student, Ambassador ambassador) {
    return pool.isBlocked(student, ambassador)
        ? IMPOSSIBLE
        : Scoring.pair(student, ambassador, pool.eventDay())
            .map(pair -> worth(pair.score()))
            .orElse(IMPOSSIBLE);
  }

  private static long worth(int score) {
    return 100_000_000L - (score < 40 ? 1_000_000 : 0) - (score < 60 ? 10_000 : 0) + score;
  }

  /** The rows of a table of the page, with or without the result. */
  private List<List<String>> table(boolean solved) {
    List<List<String>> rows = new ArrayList<>();
    for (Student student : students) {
      List<String> row = new ArrayList<>(List.of(student.id()));
      for (Ambassador ambassador : ambassadors) {
        boolean paired =
            matching.pairs().stream()
                .anyMatch(
                    pair ->
                        pair.student().equals(student.id())
                            && pair.ambassador().equals(ambassador.id()));
        String score =
            Scoring.pair(student, ambassador, People.DAY).map(p -> "" + p.score()).orElse("–");
        row.add(solved && paired ? "**" + score + "**" : score);
      }
      if (solved) {
        row.add(points(requireNonNull(matching.certificate().gains().get(student.id())), 1));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The points of a worth that counts so many pairs, and none under 60. */
  private static String points(long worth, int pairs) {
    assertEquals(pairs, Worth.pairs(worth));
    assertEquals(0, Worth.middling(worth));
    return String.valueOf(Worth.total(worth));
  }

  /** The tables of the page that name the three ambassadors, without their headers. */
  private List<List<List<String>>> tables() {
    List<List<List<String>>> tables = new ArrayList<>();
    for (String block : page.split("\n\n", -1)) {
      if (block.startsWith("| | Dan | Eve | Fay |")) {
        tables.add(
            block
                .lines()
                .skip(2)
                .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .map(cells -> cells.subList(1, cells.size() - 1))
                .toList());
      }
    }
    return tables;
  }

  private static Student student(String name, boolean anyJob, String... jobs) {
    Student student = People.student(name);
    return new Student(
        name, List.of(jobs), anyJob, student.lat(), student.lon(), 50, List.of(), student.dates());
  }

  private static Ambassador ambassador(String name, String job) {
    Ambassador host = People.ambassador(name);
    return new Ambassador(name, job, host.lat(), host.lon(), "justice", host.dates(), 1);
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
