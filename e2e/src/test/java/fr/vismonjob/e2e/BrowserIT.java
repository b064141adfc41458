package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.TABLES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a browser, from the home page to the partner, with scripts and without. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BrowserIT extends InBrowser {
  private static final String SEND = "text=Envoyer mon inscription";

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_ambassador_and_a_student_come_from_home_to_their_partner(boolean withScripts) {
    String how = withScripts ? "" : "sans-script-";
    Page hosts = browser.window(withScripts);
    Sheet host = PartnersInMayotte.host();
    Sheet guest = PartnersInMayotte.guest();
    register(hosts, host, withScripts, how + "ambassadeur");
    Page guests = browser.window(withScripts);
    register(guests, guest, withScripts, how + "etudiant");

    follow(hosts, withScripts, host, "confirmation", how + "ambassadeur-2-confirmation");
    press(hosts);
    see(hosts, withScripts, how + "ambassadeur-3-confirmee");
    follow(guests, withScripts, guest, "confirmation", how + "etudiant-2-confirmation");
    press(guests);
    see(guests, withScripts, how + "etudiant-3-confirmee");

    follow(hosts, withScripts, host, "coaching", how + "ambassadeur-4-coaching");
    hosts.locator("button[name=seance]").first().click();
    see(hosts, withScripts, how + "ambassadeur-5-seance");
    MAILBOX.await(host.address(), "seance");

    hosts.navigate(page(host, "coaching", "binome"));
    see(hosts, withScripts, how + "ambassadeur-6-en-attente");
    PartnersInMayotte.matchingDayComes();

    follow(hosts, withScripts, host, "binome", how + "ambassadeur-7-binome");
    assertTrue(hosts.locator("main").innerText().contains(guest.address()));
    follow(guests, withScripts, guest, "binome", how + "etudiant-4-binome");
    assertTrue(guests.locator("main").innerText().contains(host.address()));
    browser.assertNothingWentWrong();
  }

  @Test
  void the_other_pages_please_axe_too() {
    Page page = browser.window(true);
    for (String path :
        List.of(
            "accessibilite",
            "donnees-personnelles",
            "mentions-legales",
            "statistiques",
            "rien-ici")) {
      page.navigate(SITE + "/" + path);
      see(page, true, path);
    }
    browser.assertNothingWentWrong();
  }

  @Test
  void faults_are_summed_up_and_each_leads_to_its_field() {
    Page page = browser.window(true);
    page.navigate(SITE + "/etudiants");
    page.locator("[name=nom]").fill("Courtois");
    press(page);

    see(page, true, "etudiant-erreurs");
    assertTrue(page.title().startsWith("Erreur"), page.title());
    Locator summary = page.locator("[role=alert]").first();
    assertEquals(
        true, summary.evaluate("e => e === document.activeElement"), "the summary has the focus");
    summary.locator("a[href='#prenom']").click();
    assertEquals("prenom", page.evaluate("() => document.activeElement.name"));
    assertEquals("Courtois", page.locator("[name=nom]").inputValue());
    browser.assertNothingWentWrong();
  }

  @Test
  void a_double_click_sends_once() {
    Page page = browser.window(true);
    Sheet sheet = Sheet.student(EDITION.day());
    page.navigate(SITE + "/etudiants");
    fill(page, sheet);
    press(page);

    page.locator(SEND).dblclick();
    page.waitForURL(url -> !url.endsWith("/etudiants"));

    MAILBOX.await(sheet.address(), "confirmation");
    String id = MAILBOX.all(sheet.address(), "confirmation").getFirst().link(SITE, "confirmation");
    assertEquals(1, TABLES.mailsOf(id.substring(0, id.indexOf('.'))).size());
  }

  @Test
  void going_back_after_sending_shows_the_form_and_it_can_be_sent_again() {
    Page page = browser.window(true);
    Sheet sheet = Sheet.student(EDITION.day());
    page.navigate(SITE + "/etudiants");
    fill(page, sheet);
    press(page);
    press(page);
    assertFalse(page.url().endsWith("/etudiants"));

    page.goBack();
    page.goBack();

    assertEquals(sheet.address(), page.locator("[name=courriel]").inputValue());
    press(page);
    press(page);
    assertFalse(page.url().endsWith("/etudiants"));
    page.reload();
    assertFalse(page.url().endsWith("/etudiants"), "reloading sends nothing again");
    browser.assertNothingWentWrong();
  }

  @Test
  void whoever_modifies_from_the_recap_finds_everything_as_it_was() {
    Page page = browser.window(false);
    Sheet sheet =
        Sheet.student(EDITION.day())
            .with("metiers", "donnees", "securite")
            .with("besoins", "Une première ligne.\n<b>Une seconde</b>.");
    page.navigate(SITE + "/etudiants");
    fill(page, sheet);
    press(page);
    assertTrue(page.locator("main").innerText().contains("Cybersécurité"));

    page.locator("text=Modifier mes réponses").click();

    assertEquals("securite", page.locator("[name=metiers]").nth(1).inputValue());
    assertEquals(sheet.one("besoins"), page.locator("[name=besoins]").inputValue());
    assertTrue(page.locator("[name=consentement]").isChecked());
    press(page);
    press(page);
    assertFalse(page.url().endsWith("/etudiants"));
    browser.assertNothingWentWrong();
  }

  @Test
  void the_communes_of_a_postal_code_are_offered_once_it_is_typed() {
    Page page = browser.window(true);
    page.navigate(SITE + "/etudiants");
    assertFalse(page.locator("#commune").isVisible());

    page.locator("[name=code_postal]").fill("05000");
    page.locator("select[name=commune]").waitFor();
    page.locator("select[name=commune]").selectOption("05061");
    see(page, true, "etudiant-commune");

    page.locator("[name=code_postal]").fill("31000");
    page.locator("[name=commune]").waitFor(hidden());
    browser.assertNothingWentWrong();
  }

  @Test
  void the_keyboard_reaches_the_content_first() {
    Page page = browser.window(true);
    page.navigate(SITE + "/");

    page.keyboard().press("Tab");
    assertEquals("#contenu", page.evaluate("() => document.activeElement.getAttribute('href')"));
    page.keyboard().press("Enter");
    assertEquals("contenu", page.evaluate("() => document.activeElement.id"));
  }

  private static Locator.WaitForOptions hidden() {
    return new Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
  }

  /** From the home page to the page that says to look at one's mail. */
  private static void register(Page page, Sheet sheet, boolean withScripts, String name) {
    page.navigate(SITE + "/");
    see(page, withScripts, name + "-0-accueil");
    page.locator("main a[href$='" + sheet.path() + "']").first().click();
    fill(page, sheet.without("commune"));
    if (!withScripts) {
      press(page); // and is asked for the commune
    }
    page.locator("select[name=commune]").selectOption(sheet.one("commune"));
    see(page, withScripts, name + "-1-formulaire");
    press(page);
    see(page, withScripts, name + "-1-recapitulatif");
    press(page);
    see(page, withScripts, name + "-1-envoye");
  }

  private static void fill(Page page, Sheet sheet) {
    sheet.values().forEach((field, values) -> fill(page, field, values));
  }

  private static void fill(Page page, String field, List<String> values) {
    Locator controls = page.locator("main [name=" + field + "]");
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      Locator control = controls.nth(i);
      if (controls.count() > 0 && "select".equals(tag(control))) {
        control.selectOption(value);
      } else if (List.of("checkbox", "radio").contains(type(controls.first()))) {
        controls.and(page.locator("[value='" + value + "']")).press("Space");
      } else {
        control.fill(value);
      }
    }
  }

  private static String type(Locator control) {
    return String.valueOf(control.getAttribute("type"));
  }

  private static String tag(Locator control) {
    return String.valueOf(control.evaluate("e => e.tagName.toLowerCase()"));
  }

  /** Presses the form's first button. */
  private static void press(Page page) {
    page.locator("main form button[type=submit]").first().click();
    page.waitForLoadState();
  }

  private static void follow(
      Page page, boolean withScripts, Sheet sheet, String kind, String name) {
    page.navigate(page(sheet, kind, kind));
    see(page, withScripts, name);
  }

  /** The address of a person's page, by the link in their mail of a kind. */
  private static String page(Sheet sheet, String kind, String page) {
    return SITE + "/" + page + "/" + MAILBOX.await(sheet.address(), kind).link(SITE, kind);
  }

  private static void see(Page page, boolean withScripts, String name) {
    page.waitForLoadState();
    Look.at(page, withScripts, name);
  }
}
