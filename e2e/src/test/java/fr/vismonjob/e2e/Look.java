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
      picture(page, name + "-" + width);
      assertFits(page, name, width);
    }
    if (withScripts) {
      assertAccessible(page, name);
    }
  }

  /** All of a page, down to its end, as {@code target/screenshots/name.png}. */
  static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
  }

  static void assertAccessible(Page page, String name) {
    assertAccessible(page, name, List.of());
  }

  static void assertAccessible(Page page, String name, List<String> exempt) {
    AxeBuilder axe = new AxeBuilder(page).withTags(RULES);
    assertEquals(List.of(), faults(exempt.isEmpty() ? axe : axe.disableRules(exempt)), name);
  }

  /** All that another colour scheme can do harm to. */
  static void assertContrasts(Page page, String name) {
    assertEquals(
        List.of(), faults(new AxeBuilder(page).withRules(List.of("color-contrast"))), name);
  }

  /** No page of ours has frames, for which axe would open one more window each time. */
  private static List<String> faults(AxeBuilder axe) {
    return axe.setLegacyMode(true).analyze().getViolations().stream()
        .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getTarget())
        .toList();
  }

  static void assertFits(Page page, String name, int width) {
    Object wide = page.evaluate("() => document.documentElement.scrollWidth");
    assertTrue(((Number) wide).intValue() <= width, name + " is " + wide + " wide");
  }
}
