package fr.vismonjob.function;

import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.edition.EditionTable;
import fr.vismonjob.form.Labelled;
import fr.vismonjob.json.Json;
import fr.vismonjob.metric.MetricLines;
import fr.vismonjob.pairing.Entrant;
import fr.vismonjob.workflow.EntrantJson;
import fr.vismonjob.workflow.RunFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * Times the step that makes pairs, with a national pool and files on the disk, in the JVM that it
 * is started in. It counts the processor's time of all threads, the compiler's and the collector's
 * too, and no wall clock, since other programs may run on the machine.
 *
 * <pre>
 * python3 bench/matching/generate.py 100000 100000 1 target/solve
 * unzip -qo functions/target/functions.zip -d target/functions
 * java -cp 'target/functions/lib/*:functions/target/test-classes' \
 *   fr.vismonjob.function.SolveBench target/solve pool
 * java -Xmx2556m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
 *   -cp 'target/functions/lib/*:functions/target/test-classes' \
 *   fr.vismonjob.function.SolveBench target/solve
 * </pre>
 */
final class SolveBench {
  private SolveBench() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    RunFiles files = filesIn(folder);
    if (arguments.length > 1) {
      writePool(folder, files);
      return;
    }
    EditionTable editions =
        new EditionTable(knowingOneEdition(), "Editions", InstantSource.system());
    String event =
        Json.write(
            Map.of(
                "edition", "2026",
                "passage", "2026-11-10",
                "proposer", false,
                "today", "2026-11-10",
                "dossier", "run",
                "vivier", List.of(Map.of("fichier", "run/vivier-0.json"))));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new SolveFunction(editions, files, new MetricLines().metrics())
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
            answer,
            new TestContext());
    Duration spent = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "%.1f s: %s%n",
        spent.toMillis() / 1e3,
        answer.toString(StandardCharsets.UTF_8));
  }

  private static void writePool(Path folder, RunFiles files) throws IOException {
    List<Map<String, Object>> people =
        Stream.concat(
                rows(folder.resolve("students.csv")).map(SolveBench::guest),
                rows(folder.resolve("ambassadors.csv")).map(SolveBench::host))
            .map(EntrantJson::write)
            .toList();
    files.writeJson(
        "run/vivier-0.json",
        Map.of(
            "personnes",
            people,
            "interdits",
            List.of(),
            "annules",
            List.of(),
            "imposes",
            List.of()));
  }

  private static Stream<String[]> rows(Path csv) throws IOException {
    return Files.readAllLines(csv).stream().skip(1).map(line -> line.split(",", -1));
  }

  private static Entrant guest(String[] row) {
    return new Entrant.Guest(
        new Entrant.Standing(row[0], 1, 0, "", true),
        row[0],
        list(row[1]),
        Boolean.parseBoolean(row[2]),
        "Lyon (Rhône)",
        Double.parseDouble(row[3]),
        Double.parseDouble(row[4]),
        Integer.parseInt(row[5]),
        list(row[6]),
        days(row[7]));
  }

  private static Entrant host(String[] row) {
    return new Entrant.Host(
        new Entrant.Standing(row[0], 1, 0, "", true),
        row[0],
        new Labelled(row[1], row[1]),
        new Labelled(row[4], row[4]),
        "Lyon (Rhône)",
        Double.parseDouble(row[2]),
        Double.parseDouble(row[3]),
        days(row[5]),
        Integer.parseInt(row[6]));
  }

  private static List<String> list(String joined) {
    return joined.isEmpty() ? List.of() : Arrays.asList(joined.split("\\|"));
  }

  private static List<LocalDate> days(String joined) {
    return list(joined).stream().map(LocalDate::parse).toList();
  }

  private static DynamoDbClient knowingOneEdition() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            SolveBench.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (_, _, _) -> GetItemResponse.builder().item(EditionBuilder.edition().item()).build());
  }

  private static RunFiles filesIn(Path folder) {
    return new RunFiles() {
      @Override
      public void delete(String key) {
        throw new IllegalStateException(key);
      }

      @Override
      public void write(String key, String content) {
        Path file = folder.resolve(key);
        try {
          Files.createDirectories(file.getParent());
          Files.writeString(file, content);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public String read(String key) {
        try {
          return Files.readString(folder.resolve(key));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public Optional<String> find(String key) {
        return Files.exists(folder.resolve(key)) ? Optional.of(read(key)) : Optional.empty();
      }
    };
  }
}
