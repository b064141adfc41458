package fr.vismonjob.matching.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes in place of the matching engine's input files. */
class CsvFuzz {
  private static final List<String> STUDENTS =
      List.of("id", "jobs", "any_job", "lat", "lon", "radius_km", "administrations", "dates");
  private static final List<String> AMBASSADORS =
      List.of("id", "job", "lat", "lon", "administration", "dates", "capacity");

  static Stream<byte[]> files() {
    return Stream.of(
            String.join(",", STUDENTS) + "\r\ns1,dev|data,true,48.1,-1.7,50,interieur,2026-11-24\n",
            String.join(",", AMBASSADORS)
                + "\na1,\"a \"\"b\"\"\n\",4E1,2,x,2026-11-24|2026-11-25,3")
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("files")
  @FuzzTest(maxDuration = "1m")
  void every_file_is_read_or_refused(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("fuzz", ".csv");
    try {
      Files.write(file, bytes);
      try {
        InputFiles.students(file);
        readsTheSameOnceQuoted(file, STUDENTS);
      } catch (RefusedException _) {
        // as it should be
      }
      try {
        InputFiles.ambassadors(file);
        readsTheSameOnceQuoted(file, AMBASSADORS);
      } catch (RefusedException _) {
        // as it should be
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void readsTheSameOnceQuoted(Path file, List<String> columns)
      throws IOException, RefusedException {
    List<List<String>> rows = fields(file, columns);
    Files.writeString(
        file,
        Stream.concat(Stream.of(header(file, columns)), rows.stream())
            .map(CsvFuzz::quoted)
            .collect(Collectors.joining("\r\n")));
    assertEquals(rows, fields(file, columns));
  }

  private static List<String> header(Path file, List<String> columns) throws RefusedException {
    return rows(file, columns).stream().map(Csv.Row::header).findFirst().orElse(columns);
  }

  private static List<List<String>> fields(Path file, List<String> columns)
      throws RefusedException {
    return rows(file, columns).stream().map(Csv.Row::fields).toList();
  }

  private static String quoted(List<String> values) {
    return values.stream()
        .map(value -> '"' + value.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }

  private static List<Csv.Row> rows(Path file, List<String> columns) throws RefusedException {
    List<Csv.Row> rows = new ArrayList<>();
    Csv.read(file, columns, rows::add);
    return rows;
  }
}
