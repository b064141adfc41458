package fr.vismonjob.pairing;

import static fr.vismonjob.registration.RegistrationBuilder.ambassador;
import static fr.vismonjob.registration.RegistrationBuilder.student;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.matching.PairIds;
import fr.vismonjob.pairing.KnownPairs.CancelledPair;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PairTableTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final LocalDate TODAY = LocalDate.parse("2026-11-12");
  private static final Instant NOW = Instant.parse("2026-11-12T08:00:00Z");
  private static final Registration ADA = ambassador("Ada").build();
  private static final Registration ZOE = student("Zoe").build();
  private static final Relay RELAY =
      new Relay("p", Optional.of("bob@example.gouv.fr"), RegistrationBuilder.id("Bob"), NOW);

  private static PairTable at(Instant now) {
    return new PairTable(TABLES.client(), "Pairs", InstantSource.fixed(now));
  }

  private static void pair(Item also) {
    TABLES.put("Pairs", Item.of(PairBuilder.pair("p", ADA, ZOE).item()).putAll(also).attributes());
  }

  private static Pair pair() {
    return at(NOW).find("p").orElseThrow();
  }

  @Test
  void when_a_pair_was_called_off_is_noted_once() {
    pair(Item.empty());
    Pair cancelled = PairMoves.cancelled(pair(), TODAY).orElseThrow();
    assertTrue(TABLES.passes(at(NOW).advance(pair(), cancelled)));
    assertEquals(Optional.of(NOW), pair().state().calledOffAt());
    Pair off = pair();
    assertTrue(TABLES.passes(at(NOW.plusSeconds(60)).forget(off, off, ZOE)));
    assertEquals(Optional.of(NOW), pair().state().calledOffAt());
  }

  @Test
  void a_yes_or_no_of_the_feedback_may_be_one_of_the_console_s_own() {
    for (boolean tookPlace : List.of(true, false)) {
      Item said = Item.empty().put("a_eu_lieu", tookPlace).put("absent", "etudiant");
      pair(Item.empty().put("avis_etudiant", said));
      assertEquals(tookPlace, pair().student().feedback().orElseThrow().tookPlace());
    }
  }

  @Test
  void feedback_that_does_not_say_who_was_absent_is_named() {
    for (String absent : List.of("", "personne")) {
      pair(
          Item.empty()
              .put("avis_etudiant", Item.empty().put("a_eu_lieu", "non").put("absent", absent)));
      assertEquals("absent", assertThrows(UnreadableRow.class, () -> pair()).attribute());
    }
  }

  @Test
  void only_the_colleague_of_that_very_request_is_forgotten() {
    Relay next = new Relay("p", RELAY.address(), RELAY.colleague(), RELAY.at().plusMillis(1));
    pair(PairItem.relay(next));
    PairRelays relays = at(NOW).relays();
    relays.forgetColleague(RELAY);
    assertEquals(Optional.of(next), relays.find("p"));
    relays.forgetColleague(next);
    assertEquals(Optional.empty(), relays.find("p").orElseThrow().address());
  }

  @Test
  void a_colleague_may_answer_on_the_day_and_is_forgotten_the_day_after() {
    pair(PairItem.relay(RELAY));
    assertEquals(List.of(), neverAnswered("2026-11-24"));
    assertEquals(List.of(RELAY), neverAnswered("2026-11-25"));
  }

  @Test
  void who_was_called_off_or_cannot_be_read_and_whose_proposal_is_marked_are_no_pair_again() {
    put("formed", PairBuilder.pair("formed", ADA, ZOE).build(), Item.empty());
    put("off", PairBuilder.pair("off", ADA, ZOE).status(PairStatus.ANNULE).build(), Item.empty());
    put("proposed", PairBuilder.pair("proposed", ADA, ZOE).proposed().build(), Item.empty());
    put(
        "marked",
        PairBuilder.pair("marked", ADA, ZOE).proposed().build(),
        Item.empty().put("a_annuler", "x"));
    put("broken", PairBuilder.pair("broken", ADA, ZOE).build(), Item.empty().put("date", "?"));
    PairIds ids = new PairIds(ZOE.id(), ADA.id());
    assertEquals(
        List.of(
            new CancelledPair(ids, false), // broken
            new CancelledPair(ids, false), // marked
            new CancelledPair(ids, true)), // off
        at(NOW)
            .scanForbidden("2026", Share.WHOLE, _ -> {})
            .sorted(Comparator.comparing(CancelledPair::isKnown))
            .toList());
  }

  private static void put(String id, Pair pair, Item also) {
    TABLES.put("Pairs", PairItem.content(pair).putAll(also).put(PairItem.ID, id).attributes());
  }

  @Test
  void somebody_s_pairs_are_those_of_the_index_and_of_their_own_row() {
    put("p", PairBuilder.pair("p", ADA, ZOE).build(), Item.empty());
    Registration host = ambassador("Ada").pairedWith("too-new", "Yan Martin").build();
    assertEquals(Set.of("p", "too-new"), at(NOW).everOf(host));
    assertEquals(Set.of("p"), at(NOW).everOf(ZOE));
  }

  private static List<Relay> neverAnswered(String today) {
    return at(NOW)
        .relays()
        .neverAnswered("2026", LocalDate.parse(today), Share.WHOLE, LocalTables.ALL_READABLE)
        .toList();
  }

  @Test
  void today_is_the_day_in_Paris() {
    assertEquals(
        TODAY, TABLES.tables(InstantSource.fixed(Instant.parse("2026-11-11T23:30:00Z"))).today());
  }
}
