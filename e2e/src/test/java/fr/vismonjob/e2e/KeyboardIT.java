package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.MAILBOX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole way of an ambassador and of a student with nothing but a keyboard, also where
 * everything is enlarged to 200 %: a window of 1280 pixels then has 640.
 */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class KeyboardIT extends InBrowser {
  @ParameterizedTest
  @ValueSource(ints = {1280, 640})
  void an_ambassador_and_a_student_need_no_mouse(int width) {
    Sheet host = PartnersInMayotte.host();
    Sheet guest = PartnersInMayotte.guest();
    Page hosts = window(width);
    Page guests = window(width);
    Keyboard hostsKeys = new Keyboard(hosts);
    Keyboard guestsKeys = new Keyboard(guests);
    register(hosts, "S’inscrire pour accueillir", host);
    register(guests, "S’inscrire pour découvrir", guest);

    confirm(hosts, host);
    hostsKeys.use("Choisir une séance de coaching");
    hostsKeys.use("Réserver cette séance");
    says(hosts, "Votre place est réservée");
    hostsKeys.use("Annuler ma réservation");
    says(hosts, "Votre réservation est annulée");
    confirm(guests, guest);
    hostsKeys.use("Mon inscription");
    hostsKeys.use("Modifier mes réponses");
    hostsKeys.use("Enregistrer les modifications");
    says(hosts, "Vos modifications sont enregistrées");

    PartnersInMayotte.matchingDayComes();

    hosts.navigate(
        SITE + "/binome/" + MAILBOX.await(host.address(), "binome").link(SITE, "binome"));
    hostsKeys.use("Ce jour ne vous convient pas");
    String day = String.valueOf(hosts.locator("[name=dates]").first().getAttribute("value"));
    hostsKeys.fillIn(new Sheet("", java.util.Map.of()).with("dates", day));
    says(hosts, "Votre proposition est envoyée");
    guests.navigate(
        SITE + "/binome/" + MAILBOX.await(guest.address(), "date-proposee").link(SITE, "binome"));
    guestsKeys.use("Accepter le");
    says(guests, "La date est convenue");
    guestsKeys.use("Annuler ce binôme");
    guestsKeys.use("Garder");
    guestsKeys.use("Mon inscription");
    guestsKeys.use("Retirer mon inscription");
    guestsKeys.use("Garder mon inscription");
    assertEquals("Mon inscription", guests.locator("h1").innerText());
    browser.assertNothingWentWrong();
  }

  private static Page window(int width) {
    Page page = browser.window(true);
    page.setViewportSize(width, 450);
    return page;
  }

  private static void register(Page page, String way, Sheet sheet) {
    Keyboard keys = new Keyboard(page);
    page.navigate(SITE + "/");
    keys.use(way);
    keys.fillIn(sheet);
    Look.assertFits(page, "recap", page.viewportSize().width);
    keys.use("Envoyer mon inscription");
    assertEquals("Consultez votre boîte mail", page.locator("h1").innerText());
  }

  private static void confirm(Page page, Sheet sheet) {
    page.navigate(
        SITE
            + "/confirmation/"
            + MAILBOX.await(sheet.address(), "confirmation").link(SITE, "confirmation"));
    new Keyboard(page).use("Confirmer mon inscription");
    says(page, "Votre inscription est confirmée");
  }

  private static void says(Page page, String words) {
    String said = page.locator("main").innerText();
    assertTrue(said.contains(words), said);
    Look.assertFits(page, words, page.viewportSize().width);
  }
}
