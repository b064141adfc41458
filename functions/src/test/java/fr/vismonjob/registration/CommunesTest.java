package fr.vismonjob.registration;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.vismonjob.classpath.TextFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommunesTest {
  private static final Map<String, Long> LINES =
      new String(TextFile.bytes("/communes.tsv"), StandardCharsets.UTF_8)
          .lines()
          .collect(groupingBy(line -> line.substring(0, 5), counting()));

  @Test
  void every_postal_code_has_the_communes_of_its_lines() {
    LINES.forEach(
        (code, lines) -> {
          List<Place> found = Communes.of(code);
          assertEquals((long) lines, found.size(), code);
          found.forEach(place -> assertEquals(code, place.postalCode()));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000", "01001", "34999", "99999", "3500", "350000", ""})
  void a_code_without_a_line_has_no_commune(String code) {
    assertEquals(List.of(), Communes.of(code));
  }
}
