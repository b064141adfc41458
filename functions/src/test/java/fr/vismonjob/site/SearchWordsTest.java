package fr.vismonjob.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.function.LocalSite;
import fr.vismonjob.pairing.Life;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages say of the search for partners as the days go by. */
final class SearchWordsTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final String ADA = LocalSite.link(Life.ADA, 1);
  private static final String BOB = LocalSite.link(Life.BOB, 1);
  private static final String XAM = LocalSite.link(Life.XAM, 1);
  private static final LocalDate LAST = Life.EDITION.lastMatching();

  @BeforeEach
  void begin() {
    Life.begun(TABLES);
  }

  private static String page(LocalDate today, String path) {
    Visit visit = Visit.get(LocalSite.on(TABLES, today), path);
    assertEquals(200, visit.status());
    return visit.document().select("main").text();
  }

  /** The day as a page's text has it, without hard blanks. */
  private static String words(LocalDate day) {
    return FrenchDates.day(day).replace('\u00a0', ' ');
  }

  private static void toConfirm(String who) {
    TABLES.update("Registrations", who).set("statut", "A_CONFIRMER").apply();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/inscription/", "/binome/", "/confirmation/"})
  void on_the_last_day_they_promise_neither_days_to_come_nor_that_it_is_over(String path) {
    for (String person : new String[] {BOB, XAM}) {
      String page = page(LAST, path + person);
      assertTrue(page.contains("se termine aujourd’hui, " + words(LAST)), page);
      assertFalse(page.contains("chaque jour") || page.contains("Augmenter vos chances"), page);
      assertFalse(page.contains("au " + words(LAST)), page);
      assertTrue(page(LAST.minusDays(1), path + person).contains("au " + words(LAST)));
      assertFalse(page(LAST.plusDays(1), path + person).contains("aujourd’hui"));
    }
  }

  @Test
  void the_coaching_page_promises_no_pairs_once_they_are_made() {
    assertTrue(page(LAST.minusDays(1), "/coaching/" + BOB).contains("Nous formons les binômes"));
    assertTrue(page(LAST, "/coaching/" + BOB).contains("se termine aujourd’hui"));
    assertFalse(page(LAST.plusDays(1), "/coaching/" + BOB).contains("Et ensuite"));
  }

  @Test
  void whoever_has_still_to_confirm_reads_how_far_the_search_is() {
    toConfirm(Life.XAM);
    String path = "/confirmation/" + XAM;
    String first = words(Life.EDITION.firstMatching());
    assertTrue(
        page(Life.EDITION.firstMatching().minusDays(1), path).contains("À partir du " + first));
    String during = page(LAST.minusDays(1), path);
    assertFalse(during.contains(first), during);
    assertTrue(during.contains("Chaque jour jusqu’au " + words(LAST)), during);
    assertTrue(page(LAST, path).contains("se termine aujourd’hui"));
    assertTrue(page(LAST.plusDays(1), path).contains("il n’est plus possible"));
  }

  @Test
  void whoever_has_a_seat_and_a_partner_is_not_asked_to_choose_a_seat() {
    String page = page(Life.TODAY, "/confirmation/" + ADA);
    assertTrue(page.contains("Votre binôme est formé"), page);
    assertTrue(page.contains("Votre séance de coaching"), page);
    assertFalse(page.contains("Choisir une séance"), page);
  }

  @Test
  void whoever_has_withdrawn_registers_again_only_while_one_can() {
    TABLES.update("Registrations", Life.XAM).set("statut", "RETIREE").apply();
    String path = "/confirmation/" + XAM;
    assertTrue(page(Life.EDITION.registrationUntil(), path).contains("S’inscrire de nouveau"));
    assertFalse(
        page(Life.EDITION.registrationUntil().plusDays(1), path).contains("S’inscrire de nouveau"));
  }

  @Test
  void a_place_that_was_handed_on_is_offered_anew_only_while_pairs_are_made() {
    TABLES.update("Registrations", Life.BOB).set(Item.empty().put("places_confiees", 1)).apply();
    for (String path : new String[] {"/inscription/" + BOB, "/binome/" + BOB}) {
      assertTrue(page(LAST.minusDays(1), path).contains("la place redevient libre"), path);
      String over = page(LAST.plusDays(1), path);
      assertTrue(over.contains("a pris le relais"), over);
      assertFalse(over.contains("la place redevient libre"), over);
    }
  }
}
