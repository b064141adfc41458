package fr.vismonjob.page;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Writes every page in each of its states to {@code target/pages}, with the assets they need, for
 * browser tests and people to look at; to be served at the root of a site.
 */
final class PagePreviewTest {
  private static final Path FOLDER = Path.of("target", "pages");

  @Test
  void every_page_can_be_looked_at() throws IOException {
    Path assets = Files.createDirectories(FOLDER.resolve("p/assets"));
    try (Stream<Path> files = Files.list(Path.of("target", "site", "assets"))) {
      for (Path file : files.toList()) {
        Files.write(assets.resolve(file.getFileName()), Files.readAllBytes(file));
      }
    }
    write("", UnaryOperator.identity());
    write("hostile-", text -> PagesTest.HOSTILE);
    for (Map.Entry<String, String> page : GatewayPages.html().entrySet()) {
      Files.writeString(FOLDER.resolve("gateway-" + page.getKey() + ".html"), page.getValue());
    }
  }

  private static void write(String prefix, UnaryOperator<String> text) throws IOException {
    Map<String, String> pages = PageSamples.of(new Site("/p", Assets.fromClassPath()), text);
    assertFalse(pages.isEmpty());
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(FOLDER.resolve(prefix + page.getKey() + ".html"), page.getValue());
    }
  }
}
