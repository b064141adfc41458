package fr.vismonjob.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine, driven by the Node.js of this machine. */
final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final List<String> complaints = new ArrayList<>();

  private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Browser open() {
    Path chromium =
        Stream.ofNullable(System.getenv("CHROMIUM"))
            .map(Path::of)
            .findFirst()
            .or(Browser::onPath)
            .orElseThrow(
                () -> new AssertionError("No Chromium: install it, or set CHROMIUM to its path"));
    Path node = onPath("node").orElseThrow(() -> new AssertionError("No Node.js on the PATH"));
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
    return new Browser(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setChromiumSandbox(false)));
  }

  private static Optional<Path> onPath() {
    return NAMES.stream().flatMap(name -> onPath(name).stream()).findFirst();
  }

  private static Optional<Path> onPath(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A window of its own on the site, with nothing remembered. What goes wrong in it is noted. */
  Page window(boolean withScripts) {
    return window(URI.create(World.STACK.siteUrl()), withScripts);
  }

  /** The same on any site, which may send for nothing elsewhere. */
  Page window(URI home, boolean withScripts) {
    BrowserContext context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("fr-FR")
                .setJavaScriptEnabled(withScripts));
    Page page = context.newPage();
    page.setDefaultTimeout(60_000); // a first answer waits for a cold start
    String site = home.getAuthority();
    page.onRequest(
        request -> {
          URI address = URI.create(request.url());
          if (address.getAuthority() != null && !address.getAuthority().equals(site)) {
            complaints.add("request to another host: " + request.url());
          }
        });
    page.onConsoleMessage(
        message -> {
          boolean answered = message.text().startsWith("Failed to load resource");
          if (message.type().equals("error") && !answered) {
            complaints.add("console: " + message.text());
          }
        });
    page.onPageError(error -> complaints.add("script: " + error));
    return page;
  }

  void assertNothingWentWrong() {
    assertEquals(List.of(), complaints);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
