package fr.vismonjob.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each mail, and each page in each of its states, with ordinary and with hostile values: on a
 * phone, on a desk, enlarged, in the light and in the dark. They need no stack, so they are looked
 * at beside the other tests; a browser belongs to the thread that opened it.
 */
@Execution(ExecutionMode.CONCURRENT)
class PreviewIT {
  /** A mail is shown within the page of a mail program, which has the landmarks. */
  private static final List<String> PAGE_RULES = List.of("landmark-one-main", "region");

  /** CSS pixels left of 1280 at 200 %, and at 400 %, where WCAG 1.4.10 asks for reflow. */
  private static final int ENLARGED = 640;

  private static final int SMALLEST = 320;

  private static Previews previews;
  private static Browser browser;
  private static Page page;

  @BeforeAll
  static void opens() {
    previews = new Previews();
    browser = Browser.open();
    page = browser.window(previews.home(), true);
  }

  @AfterAll
  static void closes() {
    browser.assertNothingWentWrong();
    browser.close();
    previews.close();
  }

  static List<String> mails() {
    return Previews.in("mails").stream()
        .filter(name -> !name.equals("index") && !name.endsWith("-dark"))
        .toList();
  }

  static List<String> pages() {
    return Previews.in("pages");
  }

  @ParameterizedTest
  @Execution(ExecutionMode.SAME_THREAD)
  @MethodSource("mails")
  void a_mail_can_be_read(String name) {
    look("mails/" + name + ".html", "mail-" + name, PAGE_RULES);
  }

  @ParameterizedTest
  @Execution(ExecutionMode.SAME_THREAD)
  @MethodSource("pages")
  void a_page_can_be_read(String name) {
    look(name + ".html", "page-" + name, List.of());
  }

  private static void look(String path, String name, List<String> exempt) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(ENLARGED, 900);
    page.navigate(previews.home().resolve(path).toString());
    Look.assertFits(page, name, ENLARGED);
    page.setViewportSize(SMALLEST, 900);
    Look.assertFits(page, name, SMALLEST);
    if (name.contains("hostile")) {
      Look.picture(page, name + "-" + SMALLEST);
      Look.assertAccessible(page, name, exempt);
      return;
    }
    Look.at(page, false, name);
    Look.assertAccessible(page, name, exempt);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.setViewportSize(390, 900);
    Look.picture(page, name + "-dark");
    Look.assertContrasts(page, name + " in the dark");
  }
}
