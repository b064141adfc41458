package fr.vismonjob.registration;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Conditions;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.edition.ActsOfDay;
import fr.vismonjob.mail.Rejection;
import fr.vismonjob.mail.Rejection.Gravity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What of a person's row must still be as it was read for each write to pass. */
final class RegistrationConditionsTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final Instant NOW = Instant.parse("2026-11-12T08:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-12");
  private static final String NEW_ADDRESS = "neuve@example.gouv.fr";
  private static final String ID = RegistrationBuilder.id("Ada");
  private static final RegistrationBuilder ADA =
      ambassador("Ada")
          .number(3)
          .revision(2)
          .capacity(2)
          .pairedWith("p", "Yan Martin")
          .seat("s1", 4)
          .imposed("Zoe", "Lou");
  private static final Registration ZOE = student("Zoe").build();

  private static final String STANDING =
      "binome_avec binomes courriel numero places_confiees retiree_le seance seance_sequence"
          + " statut";

  private static Map<String, Item> changes() {
    return Map.ofEntries(
        entry("numero", Item.empty().put("numero", 4)),
        entry("courriel", Item.empty().put("courriel", "autre@example.gouv.fr")),
        entry("statut", Item.empty().put("statut", "CONFIRMEE")),
        entry("binomes", Item.empty().put("binomes", List.of("q"))),
        entry("binome_avec", Item.empty().put("binome_avec", List.of("Yan Dubois"))),
        entry("seance", Item.empty().put("seance", "s2")),
        entry("seance_sequence", Item.empty().put("seance_sequence", 5)),
        entry("retiree_le", Item.empty().put("retiree_le", "2026-11-12T07:00:00Z")),
        entry("places_confiees", Item.empty().put("places_confiees", 1)),
        entry("revision", Item.empty().put("revision", 3)),
        entry("a_appeler", Item.empty().put("a_appeler", "Rejeté.")),
        entry("jamais_avec", Item.empty().put("jamais_avec", List.of(ZOE.id()))),
        entry("a_apparier_avec", Item.empty().put("a_apparier_avec", List.of(ZOE.id()))),
        entry("accueil_adresse", Item.empty().put("accueil_adresse", "20 avenue de Ségur")),
        entry("courriel_demande", Item.empty().put("courriel_demande", "x@example.gouv.fr")),
        entry("nouveau_courriel", Item.empty().put("nouveau_courriel", "x@example.gouv.fr")),
        entry("a_renvoyer", Item.empty().put("a_renvoyer", "")),
        entry("presentation", Item.empty().put("presentation", "Bonjour")));
  }

  private static DynamicTest depends(
      String write, String attributes, Function<Registration, Write> made) {
    return DynamicTest.dynamicTest(
        write,
        () ->
            new Conditions(
                    TABLES,
                    "Registrations",
                    Item.of(ADA.item())
                        .put("courriel_demande", NEW_ADDRESS)
                        .put("nouveau_courriel", NEW_ADDRESS)
                        .put("a_renvoyer", "x")
                        .attributes(),
                    changes())
                .of(
                    () -> made.apply(TABLES.registrations().find(ID).orElseThrow()),
                    new TreeSet<>(List.of(attributes.split(" ")))));
  }

  @TestFactory
  Stream<DynamicTest> a_write_passes_only_while_what_it_was_decided_on_stands() {
    RegistrationTable table = TABLES.registrations();
    RegistrationState next = ADA.build().state().seated(Optional.of("s3"));
    return Stream.of(
        depends("advance", STANDING, ada -> table.advance(ada, next)),
        depends("put", STANDING, ada -> table.put(ADA.build(), Optional.of(ada))),
        depends("checkUnchanged", STANDING, table::checkUnchanged),
        depends("withdraw", STANDING, ada -> table.withdraw(ada, next)),
        depends("seat", STANDING, ada -> table.seat(ada, next, ActsOfDay.read("", TODAY))),
        depends("welcome", STANDING, ada -> table.pairing().welcome(ada, Welcome.NONE)),
        depends("renewLink", STANDING, ada -> table.renewLink(ada, 9)),
        depends(
            "request",
            STANDING,
            ada -> table.addressChanges().request(ada, new AddressRequest(NEW_ADDRESS, NOW))),
        depends(
            "change",
            STANDING + " revision",
            ada -> table.change(ada, ada.changed(ada.answers(), NOW))),
        depends("know", STANDING + " revision", ada -> table.pairing().know(ada, "p", ZOE)),
        depends("delete", STANDING + " revision", table::delete),
        depends(
            "advance with other words",
            STANDING + " accueil_adresse",
            ada ->
                table
                    .pairing()
                    .advance(
                        ada,
                        ada.state(),
                        new Welcome("x", "", Welcome.ARRIVAL, Welcome.DEPARTURE))),
        depends("linkSent", STANDING + " a_renvoyer", table.marks()::linkSent),
        depends(
            "take",
            STANDING + " courriel_demande",
            ada -> table.addressChanges().take(ada, NEW_ADDRESS, 9)),
        depends(
            "changeAsMarked",
            STANDING + " nouveau_courriel",
            ada -> table.addressChanges().changeAsMarked(ada, NEW_ADDRESS, NEW_ADDRESS, 9)),
        depends(
            "pair with somebody imposed",
            STANDING + " revision a_appeler jamais_avec a_apparier_avec",
            ada -> table.pairing().pair(ada, "r", ZOE)),
        depends(
            "pair with somebody else",
            STANDING + " revision a_appeler",
            ada -> table.pairing().pair(ada, "r", student("Max").build())),
        depends("goOn", STANDING + " jamais_avec", ada -> table.pairing().goOn(ada, "p", "r", ZOE)),
        depends("notImposed", "a_apparier_avec", ada -> table.pairing().notImposed(ada, ZOE.id())),
        depends(
            "noteRejection",
            "binomes numero",
            ada ->
                table.noteRejection(
                    ada,
                    new Rejection(
                        "id-1", Optional.empty(), List.of(), Gravity.DEFINITIF, "Rejeté", TODAY),
                    "Rejeté.")));
  }

  @Test
  void nobody_may_have_come_in_the_place_of_somebody_who_is_absent() {
    assertTrue(TABLES.passes(TABLES.registrations().addressChanges().checkAbsent(ID)));
    assertTrue(TABLES.passes(TABLES.registrations().put(ADA.build(), Optional.empty())));
    assertFalse(TABLES.passes(TABLES.registrations().addressChanges().checkAbsent(ID)));
    assertFalse(TABLES.passes(TABLES.registrations().put(ADA.build(), Optional.empty())));
  }

  @Test
  void a_row_that_is_gone_is_not_made_anew() {
    assertFalse(TABLES.passes(TABLES.registrations().advance(ADA.build(), ADA.build().state())));
    assertTrue(TABLES.items("Registrations").isEmpty());
  }

  @Test
  void why_nobody_was_found_is_noted_of_this_registering_and_of_somebody_alone() {
    RegistrationPairing pairing = TABLES.registrations().pairing();
    TABLES.put("Registrations", student("Zoe").number(2).item());
    pairing.noteUnpaired(ZOE.id(), 1, "avant");
    assertEquals(Optional.empty(), because());
    pairing.noteUnpaired(ZOE.id(), 2, "aucun métier en commun");
    pairing.noteUnpaired(ZOE.id(), 2, "après");
    assertEquals(Optional.of("aucun métier en commun"), because());
    TABLES.put("Registrations", student("Zoe").number(2).pairedWith("p", "Ada Martin").item());
    pairing.noteUnpaired(ZOE.id(), 2, "trop tard");
    assertEquals(Optional.empty(), because());
  }

  private static Optional<String> because() {
    return TABLES.registrations().find(ZOE.id()).orElseThrow().unpairedBecause();
  }

  @Test
  void those_still_to_confirm_are_of_that_edition_and_from_before_that_moment() {
    put("Ada", "2026", "2026-10-01T08:00:00Z");
    put("Bob", "2026", "2026-10-01T08:00:01Z");
    put("Eve", "2025", "2026-10-01T07:00:00Z");
    TABLES.put("Registrations", student("Zoe").registeredAt("2026-10-01T07:00:00Z").item());
    assertEquals(
        List.of(ID),
        TABLES.registrations().unconfirmed("2026", Instant.parse("2026-10-01T08:00:01Z")).toList());
  }

  private static void put(String name, String edition, String registeredAt) {
    TABLES.put(
        "Registrations",
        ambassador(name)
            .edition(edition)
            .status(Status.A_CONFIRMER)
            .registeredAt(registeredAt)
            .item());
  }
}
