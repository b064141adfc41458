package fr.vismonjob.matching.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.matching.Ambassador;
import fr.vismonjob.matching.PairIds;
import fr.vismonjob.matching.Student;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputFilesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final String STUDENT = "id,jobs,any_job,lat,lon,radius_km,administrations,dates\n";
  private static final String AMBASSADOR = "id,job,lat,lon,administration,dates,capacity\n";

  @TempDir private Path folder;
  private int files;

  @Test
  void every_value_of_a_student_is_read() throws Exception {
    assertEquals(
        List.of(
            new Student(
                "s",
                List.of("dev", "data"),
                true,
                48.85,
                -2.35,
                1500,
                List.of("justice", "army"),
                List.of(DAY, DAY.plusDays(2))),
            new Student("t", List.of(), true, 0, 0.5, 5, List.of(), List.of(DAY))),
        InputFiles.students(
            file(
                STUDENT
                    + "s,dev|data,TRUE,48.85,-2.35,1.5e3,justice|army,2026-11-26|2026-11-24\n"
                    + "t,,1,0,+0.5,5,,2026-11-24\n")));
  }

  @ParameterizedTest
  @CsvSource({"true,true", "1,true", "True,true", "false,false", "0,false", "FALSE,false"})
  void yes_and_no_have_several_spellings(String value, boolean expected) throws Exception {
    Path file = file(STUDENT + "s,dev," + value + ",48.85,2.35,50,,2026-11-24\n");
    assertEquals(expected, InputFiles.students(file).getFirst().anyJob());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "2"})
  void nothing_else_is_yes_or_no(String value) throws Exception {
    Path file = file(STUDENT + "s,dev," + value + ",48.85,2.35,50,,2026-11-24\n");
    RefusedException refusal =
        assertThrows(RefusedException.class, () -> InputFiles.students(file));
    assertTrue(String.valueOf(refusal.getMessage()).contains("is not true or false"));
  }

  @Test
  void every_value_of_an_ambassador_is_read() throws Exception {
    assertEquals(
        List.of(
            new Ambassador("a", "dev", 48.85, -2.35, "justice", List.of(DAY, DAY.plusDays(2)), 3)),
        InputFiles.ambassadors(
            file(AMBASSADOR + "a,dev,48.85,-2.35,justice,2026-11-24|2026-11-26,3\n")));
  }

  @Test
  void an_ambassador_takes_as_many_frozen_pairs_as_seats() throws Exception {
    List<Student> students =
        InputFiles.students(
            file(
                STUDENT
                    + "s,dev,0,48.85,2.35,50,,2026-11-24\n"
                    + "t,dev,0,48.85,2.35,50,,2026-11-24\n"
                    + "u,dev,0,48.85,2.35,50,,2026-11-24\n"));
    List<Ambassador> two =
        InputFiles.ambassadors(file(AMBASSADOR + "a,dev,48.85,2.35,justice,2026-11-24,2\n"));
    assertEquals(
        List.of(new PairIds("s", "a"), new PairIds("t", "a")),
        InputFiles.frozen(file("student,ambassador\ns,a\nt,a\n"), students, two));
    Path three = file("student,ambassador\ns,a\nt,a\nu,a\n");
    RefusedException refusal =
        assertThrows(RefusedException.class, () -> InputFiles.frozen(three, students, two));
    assertTrue(
        String.valueOf(refusal.getMessage())
            .contains("line 4, column ambassador: a has more frozen pairs than seats"),
        refusal.getMessage());
  }

  @Test
  void blocked_pairs_are_read_whoever_they_name() throws Exception {
    assertEquals(
        List.of(new PairIds("s", "a"), new PairIds("s", "a")),
        InputFiles.blocked(file("ambassador,student\na,s\na,s\n")));
  }

  @Test
  void every_option_has_its_place() throws Exception {
    String[] needed = {
      "--students",
      "s",
      "--ambassadors",
      "a",
      "--event-day",
      "2026-11-24",
      "--seed",
      "-7",
      "--pairs",
      "p",
      "--stats",
      "t"
    };
    Options few = Options.parse(needed);
    assertEquals(
        new Options(
            Path.of("s"),
            Path.of("a"),
            Optional.empty(),
            Optional.empty(),
            DAY,
            -7,
            Path.of("p"),
            Path.of("t"),
            Optional.empty()),
        few);
    assertEquals(List.of(Path.of("s"), Path.of("a")), few.inputs());
    assertEquals(List.of(Path.of("p"), Path.of("t")), few.outputs());
    String[] more = {"--frozen", "f", "--blocked", "b", "--shortages", "o"};
    Options all = Options.parse(concat(needed, more));
    assertEquals(List.of(Path.of("s"), Path.of("a"), Path.of("f"), Path.of("b")), all.inputs());
    assertEquals(List.of(Path.of("p"), Path.of("t"), Path.of("o")), all.outputs());
  }

  private static String[] concat(String[] ones, String[] others) {
    return Stream.of(ones, others).flatMap(Stream::of).toArray(String[]::new);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve(files++ + ".csv"), text);
  }
}
