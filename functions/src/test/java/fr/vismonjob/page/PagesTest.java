package fr.vismonjob.page;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.form.Field;
import fr.vismonjob.form.Kind;
import fr.vismonjob.pairing.FeedbackFields;
import fr.vismonjob.registration.RegistrationFields;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.WelcomeForm;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds on every page, in every state, whatever people type. */
class PagesTest {
  private static final Assets ASSETS = Assets.fromClassPath();
  private static final Site SITE = new Site("/_aws/execute-api/a1b2c3d4e5/Prod", ASSETS);

  /**
   * Markup in text and in attributes, a right-to-left override, letters that are read that way, a
   * line break, a symbol made of several characters, and a very long word.
   */
  static final String HOSTILE =
      "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>\u202Eevil\r\nX: y \u05D0\u05D1"
          + " \uD83D\uDC69\u200D\uD83D\uDCBB "
          + "w".repeat(300);

  @Test
  void the_next_edition_is_announced_once_this_one_is_over_and_not_before() {
    Site site = new Site("", ASSETS);
    for (String page : List.of("home-next", "student-next")) {
      assertTrue(page(site, page).contains(FrenchDates.day(LocalDate.of(2027, 9, 25))), page);
    }
    assertFalse(page(site, "home-next-unseen").contains("2027"));
    assertTrue(page(site, "home-after").contains("ne sont pas encore connues"));
  }

  @TestFactory
  Stream<DynamicTest> is_sound_with_ordinary_values() {
    return onEachPage(UnaryOperator.identity(), PagesTest::assertSound);
  }

  @TestFactory
  Stream<DynamicTest> is_sound_with_hostile_values() {
    return onEachPage(text -> HOSTILE, PagesTest::assertSound);
  }

  @TestFactory
  Stream<DynamicTest> shows_hostile_values_as_text_only() {
    return onEachPage(
        text -> HOSTILE,
        page -> {
          assertTrue(page.select("img, [onerror], body script").isEmpty());
          assertEquals(1, page.select("script").size());
        });
  }

  /** Whatever direction it is read in, it turns nothing but itself. */
  @TestFactory
  Stream<DynamicTest> sets_apart_what_people_type() {
    return onEachPage(
        text -> HOSTILE,
        page -> {
          page.select("title, bdi, [dir=auto], textarea, option").remove();
          assertEquals("", all(page, ":containsOwn(\u202E)"));
        });
  }

  @Test
  void a_name_does_not_turn_the_date_beside_it() {
    String page =
        Objects.requireNonNull(PageSamples.of(SITE, text -> HOSTILE).get("feedback-several-wrong"));
    assertTrue(page.contains("\u2069, mardi 24"));
  }

