package fr.vismonjob.matching.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

  private static final String STUDENTS =
      """
      id,jobs,any_job,lat,lon,radius_km,administrations,dates
      s1,dev|data,false,48.85,2.35,50,justice,2026-11-24
      s2,data,true,48.85,2.35,50,,2026-11-24|2026-11-26
      """;
  private static final String AMBASSADORS =
      """
      id,job,lat,lon,administration,dates,capacity
      a1,dev,48.85,2.35,justice,2026-11-24,1
      a2,dev,48.9,2.4,culture,2026-11-26,2
      """;

  @TempDir private Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void ordinary_files() throws IOException {
    write("s.csv", STUDENTS);
    write("a.csv", AMBASSADORS);
  }

  @Test
  void pairs_and_figures_are_written() throws IOException {
    assertEquals(0, run(), err::toString);
    assertEquals(
        """
        student,ambassador,score,date,reasons
        s1,a1,100,2026-11-24,"Métier : dev, premier choix.|Lieu : la même commune.\
        |Administration : justice, premier choix.|Date : mardi 24 novembre 2026, le jour de \
        l’événement."
        s2,a2,60,2026-11-26,"Métier : dev, tout métier étant accepté.|Lieu : 7 km entre les deux \
        communes.|Administration : sans préférence.|Date : jeudi 26 novembre 2026, à 2 jours de \
        l’événement."
        """,
        Files.readString(folder.resolve("pairs.csv")));
    String stats = Files.readString(folder.resolve("stats.json"));
    assertTrue(stats.contains("\"pairs\": 2,"), stats);
    assertTrue(stats.contains("\"under40\": 0,"), stats);
    assertTrue(stats.contains("\"under60\": 0,"), stats);
    assertTrue(stats.contains("\"total\": 160,"), stats);
  }

  @Test
  void where_to_recruit_is_written_on_request() throws IOException {
    write("a.csv", AMBASSADORS.lines().limit(2).collect(Collectors.joining("\n")));
    assertEquals(0, run("--shortages", path("shortages.csv")), err::toString);
    assertEquals(
        "job,lat,lon,students,left_over\ndata,48.85,2.35,2,1\n",
        Files.readString(folder.resolve("shortages.csv")));
  }

  @Test
  void the_order_of_the_rows_changes_neither_the_pairs_nor_the_hash() throws IOException {
    run();
    String pairs = Files.readString(folder.resolve("pairs.csv"));
    String hash = hash();
    write("s.csv", reversed(STUDENTS));
    write("a.csv", reversed(AMBASSADORS));
    assertEquals(0, run(), err::toString);
    assertEquals(pairs, Files.readString(folder.resolve("pairs.csv")));
    assertEquals(hash, hash());
  }

  @Test
  void a_byte_order_mark_carriage_returns_and_quotes_are_accepted() throws IOException {
    run();
    String hash = hash();
    write(
        "s.csv",
        "\ufeff" + STUDENTS.replace("s1,dev|data", "\"s1\",\"dev|data\"").replace("\n", "\r\n"));
    assertEquals(0, run(), err::toString);
    assertEquals(hash, hash());
  }

  @Test
  void frozen_pairs_are_not_repeated_and_use_up_their_seats() throws IOException {
    write("f.csv", "student,ambassador\ns2,a1\n");
    assertEquals(0, run("--frozen", path("f.csv")), err::toString);
    assertEquals(1, Files.readAllLines(folder.resolve("pairs.csv")).size());
  }

  @Test
  void blocked_pairs_are_not_made() throws IOException {
    write("b.csv", "student,ambassador\ns1,a1\ngone,a1\n");
    assertEquals(0, run("--blocked", path("b.csv")), err::toString);
    assertFalse(Files.readString(folder.resolve("pairs.csv")).contains("s1,a1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "any_job;any_work;line 1, column any_work: unknown column",
        "lat,;;line 1, column lat: the column is missing",
        "48.85;abc;line 2, column lat: \"abc\" is not a number",
        "48.85;NaN;line 2, column lat: \"NaN\" is not a number",
        "48.85;48f;line 2, column lat: \"48f\" is not a number",
        "48.85;0x3p4;line 2, column lat: \"0x3p4\" is not a number",
        "48.85;91;line 2, column lat: latitude 91.0 is not between",
        "2.35;-181;line 2, column lon: longitude -181.0 is not between",
        "50,justice;0,justice;line 2, column radius_km: radius 0.0 km is not positive",
        "s2;s1;line 3, column id: s1 appears twice",
        "dev|data;dev|dev;line 2, column jobs: repeated wish",
        "dev|data;a|b|c|d;line 2, column jobs: more than 3 wishes",
        "justice;a|b|c|d;line 2, column administrations: more than 3 wishes",
        "justice,2026-11-24;justice,;line 2, column dates: no date is given",
        "2026-11-26;2026-11-31;line 3, column dates: \"2026-11-31\" is not a date",
        "true;perhaps;line 3, column any_job: \"perhaps\" is not true or false",
        "s2,;s2,,;line 3, column dates: 9 values where the header has 8",
        "s1,;\"s1,;line 2, column",
        "2026-11-26;+12026-11-26;line 3, column dates: the year of +12026-11-26 is not between",
        "2026-11-26;2026-11-24;line 3, column dates: repeated date: 2026-11-24",
        "50,justice;1e999,justice;line 2, column radius_km: radius Infinity km is not positive",
        "any_job,lat;lat,lat;line 1, column any_job: the column is missing",
        "id,jobs;id,id,jobs;line 1, column id: the column appears twice",
      })
  void a_bad_student_is_refused_with_file_line_column_and_reason(
      String part, String instead, String reason) throws IOException {
    write(
        "s.csv",
        STUDENTS.replaceFirst(java.util.regex.Pattern.quote(part), instead == null ? "" : instead));
    assertRefused("s.csv, " + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2026-11-24,1;2026-11-24,0;line 2, column capacity: capacity 0 is not between 1 and 1000",
        "2026-11-24,1;2026-11-24,2147483647;line 2, column capacity: capacity 2147483647 is not"
            + " between",
        "2026-11-24,1;2026-11-24,2147483648;line 2, column capacity: \"2147483648\" is not a whole"
            + " number, or is too large",
        "2026-11-24,1;2026-11-24,1.5;line 2, column capacity: \"1.5\" is not a whole number",
        "a1,dev;a1,;line 2, column job: it is empty",
        "a2;a1;line 3, column id: a1 appears twice",
      })
  void a_bad_ambassador_is_refused(String part, String instead, String reason) throws IOException {
    write("a.csv", AMBASSADORS.replace(part, instead));
    assertRefused("a.csv, " + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "s9,a1;line 2, column student: s9 is not among the students",
        "s1,a9;line 2, column ambassador: a9 is not among the ambassadors",
        "s1,a1|s1,a2;line 3, column student: s1 has a frozen pair already",
        "s1,a1|s2,a1;line 3, column ambassador: a1 has more frozen pairs than seats",
      })
  void bad_frozen_pairs_are_refused(String rows, String reason) throws IOException {
    write("f.csv", "student,ambassador\n" + rows.replace('|', '\n') + "\n");
    assertRefused("f.csv, " + reason, "--frozen", path("f.csv"));
  }

  @Test
  void a_quoted_value_that_does_not_end_is_refused() throws IOException {
    write("s.csv", STUDENTS.replace("s2,data", "s2,\"data"));
    assertRefused("s.csv, line 3, column 2: a quoted value does not end");
  }

  @Test
  void control_characters_in_a_refusal_do_not_reach_the_terminal() throws IOException {
    write("s.csv", STUDENTS.replace('\n', '\r'));
    assertRefused("s.csv, line 1, column dates?s1: unknown column");
  }

  @Test
  void what_is_not_utf_8_is_refused() throws IOException {
    Files.write(
        folder.resolve("s.csv"), STUDENTS.replace("s2", "é").getBytes(StandardCharsets.ISO_8859_1));
    assertRefused("s.csv, line 3, column 1: this is not UTF-8");
  }

  @Test
  void a_missing_file_is_refused() {
    assertRefused("nowhere.csv: cannot be read", "--frozen", path("nowhere.csv"));
  }

  @Test
  void an_unknown_option_is_refused() {
    assertRefused("unknown option --fast", "--fast", "yes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "s.csv;s1;line 2, column id: 1000000 characters where at most 200 are allowed",
        "s.csv;dev|data;line 2, column jobs: 1000000 characters where",
        "s.csv;justice;line 2, column administrations: 1000000 characters where",
        "s.csv;50;line 2, column radius_km: \"xxx",
        "s.csv;true;line 3, column any_job: \"xxx",
        "s.csv;2026-11-26;line 3, column dates: \"xxx",
        "s.csv;any_job;line 1, column xxx",
        "s.csv;s2,data;line 3, column dates: 7 values where the header has 8",
        "a.csv;a1;line 2, column id: 1000000 characters where",
        "a.csv;culture;line 3, column administration: 1000000 characters where",
        "a.csv;2026-11-24,1;line 2, column capacity: 6 values where",
        "f.csv;s1;line 2, column student: 1000000 characters where",
        "b.csv;a1;line 2, column ambassador: 1000000 characters where",
      })
  void a_million_characters_are_refused_in_a_message_that_one_can_read(
      String file, String part, String reason) throws IOException {
    write("f.csv", "student,ambassador\ns1,a1\n");
    write("b.csv", "student,ambassador\ns1,a1\n");
    String content = Files.readString(folder.resolve(file));
    write(file, content.replace(part, "x".repeat(1_000_000)));
    assertRefused(file + ", " + reason, "--frozen", path("f.csv"), "--blocked", path("b.csv"));
    assertTrue(err.size() < 600, err::toString);
  }

  @Test
  void what_is_quoted_of_a_long_value_is_its_beginning_and_its_end() throws IOException {
    write("s.csv", STUDENTS.replace("true", "begin" + "x".repeat(1_000_000) + "end"));
    assertRefused("column any_job: \"beginxxx");
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("xxxend\" is not true or false"));
  }

  @Test
  void any_number_of_wishes_dates_and_columns_is_refused_in_a_message_that_one_can_read()
      throws IOException {
    write("s.csv", STUDENTS.replace("dev|data", "dev|".repeat(250_000)));
    assertRefused("s.csv, line 2, column jobs: more than 3 wishes");
    write("s.csv", STUDENTS.replace("2026-11-26", "2026-11-25|".repeat(100_000) + "2026-11-26"));
    assertRefused("s.csv, line 3, column dates: repeated date: 2026-11-25");
    write("s.csv", STUDENTS.replace("id,jobs", "id,".repeat(300_000) + "jobs"));
    assertRefused("s.csv, line 1, column id: the column appears twice");
    assertTrue(err.size() < 1000, err::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--event-day;+999999999-12-31;the year of +999999999-12-31 is not between 1 and 9999",
        "--event-day;tomorrow;--event-day: \"tomorrow\" is not as 2026-11-24",
        "--seed;9223372036854775808;--seed: \"9223372036854775808\" is not a whole number, or",
        "--students;.;: cannot be read (Is a directory)",
        "--pairs;.;: cannot be written (it exists and is not a file)",
        "--pairs;/;: cannot be written (it exists and is not a file)",
        "--pairs;/dev/null;: cannot be written (it exists and is not a file)",
        "--stats;nowhere/stats.json;: cannot be written (no such folder, or permission denied)",
        "--stats;pairs.csv;pairs.csv: is named twice",
        "--stats;./pairs.csv;pairs.csv: is named twice",
        "--pairs;a.csv;a.csv: is named twice",
      })
  void an_option_that_cannot_be_is_refused_before_anything_is_written(
      String option, String value, String reason) throws IOException {
    List<String> arguments = arguments();
    boolean isFile = !List.of("--event-day", "--seed").contains(option);
    arguments.set(arguments.indexOf(option) + 1, isFile ? path(value) : value);
    assertRefused(reason, arguments);
    assertEquals(AMBASSADORS, Files.readString(folder.resolve("a.csv")));
  }

  @Test
  void a_name_that_no_file_can_have_is_refused() {
    assertRefused("--frozen is not the name of a file", "--frozen", "a\0b");
    assertRefused("cannot be read", "--frozen", "x".repeat(100_000));
    assertTrue(err.size() < 1000, err::toString);
  }

  @Test
  void an_option_without_its_value_given_twice_or_missing_is_refused() {
    assertRefused("option --blocked lacks its value", List.of("--blocked"));
    assertRefused("option --seed is given twice", "--seed", "2");
    assertRefused("option --students is missing", List.of());
  }

  @Test
  void nothing_is_left_where_writing_fails() throws IOException {
    String longest = "x".repeat(250); // the name of its draft is too long for a file system
    List<String> arguments = arguments();
    arguments.set(arguments.indexOf("--stats") + 1, path(longest));
    assertRefused(": cannot be written (File name too long)", arguments);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(2, files.count(), "the input alone");
    }
  }

  @Test
  void help_explains_every_option() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertEquals(0, Main.run(new String[] {"--help"}, new PrintStream(out), new PrintStream(err)));
    String help = out.toString(StandardCharsets.UTF_8);
    for (String option : List.of("--students", "--frozen", "--blocked", "--seed", "--stats")) {
      assertTrue(help.contains(option), option);
    }
  }

  private void assertRefused(String reason, String... more) {
    List<String> arguments = arguments();
    arguments.addAll(List.of(more));
    assertRefused(reason, arguments);
  }

  private void assertRefused(String reason, List<String> arguments) {
    assertEquals(2, run(arguments));
    String message = err.toString(StandardCharsets.UTF_8);
    assertTrue(message.contains(reason), message);
    assertFalse(Files.exists(folder.resolve("pairs.csv")));
    assertFalse(Files.exists(folder.resolve("stats.json")));
  }

  private int run(String... more) {
    List<String> arguments = arguments();
    arguments.addAll(List.of(more));
    return run(arguments);
  }

  private List<String> arguments() {
    return new ArrayList<>(
        List.of(
            "--students", path("s.csv"),
            "--ambassadors", path("a.csv"),
            "--event-day", "2026-11-24",
            "--seed", "1",
            "--pairs", path("pairs.csv"),
            "--stats", path("stats.json")));
  }

  private int run(List<String> arguments) {
    return Main.run(
        arguments.toArray(String[]::new),
        new PrintStream(new ByteArrayOutputStream()),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String hash() throws IOException {
    String stats = Files.readString(folder.resolve("stats.json"));
    return stats.substring(stats.indexOf("input_sha256"));
  }

  private static String reversed(String csv) {
    List<String> lines = csv.lines().toList();
    return lines.get(0) + "\n" + lines.get(2) + "\n" + lines.get(1) + "\n";
  }

  private String path(String name) {
    return name.startsWith("/") ? name : folder.resolve(name).toString();
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
