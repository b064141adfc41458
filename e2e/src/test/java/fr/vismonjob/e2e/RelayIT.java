package fr.vismonjob.e2e;

import static fr.vismonjob.e2e.World.EDITION;
import static fr.vismonjob.e2e.World.HTTP;
import static fr.vismonjob.e2e.World.MAILBOX;
import static fr.vismonjob.e2e.World.STACK;
import static fr.vismonjob.e2e.World.TABLES;
import static fr.vismonjob.e2e.World.VISITORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.component.VEvent;
import com.microsoft.playwright.Page;
import fr.vismonjob.e2e.Tables.Row;
import fr.vismonjob.e2e.Visitors.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An ambassador who cannot host hands the student on to a colleague. */
class RelayIT extends InBrowser {
  private final List<String> links = new ArrayList<>();

  private Member host;
  private Member guest;
  private String pair;

  @BeforeEach
  void two_are_paired() {
    host = VISITORS.join(Sheet.ambassador(EDITION.day()));
    guest = VISITORS.join(Sheet.student(EDITION.day()));
    links.add(host.link());
    links.add(guest.link());
    pair = MadePairs.of(host, guest, EDITION.day());
  }

  /** Nobody is left whom a run of another test could pair. */
  @AfterEach
  void everybody_leaves() {
    links.forEach(link -> HTTP.postForm("/inscription/" + link, Sheet.form("action", "supprimer")));
  }

  /** Asks, and answers the path that the mail leads to. */
  private String asked(String address) {
    Reply reply =
        HTTP.postJson(
            "/binome/" + host.link(), Json.write(Map.of("action", "confier", "courriel", address)));
    assertEquals(200, reply.status(), reply.text());
    return "/relais/" + MAILBOX.await(address, "relais").link(STACK.siteUrl(), "relais");
  }

  private static String form() {
    return Json.write(
        Map.of(
            "action", "accepter",
            "prenom", "Alix",
            "nom", "Petit",
            "service", "Bureau des applications",
            "intitule", "Analyste",
            "metier", "donnees",
            "code_postal", "75007",
            "consentement", true));
  }

  private static Row row(String key) {
    return TABLES.find("PairsTable", "binome", key).orElseThrow();
  }

  private static VEvent event(Letter letter) {
    return letter.calendar().orElseThrow().getEvents().getFirst();
  }

  @Test
  void accepted_the_pair_goes_on_with_the_colleague_and_each_is_told_once() {
    String address = Sheet.colleague();
    String relay = asked(address);
    assertEquals("FORME", row(pair).text("statut"), "nothing has changed yet");
    Map<String, Object> shown = HTTP.getJson(relay).json();
    assertEquals("Basile", shown.get("etudiant"));
    assertEquals("Ada Lenoir", shown.get("ambassadeur"));

    Reply taken = HTTP.postJson(relay, form());
    assertEquals(200, taken.status(), taken.text());
    String next = String.valueOf(taken.json().get("binome"));
    assertEquals("ANNULE", row(pair).text("statut"));
    assertEquals("FORME", row(next).text("statut"));
    assertEquals(row(pair).text("date"), row(next).text("date"));
    assertEquals(address, row(next).text("ambassadeur_courriel"));
    String notWished = "Métier : Données et intelligence artificielle, hors des choix exprimés.";
    assertTrue(row(next).list("raisons").contains(notWished), row(next).list("raisons")::toString);
    assertEquals(404, HTTP.get(relay).status());
    assertEquals(404, HTTP.postJson(relay, form()).status());

    Letter toGuest = MAILBOX.await(guest.address(), "relais-pris");
    Letter toColleague = MAILBOX.await(address, "relais-pris");
    Letter toHost = MAILBOX.await(host.address(), "relais-pris");
    assertEquals("REQUEST", toGuest.calendar().orElseThrow().getMethod().getValue());
    assertEquals("CANCEL", toHost.calendar().orElseThrow().getMethod().getValue());
    assertTrue(event(toGuest).getUid().getValue().startsWith("binome-" + pair), "the same entry");
    assertEquals(event(toGuest).getUid(), event(toColleague).getUid());
    assertEquals(event(toGuest).getUid(), event(toHost).getUid());
    assertTrue(event(toGuest).getSequence().getValue() > event(toHost).getSequence().getValue());

    String link = toColleague.link(STACK.siteUrl(), "binome");
    links.add(link);
    assertTrue(HTTP.get("/binome/" + link).text().contains(guest.address()));
    assertTrue(HTTP.get("/binome/" + guest.link()).text().contains(address));
    assertEquals("CONFIRMEE", TABLES.registration(host.id()).text("statut"));
    assertEquals(1, TABLES.registration(host.id()).number("places_confiees"));
    assertEquals(
        3,
        TABLES.mails().stream()
            .filter(mail -> mail.text("envoi").startsWith("relais-pris/"))
            .filter(mail -> mail.text("binome").equals(next) || mail.text("binome").equals(pair))
            .count());
  }

