package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import fr.vismonjob.e2e.Visitors.Member;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same thing opened twice: what is sent last must not undo what was sent first. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TwoTabsIT extends InBrowser {
  @Test
  void of_a_form_sent_from_two_tabs_the_first_counts_and_both_say_look_at_your_mail() {
    Page first = browser.window(true);
    Page second = first.context().newPage();
    Sheet sheet = Sheet.student(EDITION.day());
    fillIn(first, sheet.with("etablissement", "Première école"));
    fillIn(second, sheet.with("etablissement", "Seconde école"));

    send(first);
    String link = MAILBOX.await(sheet.address(), "confirmation").link(SITE, "confirmation");
    send(second);

    assertEquals("Consultez votre boîte mail", first.locator("h1").innerText());
    assertEquals("Consultez votre boîte mail", second.locator("h1").innerText());
    String again = MAILBOX.awaitNth(sheet.address(), "confirmation", 2).link(SITE, "confirmation");
    assertEquals(link, again);
    String id = link.substring(0, link.indexOf('.'));
    assertEquals("Première école", TABLES.registration(id).text("etablissement"));
    browser.assertNothingWentWrong();
  }

  @Test
  void a_day_no_longer_proposed_cannot_be_accepted_from_a_tab_left_open() {
    Member host = VISITORS.join(PartnersInMayotte.host());
    Member guest = VISITORS.join(PartnersInMayotte.guest());
    PartnersInMayotte.matchingDayComes();
    MAILBOX.await(host.address(), "binome");
    propose(host, 1);
    Page tab = browser.window(true);
    tab.navigate(SITE + "/binome/" + guest.link());
    assertEquals(1, tab.locator("text=Accepter le").count());
    propose(host, 2);

    Response answer = accept(tab);

    assertEquals(409, answer.status());
    Look.at(tab, true, "binome-onglet-perime");
    assertTrue(tab.locator("[role=alert]").innerText().contains("Ce n’est pas possible"));
    assertEquals(
        EDITION.workingDay(2).toString(),
        tab.locator("main button[name=date]").getAttribute("value"),
        "the page shows what is proposed now");
    Page other = browser.window(true);
    other.navigate(SITE + "/binome/" + guest.link());
    other.locator("text=Accepter le").click();
    other.locator("text=La date est convenue").waitFor();
    accept(tab);
    tab.waitForLoadState();
    assertTrue(
        tab.locator("main").innerText().contains("La date est convenue"),
        "accepting twice is accepting");
    browser.assertNothingWentWrong();
  }

  private static Response accept(Page tab) {
    return tab.waitForResponse(
        response -> response.request().method().equals("POST"),
        () -> tab.locator("text=Accepter le").click());
  }

  private static void propose(Member host, int day) {
    Reply reply =
        HTTP.postForm(
            "/binome/" + host.link(),
            Sheet.form("action", "proposer", "dates", EDITION.workingDay(day).toString()));
    assertEquals(303, reply.status());
  }

  private static void fillIn(Page page, Sheet sheet) {
    page.navigate(SITE + sheet.path());
    new Keyboard(page).fillIn(sheet);
  }

  private static void send(Page page) {
    page.locator("text=Envoyer mon inscription").click();
    page.waitForURL(url -> !url.endsWith("/etudiants"));
  }
}
