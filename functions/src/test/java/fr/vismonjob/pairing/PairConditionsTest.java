package fr.vismonjob.pairing;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Conditions;
import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.edition.ActsOfDay;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationBuilder;
import fr.vismonjob.registration.Role;
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

/** What of a pair's row must still be as it was read for each write to pass. */
final class PairConditionsTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final LocalDate TODAY = LocalDate.parse("2026-11-12");
  private static final Registration ADA = ambassador("Ada").build();
  private static final Registration ZOE = student("Zoe").build();
  private static final Relay RELAY =
      new Relay(
          "p",
          Optional.of("bob@example.gouv.fr"),
          RegistrationBuilder.id("Bob"),
          Instant.parse("2026-11-12T08:00:00Z"));

  private static final String STATE =
      "agenda_avance agenda_uid annule_le date dates_proposees proposees_par sequence statut";

  private static PairBuilder pair() {
    return PairBuilder.pair("p", ADA, ZOE)
        .proposal(Role.ETUDIANT, "2026-11-26")
        .answered(Role.ETUDIANT, true);
  }

  private static Map<String, Item> changes() {
    return Map.ofEntries(
        entry("statut", Item.empty().put("statut", "FORME")),
        entry("date", Item.empty().put("date", "2026-11-25")),
        entry("dates_proposees", Item.empty().put("dates_proposees", List.of("2026-11-27"))),
        entry("proposees_par", Item.empty().put("proposees_par", "AMBASSADEUR")),
        entry("sequence", Item.empty().put("sequence", 1)),
        entry("annule_le", Item.empty().put("annule_le", "2026-11-12T07:00:00Z")),
        entry("agenda_uid", Item.empty().put("agenda_uid", "binome-q")),
        entry("agenda_avance", Item.empty().put("agenda_avance", 1)),
        entry("passage", Item.empty().put("passage", "2026/2026-11-11")),
        entry("relais_courriel", Item.empty().put("relais_courriel", "eve@example.gouv.fr")),
        entry(
            "relais_inscription",
            Item.empty().put("relais_inscription", RegistrationBuilder.id("Eve"))),
        entry("relais_le", Item.empty().put("relais_le", "2026-11-12T08:00:01Z")),
        entry(
            "avis_etudiant",
            Item.empty().put("avis_etudiant", FeedbackItem.write(PairBuilder.feedback(false)))),
        entry(
            "avis_ambassadeur",
            Item.empty().put("avis_ambassadeur", FeedbackItem.write(PairBuilder.feedback(true)))),
        entry("a_annuler", Item.empty().put("a_annuler", "x")));
  }

  private static DynamicTest depends(String write, String attributes, Function<Pair, Write> made) {
    return depends(write, attributes, Item.empty(), made);
  }

  private static DynamicTest depends(
      String write, String attributes, Item also, Function<Pair, Write> made) {
    return DynamicTest.dynamicTest(
        write,
        () ->
            new Conditions(
                    TABLES, "Pairs", Item.of(pair().item()).putAll(also).attributes(), changes())
                .of(
                    () -> made.apply(TABLES.pairs().find("p").orElseThrow()),
                    new TreeSet<>(List.of(attributes.split(" ")))));
  }

  @TestFactory
  Stream<DynamicTest> a_write_passes_only_while_what_it_was_decided_on_stands() {
    PairTable table = TABLES.pairs();
    Item asked = PairItem.relay(RELAY);
    String request = " relais_courriel relais_inscription relais_le";
    ActsOfDay none = ActsOfDay.read("", TODAY);
    return Stream.of(
        depends("advance", STATE, p -> table.advance(p, cancelled(p))),
        depends("agree", STATE, p -> table.agree(p, p, List.of())),
        depends("propose other days", STATE, p -> table.propose(p, p, none)),
        depends("release", STATE, p -> table.release(p, cancelled(p))),
        depends(
            "answer",
            STATE + " avis_ambassadeur avis_etudiant",
            p -> table.answer(p, cancelled(p))),
        depends("forget", STATE, p -> table.forget(p, cancelled(p), ZOE)),
        depends(
            "put in the place of a proposal",
            STATE + " passage",
            p -> table.put(p, Optional.of(p))),
        depends("drop a proposal", STATE + " passage", table::drop),
        depends(
            "entrust for the first time",
            STATE + request,
            p -> table.relays().entrust(p, Optional.empty(), RELAY, none)),
        depends(
            "entrust to another",
            STATE + request,
            asked,
            p -> table.relays().entrust(p, Optional.of(RELAY), RELAY, none)),
        depends("decline", STATE + request, asked, p -> table.relays().decline(p, RELAY)),
        depends(
            "handOver",
            STATE + request,
            asked,
            p -> table.relays().handOver(p, cancelled(p), RELAY, "q")));
  }

  private static Pair cancelled(Pair pair) {
    return PairMoves.cancelled(pair, TODAY).orElseThrow();
  }

  @Test
  void two_people_are_made_a_pair_once() {
    assertTrue(TABLES.passes(TABLES.pairs().put(pair().build(), Optional.empty())));
    assertFalse(TABLES.passes(TABLES.pairs().put(pair().build(), Optional.empty())));
  }

  @Test
  void a_pair_whose_row_is_gone_is_not_made_anew_by_a_name_or_an_address() {
    PairTable table = TABLES.pairs();
    assertFalse(TABLES.passes(table.rename("p", Role.ETUDIANT, "Zoé Martin")));
    assertFalse(TABLES.passes(table.changeAddress("p", Role.ETUDIANT, "zoe@example.fr")));
    assertFalse(TABLES.passes(table.noteToCall("p", Role.ETUDIANT, "Rejeté.")));
    assertTrue(TABLES.items("Pairs").isEmpty());
  }
}
