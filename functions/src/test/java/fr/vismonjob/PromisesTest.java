package fr.vismonjob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/promises.md gives each promise what holds it: a test, a promise of the model, a file. */
final class PromisesTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern NAMED = Pattern.compile("`(\\w+)(?:\\.(\\w+))?`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)");

  @Test
  void each_promise_names_what_holds_it_and_that_exists() throws IOException {
    String models = sources(Path.of("..", "model"), ".tla");
    List<String> wrong = new ArrayList<>();
    List<String[]> promises = promises();
    for (String[] promise : promises) {
      List<MatchResult> named = NAMED.matcher(promise[3]).results().toList();
      List<MatchResult> links = LINK.matcher(promise[3]).results().toList();
      if (named.isEmpty() && links.isEmpty()) {
        wrong.add("nothing holds " + promise[1]);
      }
      for (MatchResult test : named) {
        if (!models.contains("\n" + test.group(1) + " ==") && !isTest(test)) {
          wrong.add(test.group());
        }
      }
      for (MatchResult link : links) {
        if (!Files.exists(DOCS.resolve(link.group(1)))) {
          wrong.add(link.group(1));
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(promises.size() > 10, "the table has been read");
  }

  private static List<String[]> promises() throws IOException {
    try (Stream<String> lines = Files.lines(DOCS.resolve("promises.md"))) {
      return lines
          .filter(line -> line.startsWith("| **"))
          .map(line -> line.split("\\|", -1))
          .toList();
    }
  }

  private static boolean isTest(MatchResult named) throws IOException {
    for (String module : List.of("functions", "matching", "e2e")) {
      String source =
          sources(Path.of("..", module, "src", "test", "java"), "/" + named.group(1) + ".java");
      String method = named.group(2);
      if (!source.isEmpty() && (method == null || source.contains(" void " + method + "("))) {
        return true;
      }
    }
    return false;
  }

  private static String sources(Path folder, String end) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(end)).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }
}
