package fr.vismonjob.workflow;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.json.Json;
import fr.vismonjob.matching.PairIds;
import fr.vismonjob.pairing.Entrant;
import fr.vismonjob.pairing.KnownPairs;
import fr.vismonjob.pairing.KnownPairs.ImposedRequest;
import fr.vismonjob.pairing.PairingRun;
import fr.vismonjob.pairing.PlannedPair;
import fr.vismonjob.registration.RegistrationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run can be replayed with the engine's command line from the files that it leaves. */
final class ReplayTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-10");

  @TempDir Path folder;

  private static Stream<Entrant> pool(RegistrationBuilder... people) {
    return Stream.of(people)
        .map(RegistrationBuilder::build)
        .flatMap(person -> Entrant.of(person, person.id(), TODAY).stream());
  }

  private final List<Entrant> pool =
      pool(
              ambassador("Ada").place("Lyon", "Rhône", 45.7603, 4.8357),
              ambassador("Bob").capacity(2).dates("2026-11-23", "2026-11-24"),
              student("Zoe"),
              student("Yan").dates("2026-11-23"),
              student("Lou").place("Lyon", "Rhône", 45.7603, 4.8357))
          .toList();
  private final PairingRun run =
      new PairingRun(
          EditionBuilder.edition().build(),
          pool,
          new KnownPairs(
              List.of(new PairIds(id(student("Yan")), id(ambassador("Ada")))),
              List.of(),
              List.of(
                  new ImposedRequest(
                      id(ambassador("Bob")),
                      "",
                      Optional.of(new PairIds(id(student("Lou")), id(ambassador("Bob")))),
                      ""))));

  private static String id(RegistrationBuilder person) {
    return person.build().id();
  }

  @Test
  void the_command_line_makes_the_same_pairs_around_the_imposed_one() throws Exception {
    for (Map.Entry<String, String> file : ReplayFiles.of(run.instance()).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    Map<String, Object> settings = ReplayFiles.settings(run.instance());
    assertEquals(0, replay(settings));

    List<String> expected =
        run.decide().pairs().stream()
            .map(pair -> pair.student().registration() + "," + pair.ambassador().registration())
            .sorted()
            .toList();
    List<String> replayed =
        Stream.of("pairs.csv", "frozen.csv")
            .flatMap(this::rows)
            .map(line -> String.join(",", List.of(line.split(",", -1)).subList(0, 2)))
            .sorted()
            .toList();
    assertEquals(expected, replayed);
    Map<String, Object> stats = Json.readObject(Files.readAllBytes(folder.resolve("stats.json")));
    assertEquals(settings.get("input_sha256"), stats.get("input_sha256"));
    assertEquals(settings.get("version"), stats.get("version"));
  }

  private Stream<String> rows(String name) {
    try {
      return Files.readAllLines(folder.resolve(name)).stream().skip(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int replay(Map<String, Object> settings) throws IOException, InterruptedException {
    Process engine =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "fr.vismonjob.matching.cli.Main",
                "--students",
                file("students.csv"),
                "--ambassadors",
                file("ambassadors.csv"),
                "--frozen",
                file("frozen.csv"),
                "--blocked",
                file("blocked.csv"),
                "--event-day",
                String.valueOf(settings.get("event_day")),
                "--seed",
                String.valueOf(settings.get("seed")),
                "--pairs",
                file("pairs.csv"),
                "--stats",
                file("stats.json"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    return engine.waitFor();
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void people_and_pairs_are_the_same_after_a_way_through_json() {
    for (Entrant entrant : pool) {
      assertEquals(entrant, EntrantJson.entrant(throughJson(EntrantJson.write(entrant))));
    }
    for (PlannedPair pair : run.decide().pairs()) {
      assertEquals(pair, EntrantJson.pair(throughJson(EntrantJson.write(pair))));
    }
  }

  private static JsonInput throughJson(Map<String, Object> json) {
    return new JsonInput(Json.readObject(Json.write(json).getBytes(StandardCharsets.UTF_8)));
  }
}
