package fr.vismonjob.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/**
 * Looks at a page as it stands: pictures of it on a phone and on a desk, and what axe finds fault
 * with.
 */
final class Look {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final List<Integer> WIDTHS = List.of(390, 1280);
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private Look() {}

  /** Without scripts axe cannot run: then only pictures are taken. */
  static void at(Page page, boolean withScripts, String name) {
    for (int width : WIDTHS) {
      page.setViewportSize(width, 900);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(PICTURES.resolve(name + "-" + width + ".png")));
      assertFits(page, name, width);
    }
    if (withScripts) {
      assertAccessible(page, name);
    }
  }

  private static void assertAccessible(Page page, String name) {
    assertEquals(
        List.of(),
        new AxeBuilder(page)
            .withTags(RULES).analyze().getViolations().stream()
                .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getTarget())
                .toList(),
        name);
  }

  private static void assertFits(Page page, String name, int width) {
    Object wide = page.evaluate("() => document.documentElement.scrollWidth");
    assertTrue(((Number) wide).intValue() <= width, name + " is " + wide + " wide");
  }
}
