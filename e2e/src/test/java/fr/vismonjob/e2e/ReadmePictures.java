package fr.vismonjob.e2e;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** No test: takes the README's pictures anew ({@code make screenshots}). */
class ReadmePictures {
  private static final Path FOLDER = Path.of("..", "docs", "images");

  @Test
  void home_partner_and_report() {
    try (Previews previews = new Previews();
        Browser browser = Browser.open()) {
      Page page = browser.window(previews.home(), true);
      take(page, previews.home().resolve("home-open.html"), 760, "accueil");
      take(page, previews.home().resolve("pair-formed.html"), 1120, "binome");
      take(page, Previews.report(), 1000, "rapport");
    }
  }

  private static void take(Page page, URI address, int height, String name) {
    page.setViewportSize(1000, height);
    page.navigate(address.toString());
    page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
  }
}
