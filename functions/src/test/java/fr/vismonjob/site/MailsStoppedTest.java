package fr.vismonjob.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.function.LocalSite;
import fr.vismonjob.pairing.Life;
import fr.vismonjob.registration.Reachability;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever gets no more mails reads so wherever pages promise one. */
final class MailsStoppedTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final String ADA = LocalSite.link(Life.ADA, 1);
  private static final String CHANGE = "/inscription/" + ADA + "?action=changer-courriel";

  private LocalSite web;

  @BeforeEach
  void begin() {
    Life.begun(TABLES);
    web = LocalSite.on(TABLES, Life.TODAY);
  }

  private void stopped(String why) {
    TABLES.update("Registrations", Life.ADA).set("mails_arretes", why).apply();
  }

  private Elements alerts(String path) {
    return Visit.get(web, path).document().select(".fr-alert--warning:has(bdi)");
  }

  private Element alert(String path) {
    Elements alerts = alerts(path);
    assertEquals(1, alerts.size(), path);
    return alerts.getFirst();
  }

  private static boolean leadsTo(Element alert, String end) {
    return !alert.select("a[href$=" + end + "]").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"inscription", "binome", "coaching", "confirmation"})
  void after_a_rejection_pages_say_so_and_lead_to_another_address_and_to_the_team(String page) {
    stopped("l’adresse n’existe pas");
    Element alert = alert("/" + page + "/" + ADA);
    assertTrue(alert.text().contains("ada@example.gouv.fr a été rejeté"), alert.text());
    assertTrue(leadsTo(alert, "/mentions-legales"));
    assertTrue(leadsTo(alert, "\"" + CHANGE + "\""));
    assertTrue(leadsTo(alert, "\"/binome/" + ADA + "\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"inscription", "binome", "coaching", "confirmation"})
  void after_a_complaint_only_another_address_helps(String page) {
    stopped(Reachability.COMPLAINT);
    Element alert = alert("/" + page + "/" + ADA);
    assertTrue(alert.text().contains("signalé comme indésirable"), alert.text());
    assertTrue(leadsTo(alert, "\"" + CHANGE + "\""));
    assertFalse(leadsTo(alert, "/mentions-legales"));
  }

  @Test
  void the_page_that_offers_a_new_link_says_that_none_could_arrive() {
    stopped("l’adresse n’existe pas");
    assertEquals(1, alerts("/inscription/" + ADA + "?action=nouveau-lien").size());
    assertFalse(Visit.get(web, CHANGE).body().contains("Nos mails partent aujourd’hui"));
  }

  @Test
  void whoever_has_withdrawn_is_asked_for_another_address() {
    TABLES.update("Registrations", Life.ADA).set("statut", "RETIREE").apply();
    assertTrue(Visit.get(web, "/inscription/" + ADA).body().contains("avec la même adresse"));
    stopped(Reachability.COMPLAINT);
    String page = Visit.get(web, "/inscription/" + ADA).body();
    assertTrue(page.contains("avec une autre adresse"));
    assertFalse(page.contains("avec la même adresse"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/inscription/%s?action=retirer",
        "/inscription/%s?action=supprimer",
        "/binome/%s?action=annuler&binome=" + Life.WITH_ZOE,
        "/inscription/%s?fait=inscription-retiree",
        "/binome/%s?fait=binome-annule"
      })
  void no_mail_is_promised_before_or_after_leaving(String path) {
    assertTrue(promises(path));
    stopped("l’adresse n’existe pas");
    assertFalse(promises(path));
  }

  private boolean promises(String path) {
    String page = Visit.get(web, path.formatted(ADA)).document().select("main").text();
    return page.contains("Vous recevez") || page.contains("Un mail vous");
  }

  @Test
  void whom_mails_reach_reads_nothing_of_it() {
    for (String page : new String[] {"inscription", "binome", "coaching", "confirmation"}) {
      assertTrue(alerts("/" + page + "/" + ADA).isEmpty(), page);
    }
  }
}
