package fr.vismonjob;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class EventsTest {
  @TestFactory
  Stream<DynamicTest> every_sample_event_is_read_by_a_test() throws IOException {
    String tests = sources(Path.of("src/test/java"));
    return list(Path.of("../events")).stream()
        .map(event -> event.getFileName().toString())
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name, () -> assertTrue(tests.contains(name + "\""), name + " is in no test")));
  }

  private static String sources(Path folder) throws IOException {
    return list(folder).stream()
        .map(
            path -> {
              try {
                return Files.readString(path);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            })
        .collect(Collectors.joining());
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
