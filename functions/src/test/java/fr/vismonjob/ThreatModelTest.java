package fr.vismonjob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/threat-model.md gives each threat its answer and its test. */
final class ThreatModelTest {
  private static final Pattern NAMED = Pattern.compile("`(\\w+)(?:\\.(\\w+))?`");

  @Test
  void each_threat_names_tests_that_exist() throws IOException {
    Map<String, String> sources = testSources();
    List<String> wrong = new ArrayList<>();
    List<String[]> threats = threats();
    for (String[] threat : threats) {
      List<MatchResult> named = NAMED.matcher(threat[3]).results().toList();
      if (named.isEmpty()) {
        wrong.add("no test: " + threat[1]);
      }
      for (MatchResult test : named) {
        String source = sources.getOrDefault(test.group(1), "");
        String method = test.group(2);
        if (source.isEmpty() || (method != null && !source.contains(" void " + method + "("))) {
          wrong.add(test.group());
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(threats.size() > 20, "the tables have been read");
  }

  /** The rows of the tables of threats, by columns. */
  private static List<String[]> threats() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("..", "docs", "threat-model.md"))) {
      return lines
          .filter(line -> line.startsWith("| ") && !line.startsWith("| threat "))
          .map(line -> line.split("\\|", -1))
          .toList();
    }
  }

  private static Map<String, String> testSources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    for (String module : List.of("functions", "matching", "e2e")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
        for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
          sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
        }
      }
    }
    return sources;
  }
}
