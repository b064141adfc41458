package fr.vismonjob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages and mails keep to the words of docs/glossaire.md. */
final class GlossaryTest {
  private static final Path TEMPLATES = Path.of("src", "main", "jte");

  @Test
  void no_page_and_no_mail_uses_a_word_to_be_avoided() throws IOException {
    List<Pattern> avoided = avoided();
    assertFalse(avoided.isEmpty());
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        for (Pattern word : avoided) {
          word.matcher(text).results().forEach(hit -> found.add(file + ": " + hit.group()));
        }
      }
    }
    assertEquals(List.of(), found);
  }

  /** The last column of each row, singular or plural. */
  private static List<Pattern> avoided() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("..", "docs", "glossaire.md"))) {
      return lines
          .filter(line -> line.startsWith("| **"))
          .map(line -> line.split("\\|", -1)[4])
          .flatMap(words -> Arrays.stream(words.split(",", -1)))
          .map(String::strip)
          .filter(word -> !word.isEmpty())
          .map(word -> Pattern.compile("(?iu)(?<!\\p{L})" + Pattern.quote(word) + "s?(?!\\p{L})"))
          .toList();
    }
  }
}
