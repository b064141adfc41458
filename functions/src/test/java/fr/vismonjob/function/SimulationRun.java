package fr.vismonjob.function;

import fr.vismonjob.dynamodb.LocalTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@code make simulate}: plays seeds, or a script. What fails is shortened when all are played, and
 * printed as a script that can be played again.
 */
final class SimulationRun {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private final SimulatedEditions editions = new SimulatedEditions(TABLES);
  private final List<String> failed = new ArrayList<>();

  @Test
  void play() throws IOException {
    String script = System.getProperty("simulation.script", "");
    if (script.isEmpty()) {
      playSeeds(System.getProperty("simulation.seeds", "1-1000"));
    } else {
      List<String> lines = Files.readAllLines(Path.of(script));
      editions.fault(lines).ifPresent(fault -> failed.add(script + ": " + fault.getMessage()));
    }
    if (!failed.isEmpty()) {
      throw new AssertionError(String.join("\n\n", failed));
    }
  }

  /**
   * @param range such as {@code 1-1000}, or one seed
   */
  private void playSeeds(String range) throws IOException {
    String[] ends = range.split("-", -1);
    long from = Long.parseLong(ends[0]);
    long until = Long.parseLong(ends[ends.length - 1]);
    Instant began = Instant.now();
    SortedMap<Long, AssertionError> faults = new TreeMap<>();
    for (long seed = from; seed <= until; seed++) {
      List<String> script = SimulationScript.of(seed);
      Optional<AssertionError> fault = editions.fault(script);
      long disturbances = script.stream().filter(SimulationScript::disturbs).count();
      say(
          "seed %d: %d lines, of which %d disturb, %d mails, %s"
              .formatted(
                  seed,
                  script.size(),
                  disturbances,
                  editions.mailed(),
                  fault.map(it -> "FAILED: " + it).orElse("passed")));
      if (fault.isPresent()) {
        faults.put(seed, fault.get());
      }
    }
    say(
        "%d editions in %d minutes, %d failed"
            .formatted(
                until - from + 1,
                Duration.between(began, Instant.now()).toMinutes(),
                faults.size()));
    for (var fault : faults.entrySet()) {
      shorten(fault.getKey(), fault.getValue());
    }
  }

  private void shorten(long seed, AssertionError fault) throws IOException {
    say("shortening seed " + seed + " …");
    List<String> shrunk = editions.shrunk(SimulationScript.of(seed), fault);
    Path file = Path.of("target", "simulation", seed + ".txt");
    Files.createDirectories(file.getParent());
    Files.write(file, shrunk);
    failed.add(
        "seed %d: %s%n%s%nPlay it again: make simulate SCRIPT=functions/%s"
            .formatted(seed, fault.getMessage(), String.join("\n", shrunk), file));
    say(failed.getLast());
  }

  /** Past the runner's own output, at once. */
  private static void say(String line) {
    System.err.println(line);
  }
}