  @Test
  void replaced_declined_and_too_late() {
    String first = asked(Sheet.colleague());
    String second = Sheet.colleague();
    String relay = asked(second);
    assertEquals(404, HTTP.get(first).status());
    assertEquals(404, HTTP.postJson(first, form()).status());

    assertEquals(303, HTTP.postForm(relay, Sheet.form("action", "decliner")).status());
    assertEquals(404, HTTP.get(relay).status());
    assertTrue(
        MAILBOX.await(host.address(), "relais-decline").text().contains("Rien n’est changé"));
    assertEquals("FORME", row(pair).text("statut"));
    assertFalse(row(pair).attributes().toString().contains(second), "the address is gone");

    String third = asked(Sheet.colleague());
    HTTP.postForm("/binome/" + guest.link(), Sheet.form("action", "annuler"));
    assertEquals(409, HTTP.get(third).status());
    assertEquals(409, HTTP.postJson(third, form()).status());
  }

  @Test
  void raced_with_the_student_s_cancellation_there_is_one_end() {
    String address = Sheet.colleague();
    String relay = asked(address);
    List<Supplier<Reply>> acts =
        List.of(
            () -> HTTP.postJson(relay, form()),
            () ->
                HTTP.postForm(
                    "/binome/" + guest.link(), Sheet.form("action", "annuler", "binome", pair)),
            () -> HTTP.postJson(relay, form()));
    List<Integer> statuses = Visitors.atOnce(acts.size(), acts, act -> act.get().status());
    long taken = List.of(statuses.get(0), statuses.get(2)).stream().filter(s -> s == 200).count();
    assertTrue(taken <= 1, statuses.toString());
    assertEquals("ANNULE", row(pair).text("statut"));
    if (taken == 1) {
      links.add(MAILBOX.await(address, "relais-pris").link(STACK.siteUrl(), "binome"));
    } else {
      MAILBOX.await(guest.address(), "binome-annule");
      assertTrue(MAILBOX.all(guest.address(), "relais-pris").isEmpty());
    }
  }

  @Test
  void somebody_registered_is_asked_erases_all_data_and_has_declined() {
    Member alix = VISITORS.join(Sheet.ambassador(EDITION.day()));
    asked(alix.address());
    HTTP.postForm("/inscription/" + alix.link(), Sheet.form("action", "supprimer"));
    MAILBOX.await(host.address(), "relais-decline");
    assertFalse(row(pair).attributes().toString().contains(alix.address()));
  }

  @Test
  void a_colleague_whose_address_takes_no_mail_has_declined() {
    String address = Sheet.colleague();
    String relay = asked(address);
    Row sent = TABLES.awaitMail(host.id(), "relais", "ENVOYE");
    new SesReports(STACK).publish("rejection-permanent.json", sent);
    String text = MAILBOX.await(host.address(), "relais-decline").text();
    assertTrue(text.contains("vérifiez son adresse"), text);
    assertEquals(404, HTTP.get(relay).status());
    assertFalse(row(pair).attributes().toString().contains(address), "the address is gone");
  }

  @Test
  void in_a_browser_the_form_is_filled_in_as_far_as_it_can_be() {
    Page page = browser.window(true);
    page.navigate(SITE + "/binome/" + host.link());
    page.locator("summary:has-text('Vous ne pouvez pas accueillir')").click();
    String address = Sheet.colleague();
    page.locator("[name=courriel]").fill(address);
    page.locator("text=Envoyer la demande").click();
    Look.at(page, true, "relais-1-demande");
    assertTrue(page.locator("main").innerText().contains(address));

    page.navigate(
        SITE + "/relais/" + MAILBOX.await(address, "relais").link(STACK.siteUrl(), "relais"));
    Look.at(page, true, "relais-2-page");
    assertEquals("justice", page.locator("[name=administration]").inputValue());
    assertEquals("75007", page.locator("[name=code_postal]").inputValue());
    page.locator("text=Accepter d’accueillir").click();
    Look.at(page, true, "relais-3-erreurs");
    assertTrue(page.title().startsWith("Erreur"), page.title());
    page.locator("[name=prenom]").fill("Alix");
    page.locator("[name=nom]").fill("Petit");
    page.locator("[name=metier]").selectOption("developpement");
    page.locator("[name=intitule]").fill("Analyste");
    page.locator("[name=consentement]").press("Space");
    page.locator("text=Accepter d’accueillir").click();
    page.waitForURL(SITE + "/relais-pris");
    Look.at(page, true, "relais-4-pris");
    links.add(MAILBOX.await(address, "relais-pris").link(STACK.siteUrl(), "binome"));
    browser.assertNothingWentWrong();
  }
}
