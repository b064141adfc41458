package fr.vismonjob.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each mail, and each page in each of its states, with ordinary and with hostile values, as the
 * functions' tests left them: on a phone, on a desk, enlarged, in the light and in the dark.
 */
class PreviewIT {
  private static final Path BUILT =
      Path.of(System.getProperty("vismonjob.previews", "../functions/target"))
          .toAbsolutePath()
          .normalize();

  /** A mail is shown within the page of a mail program, which has the landmarks. */
  private static final List<String> PAGE_RULES = List.of("landmark-one-main", "region");

  /** CSS pixels left of 1280 at 200 %, and at 400 %, where WCAG 1.4.10 asks for reflow. */
  private static final int ENLARGED = 640;

  private static final int SMALLEST = 320;

  private static HttpServer server;
  private static URI home;
  private static Browser browser;
  private static Page page;

  @BeforeAll
  static void opens() {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server =
        SimpleFileServer.createFileServer(
            anyPort, BUILT.resolve("pages"), SimpleFileServer.OutputLevel.NONE);
    server.createContext("/mails/", SimpleFileServer.createFileHandler(BUILT.resolve("mails")));
    server.start();
    home = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    browser = Browser.open();
    page = browser.window(home, true);
  }

  @AfterAll
  static void closes() {
    browser.assertNothingWentWrong();
    browser.close();
    server.stop(0);
  }

  static List<String> mails() {
    return names("mails").filter(name -> !name.equals("index") && !name.endsWith("-dark")).toList();
  }

  static List<String> pages() {
    return names("pages").toList();
  }

  @ParameterizedTest
  @MethodSource("mails")
  void a_mail_can_be_read(String name) {
    look("mails/" + name + ".html", "mail-" + name, PAGE_RULES);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_can_be_read(String name) {
    look(name + ".html", "page-" + name, List.of());
  }

  private static void look(String path, String name, List<String> exempt) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(ENLARGED, 900);
    page.navigate(home.resolve(path).toString());
    Look.assertFits(page, name, ENLARGED);
    page.setViewportSize(SMALLEST, 900);
    Look.assertFits(page, name, SMALLEST);
    if (name.contains("hostile")) {
      Look.picture(page, name + "-" + SMALLEST);
      return;
    }
    Look.at(page, false, name);
    Look.assertAccessible(page, name, exempt);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.setViewportSize(390, 900);
    Look.picture(page, name + "-dark");
    Look.assertContrasts(page, name + " in the dark");
  }

  private static Stream<String> names(String folder) {
    try (Stream<Path> files = Files.list(BUILT.resolve(folder))) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".html"))
              .map(name -> name.substring(0, name.length() - ".html".length()))
              .sorted()
              .toList();
      assertFalse(names.isEmpty());
      return names.stream();
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing to look at (make mail-previews)", e);
    }
  }
}