  /** A form with a fault on every field says more than any other page. */
  @TestFactory
  Stream<DynamicTest> is_light() {
    return PageSamples.of(SITE, UnaryOperator.identity()).entrySet().stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.getKey(),
                    () -> {
                      int bytes = page.getValue().getBytes(StandardCharsets.UTF_8).length;
                      int most = page.getKey().endsWith("-wrong") ? 26_000 : 20_000;
                      assertTrue(bytes < most, bytes + " bytes");
                    }));
  }

  /**
   * Browsers cut off what is longer without a word: then a wrong value may pass for a right one.
   */
  @Test
  void no_control_cuts_off_what_the_server_could_read_or_refuse() {
    Map<String, Integer> longest =
        Stream.of(
                RegistrationFields.of(Role.AMBASSADEUR),
                RegistrationFields.of(Role.ETUDIANT),
                WelcomeForm.FIELDS,
                FeedbackFields.FIELDS)
            .flatMap(List::stream)
            .filter(field -> field.kind() instanceof Kind.Text)
            .collect(toMap(Field::name, field -> ((Kind.Text) field.kind()).longest(), Math::max));
    PageSamples.of(SITE, UnaryOperator.identity())
        .forEach(
            (name, page) ->
                Jsoup.parse(page)
                    .select("[maxlength]")
                    .forEach(
                        control ->
                            assertTrue(
                                Integer.parseInt(control.attr("maxlength"))
                                    >= 2 * longest.getOrDefault(control.attr("name"), 0),
                                () -> name + ": " + control)));
    Element phone =
        Objects.requireNonNull(Jsoup.parse(page(SITE, "student-form")).getElementById("telephone"));
    assertTrue("+33 (0) 6 12 34 56 78".length() < Integer.parseInt(phone.attr("maxlength")));
  }

  /** A control of that type sends nothing for what it cannot read, as if nothing were typed. */
  @TestFactory
  Stream<DynamicTest> a_number_is_sent_as_it_was_typed() {
    return onEachPage(
        UnaryOperator.identity(), page -> assertEquals("", all(page, "[type=number]")));
  }

  @Test
  void works_at_the_root_of_a_domain() {
    String page = page(new Site("", ASSETS), "home-open");
    assertTrue(page.contains("href=\"/ambassadeurs\""));
  }

  @Test
  void personal_pages_are_not_indexed() {
    String page = page(SITE, "student-registration");
    assertTrue(page.contains("<meta name=\"robots\" content=\"noindex\">"));
  }

  private static String page(Site site, String name) {
    return Objects.requireNonNull(PageSamples.of(site, UnaryOperator.identity()).get(name));
  }

  private static Stream<DynamicTest> onEachPage(
      UnaryOperator<String> text, Consumer<Document> check) {
    return PageSamples.of(SITE, text).entrySet().stream()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page.getKey(), () -> check.accept(Jsoup.parse(page.getValue()))));
  }

  private static void assertSound(Document page) {
    assertAll(
        () -> assertEquals("fr", page.select("html").attr("lang")),
        () -> assertTrue(page.title().endsWith(" – Vis mon job"), page.title()),
        () -> assertEquals(1, page.select("h1").size(), "h1"),
        () -> assertEquals(1, page.select("main").size(), "main"),
        () -> assertHeadingsStepDown(page),
        () -> assertIdsAreUnique(page),
        () -> assertReferencesExist(page),
        () -> assertControlsAreLabelled(page),
        () ->
            assertEquals(
                "", all(page, "[style], style, script:not([src]), [href^=data:], [src^=data:]")),
        () -> assertNoEventHandlers(page),
        () -> assertLinksStayHere(page),
        () -> assertAssetsExist(page),
        () -> assertEquals("", all(page, "form:not([method=post])")));
  }

  private static void assertHeadingsStepDown(Document page) {
    int level = 0;
    for (Element heading : page.select("main :is(h1, h2, h3, h4, h5, h6)")) {
      int next = heading.tagName().charAt(1) - '0';
      assertTrue(next <= level + 1, heading.outerHtml());
      level = next;
    }
  }

  private static void assertIdsAreUnique(Document page) {
    Set<String> seen = new HashSet<>();
    page.select("[id]")
        .forEach(element -> assertTrue(seen.add(element.id()), "twice: " + element.id()));
  }

  private static void assertReferencesExist(Document page) {
    Set<String> ids = page.select("[id]").stream().map(Element::id).collect(toSet());
    Stream<String> named =
        Stream.of("for", "aria-describedby", "aria-labelledby", "aria-controls")
            .flatMap(
                name -> page.select("[" + name + "]").stream().map(element -> element.attr(name)))
            .flatMap(value -> Arrays.stream(value.strip().split("\\s+", -1)));
    Stream<String> linked =
        page.select("a[href^=#]").stream().map(link -> link.attr("href").substring(1));
    Stream.concat(named, linked)
        .forEach(id -> assertTrue(ids.contains(id), "no element has the id " + id));
  }

  private static void assertControlsAreLabelled(Document page) {
    for (Element control : page.select("input:not([type=hidden]), select, textarea")) {
      assertEquals(1, page.select("label[for=" + control.id() + "]").size(), control.outerHtml());
    }
    assertEquals("", all(page, "fieldset:not(:has(> legend))"));
    assertEquals(
        "", all(page, "label a, label button"), "whoever clicks a label means its control");
    assertEquals("", all(page, "[aria-describedby=''], [aria-labelledby=''], [aria-invalid='']"));
    page.select("button, a")
        .forEach(element -> assertFalse(element.text().isBlank(), element.outerHtml()));
  }

  private static void assertNoEventHandlers(Document page) {
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        assertFalse(
            attribute.getKey().startsWith("on"), element.tagName() + " " + attribute.getKey());
      }
    }
  }

  private static void assertLinksStayHere(Document page) {
    List<String> allowedElsewhere = List.of("https://visio.exemple.gouv.fr/coaching");
    for (Element element : page.select("[href], [src], [action]")) {
      String address =
          element.attr(
              element.hasAttr("href") ? "href" : element.hasAttr("src") ? "src" : "action");
      boolean external = element.is("a.vmj-external") || allowedElsewhere.contains(address);
      assertTrue(
          address.startsWith("#")
              || address.startsWith("mailto:")
              || address.startsWith(SITE.basePath() + "/")
              || (element.is("a") && external),
          address);
    }
  }

  private static void assertAssetsExist(Document page) {
    Set<String> served = ASSETS.hashedNames().values().stream().collect(toSet());
    for (Element element : page.select("link[href], script[src]")) {
      String address = element.attr(element.is("link") ? "href" : "src");
      assertTrue(
          served.contains(address.substring((SITE.basePath() + "/assets/").length())), address);
    }
  }

  private static String all(Document page, String selector) {
    return page.select(selector).stream().map(Element::outerHtml).collect(joining("\n"));
  }
}
