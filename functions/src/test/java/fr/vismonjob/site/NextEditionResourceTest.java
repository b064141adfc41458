package fr.vismonjob.site;

import static fr.vismonjob.pairing.Life.ADA;
import static fr.vismonjob.pairing.Life.WITH_ZOE;
import static fr.vismonjob.pairing.Life.ZOE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.function.LocalSite;
import fr.vismonjob.pairing.ChangingAddress;
import fr.vismonjob.pairing.Erasing;
import fr.vismonjob.pairing.Life;
import fr.vismonjob.pairing.Tables;
import fr.vismonjob.registration.Confirming;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Status;
import fr.vismonjob.subscription.Subscription;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who wants to be told of the next edition, and who does not want it any more. */
final class NextEditionResourceTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final LocalDate DAY = LocalDate.parse("2026-11-24");
  private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

  private Life life;
  private LocalSite web;

  @BeforeEach
  void begin() {
    life = Life.begun(TABLES);
    web = LocalSite.on(TABLES, DAY);
  }

  private static Tables tables() {
    return TABLES.tables(InstantSource.fixed(NOON));
  }

  private String page(String name, String who) {
    return "/" + name + "/" + LocalSite.link(life.person(who));
  }

  private Visit says(String who) {
    return Visit.postJson(
        web, page("avis", who), Map.of("a_eu_lieu", "oui", "prevenir", true, "binome", WITH_ZOE));
  }

  private String address(String who) {
    return life.person(who).person().address();
  }

  private static Optional<Subscription> wish(String address) {
    return tables().subscriptions().ofAddress(address, NOON);
  }

  private static void assertForgotten() {
    assertEquals(List.of(), TABLES.items("Subscriptions"));
  }

  private String leaving(String who) {
    return "/prochaine/" + wish(address(who)).orElseThrow().link().text();
  }

  @Test
  void the_address_alone_is_kept_with_the_time_for_two_years_at_most() {
    assertEquals(200, says(ZOE).status());
    Subscription wish = wish(address(ZOE)).orElseThrow();
    assertEquals(NOON, wish.consentedAt());
    assertEquals("2026", wish.edition());
    assertTrue(wish.expires().isBefore(Instant.parse("2028-11-24T00:00:00Z")));
    assertTrue(wish.expires().isAfter(Instant.parse("2028-11-10T00:00:00Z")));
    String kept = TABLES.items("Subscriptions").toString();
    assertFalse(kept.contains("Zoe") || kept.contains("Martin"), kept);
    assertFalse(kept.contains(ZOE), "nothing leads back to the registration");
    assertEquals(
        Optional.empty(),
        tables().subscriptions().ofAddress(address(ZOE), Instant.parse("2028-11-24T00:00:00Z")));
  }

  @Test
  void a_form_without_the_tick_keeps_nothing() {
    Visit.post(web, page("avis", ZOE), "a_eu_lieu", "oui");
    Visit.post(web, page("inscription", ADA), "action", "retirer");
    assertForgotten();
  }

  @Test
  void the_same_answer_with_the_tick_is_enough() {
    Visit.post(web, page("avis", ZOE), "a_eu_lieu", "oui", "note", "5");
    Visit.post(web, page("avis", ZOE), "a_eu_lieu", "oui", "note", "5", "prevenir", "oui");
    assertTrue(wish(address(ZOE)).isPresent());
  }

  @Test
  void who_withdraws_can_say_it_also_afterwards() {
    LocalSite early = LocalSite.on(TABLES, LocalDate.parse("2026-11-12"));
    String page = page("inscription", ADA);
    assertTrue(Visit.get(early, page + "?action=retirer").body().contains("prevenir"));
    assertEquals(200, Visit.postJson(early, page, Map.of("action", "retirer")).status());
    assertForgotten();
    Visit again = Visit.postJson(early, page, Map.of("action", "retirer", "prevenir", true));
    assertEquals("RETIREE", again.json().get("statut"));
    assertEquals(2, TABLES.items("Subscriptions").size());
    assertEquals(
        422, Visit.postJson(early, page, Map.of("action", "retirer", "prevenir", "non")).status());
    assertEquals(
        422, Visit.postJson(early, page, Map.of("action", "supprimer", "prevenir", true)).status());
  }

  @Test
  void who_gets_no_more_mails_is_not_kept() {
    TABLES.put(
        "Registrations",
        RegistrationBuilder.student("Wil").unreachable("l’adresse n’existe pas").item());
    Visit.postJson(
        web,
        page("inscription", RegistrationBuilder.id("Wil")),
        Map.of("action", "retirer", "prevenir", true));
    assertForgotten();
  }

  @Test
  void a_link_shows_it_and_a_button_forgets_it_once() {
    says(ZOE);
    String link = leaving(ZOE);
    assertTrue(Visit.get(web, page("inscription", ZOE)).body().contains(link));
    assertTrue(Visit.getJson(web, page("inscription", ZOE)).body().contains("\"prevenir\""));
    assertTrue(Visit.get(web, link).body().contains("Effacer mon adresse"));
    assertEquals("A_PREVENIR", Visit.getJson(web, link).json().get("statut"));
    assertEquals(422, Visit.postJson(web, link, Map.of()).status());
    assertEquals(2, TABLES.items("Subscriptions").size(), "nothing has changed");
    Visit done = Visit.post(web, link, "action", "oublier");
    assertEquals(303, done.status());
    assertTrue(
        Visit.get(web, done.header("Location").substring("/Prod".length()))
            .body()
            .contains("Votre adresse est effacée"));
    assertForgotten();
    assertEquals(404, Visit.get(web, link).status());
    assertEquals(404, Visit.postJson(web, link, Map.of("action", "oublier")).status());
    assertFalse(Visit.getJson(web, page("inscription", ZOE)).body().contains("\"prevenir\""));
  }

  @Test
  void no_other_link_opens_it_and_its_own_opens_nothing_else() {
    says(ZOE);
    String link = leaving(ZOE);
    String other = link.replaceFirst(".$", link.endsWith("A") ? "B" : "A");
    assertEquals(404, Visit.get(web, other).status());
    assertEquals(404, Visit.get(web, page("prochaine", ZOE)).status());
    assertEquals(404, Visit.get(web, link.replace("prochaine", "inscription")).status());
  }

  @Test
  void two_roles_of_an_address_are_one_wish_and_saying_it_again_renews_it() {
    says(ZOE);
    Subscription first = wish(address(ZOE)).orElseThrow();
    tables()
        .subscriptions()
        .keep(address(ZOE), EditionBuilder.edition().build(), NOON.plusSeconds(60))
        .forEach(TABLES::write);
    Subscription second = wish(address(ZOE)).orElseThrow();
    assertEquals(first.id(), second.id());
    assertEquals(NOON.plusSeconds(60), second.consentedAt());
    assertEquals(2, TABLES.items("Subscriptions").size());
  }

  @Test
  void erasing_oneself_forgets_it_also_after_a_change_of_address() {
    says(ZOE);
    TABLES.update("Registrations", ZOE).set("nouveau_courriel", "neuve@example.fr").apply();
    new ChangingAddress(tables(), TABLES.addresses(TABLES.client()))
        .correct(ZOE, _ -> EditionBuilder.edition().build());
    assertEquals("neuve@example.fr", address(ZOE));
    assertTrue(wish("neuve@example.fr").isPresent(), "it has followed");
    assertEquals(2, TABLES.items("Subscriptions").size());
    new Erasing(tables()).erase(ZOE, TABLES.addresses(TABLES.client()));
    assertForgotten();
  }

  @Test
  void the_end_of_the_retention_does_not_forget_it() {
    says(ZOE);
    new Erasing(tables()).eraseQuietly(ZOE, DAY.plusDays(90));
    assertEquals(2, TABLES.items("Subscriptions").size());
  }

  @Test
  void registering_in_the_next_edition_forgets_it_and_in_the_same_does_not() {
    says(ZOE);
    confirmed("2026", 2);
    assertTrue(wish(address(ZOE)).isPresent());
    confirmed("2027", 3);
    assertForgotten();
  }

  private static void confirmed(String edition, long number) {
    TABLES.put(
        "Registrations",
        RegistrationBuilder.student("Zoe")
            .edition(edition)
            .status(Status.A_CONFIRMER)
            .number(number)
            .item());
    Tables tables = tables();
    Registration waiting = tables.registrations().find(ZOE).orElseThrow();
    new Confirming(
            tables.registrations(),
            tables.mails(),
            tables.subscriptions(),
            tables.transactions(),
            tables.clock())
        .confirm(waiting);
  }
}
