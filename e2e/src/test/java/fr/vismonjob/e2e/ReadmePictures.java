package fr.vismonjob.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotScale;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * No test: takes the README's pictures anew ({@code make screenshots}), the report's from the
 * sample edition that {@code make run} lets live.
 */
class ReadmePictures {
  private static final Path FOLDER = Path.of("..", "docs", "images");
  private static final int SIDE = 1000;

  @Test
  void home_partner_and_report() {
    try (Previews previews = new Previews();
        Browser browser = Browser.open()) {
      Page page = browser.window(previews.home(), true);
      page.setViewportSize(SIDE, SIDE);
      page.navigate(previews.home().resolve("home-open.html").toString());
      take(page, "accueil");
      page.navigate(previews.home().resolve("pair-formed.html").toString());
      take(page, "binome");
      page.setContent(report());
      page.locator("h2:text-is('Métiers')").evaluate("e => e.scrollIntoView()");
      take(page, "rapport");
    }
  }

  private static String report() {
    Map<String, Object> answer =
        new Functions(World.STACK).call("ReportFunction", Map.of("edition", World.EDITION.key()));
    return new ReportBucket(World.STACK).read(String.valueOf(answer.get("rapport")));
  }

  private static void take(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setScale(ScreenshotScale.CSS)
            .setPath(FOLDER.resolve(name + ".png")));
  }
}
