package fr.vismonjob.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class ItemUpdateTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static ItemUpdate update() {
    return TABLES.update("Pairs", "p1");
  }

  private static void there(Item item) {
    TABLES.put("Pairs", item.put("binome", "p1").attributes());
  }

  private static Map<String, Object> now() {
    return Item.of(TABLES.items("Pairs").getFirst()).plain();
  }

  private static boolean passes(ItemUpdate update) {
    return update.set("passe", UUID.randomUUID().toString()).apply().isPresent();
  }

  @Test
  void what_is_not_there_is_not_made() {
    assertEquals(Optional.empty(), update().set("statut", "FORME").apply());
    assertEquals(List.of(), TABLES.items("Pairs"));
  }

  @Test
  void all_that_is_not_named_stays() {
    there(Item.empty().put("date", "2026-11-24").put("lieu", "Lyon").put("score", 3));
    Optional<Item> after = update().set("date", "2026-11-25").set("lieu", "").apply();
    assertEquals(after.map(Item::plain), Optional.of(now()));
    assertEquals("2026-11-25", now().get("date"));
    assertFalse(now().containsKey("lieu"));
    assertTrue(now().containsKey("score"));
  }

  @Test
  void a_name_that_an_organiser_gave_may_hold_anything() {
    there(Item.empty().put("note à moi-même.1", "rappeler"));
    update().remove("note à moi-même.1").apply();
    assertEquals(Map.of("binome", "p1"), now());
  }

  private static ItemUpdate losingAnswers() {
    return new ItemTable(TappedClient.losingAnswers(TABLES.client()).client(), "Pairs", "binome")
        .update("p1");
  }

  @Test
  void an_update_whose_answer_is_lost_is_known_as_made() {
    there(Item.empty().put("statut", "FORME").put("date", "2026-11-24"));
    Optional<Item> after =
        losingAnswers().onlyIf("statut", "FORME").set("statut", "ANNULE").remove("date").apply();
    assertEquals(after.map(Item::plain), Optional.of(now()));
    assertEquals(Map.of("binome", "p1", "statut", "ANNULE"), now());
  }

  @Test
  void also_if_what_it_expects_was_typed_in_another_spelling() {
    there(Item.empty().put("statut", " formé "));
    assertTrue(
        losingAnswers().onlyIf("statut", "FORME").set("statut", "ANNULE").apply().isPresent());
  }

  @Test
  void what_somebody_else_has_made_of_it_is_not() {
    there(Item.empty().put("statut", "ANNULE").put("par", "autre").put("date", "2026-11-24"));
    ItemUpdate ours = update().onlyIf("statut", "FORME").set("statut", "ANNULE");
    assertEquals(Optional.empty(), ours.set("par", "nous").apply());
    assertEquals(
        Optional.empty(),
        update().onlyIf("statut", "FORME").set("statut", "ANNULE").remove("date").apply());
    assertEquals(
        Optional.empty(),
        update().onlyIf("statut", "FORME").set("statut", "ANNULE").add("nombre", 1).apply());
  }

  @Test
  void an_update_that_changes_nothing_is_a_mistake() {
    there(Item.empty());
    assertThrows(IllegalStateException.class, () -> update().onlyIfAbsent("statut").write());
  }

  @Nested
  class An_item_without_the_attribute {
    @Test
    void counts_as_zero_or_empty() {
      there(Item.empty());
      assertTrue(passes(update().onlyIf("sequence", 0)));
      assertTrue(passes(update().onlyIf(Item.empty().put("raisons", List.of()))));
      assertTrue(passes(update().onlyIf(Item.empty().put("avis", Item.empty()))));
      assertTrue(passes(update().onlyIf("lieu", "")));
      assertTrue(passes(update().onlyIfWithout("raisons", "Métier")));
    }

    @Test
    void is_nothing_else() {
      there(Item.empty());
      assertFalse(passes(update().onlyIf("sequence", 1)));
      assertFalse(passes(update().onlyIf(Item.empty().put("raisons", List.of("Métier")))));
      assertFalse(passes(update().onlyIf("lieu", "Lyon")));
    }
  }

  @Test
  void what_stands_otherwise_than_it_was_read_lets_nothing_pass() {
    there(Item.empty().put("sequence", 2).put("raisons", List.of("Métier")).put("lieu", "Lyon"));
    assertFalse(passes(update().onlyIf("sequence", 0)));
    assertFalse(passes(update().onlyIf(Item.empty().put("raisons", List.of()))));
    assertFalse(passes(update().onlyIf("lieu", "")));
    assertFalse(passes(update().onlyIfWithout("raisons", "Métier")));
    assertTrue(passes(update().onlyIf("sequence", 2).onlyIf("lieu", "Lyon")));
  }

  @Test
  void what_was_read_is_expected_as_it_was_or_absent() {
    there(Item.empty().put("statut", "FORME"));
    Item read = Item.of(TABLES.items("Pairs").getFirst()).only("statut", "motif");
    assertTrue(passes(update().onlyIf(read)));
    update().set("motif", "annulé").apply();
    assertFalse(passes(update().onlyIf(read)));
  }

  /** The same values as somebody may have typed them in the console. */
  @Nested
  class An_attribute_typed_by_hand {
    private static final Map<String, AttributeValue> TYPED =
        Map.of(
            "sequence", AttributeValue.fromS(" 2 "),
            "raisons", AttributeValue.fromSs(List.of("Métier")),
            "lieu", AttributeValue.fromS("lyon\u00a0"),
            "statut", AttributeValue.fromS("formé"),
            "motif", AttributeValue.fromNul(true));

    private static ItemUpdate expecting() {
      return update()
          .onlyIf("sequence", 2)
          .onlyIf(Item.empty().put("raisons", List.of("Métier")))
          .onlyIf("lieu", "Lyon")
          .onlyIf("statut", "FORME")
          .onlyIf("motif", "");
    }

    @Test
    void counts_as_what_it_plainly_means() {
      there(Item.of(TYPED));
      assertTrue(passes(expecting()));
      assertTrue(passes(expecting().set("lieu", "Lyon")));
      assertEquals("Lyon", now().get("lieu"));
    }

    @Test
    void does_so_in_a_transaction_as_well() {
      there(Item.of(TYPED));
      Transactions transactions = new Transactions(TABLES.client());
      transactions.decide(
          "trying",
          () ->
              new Transactions.Decision<>(true, List.of(expecting().set("sequence", "3").write())));
      assertEquals("3", now().get("sequence"));
    }

    @Test
    void is_not_taken_for_something_else() {
      there(Item.of(TYPED).put("sequence", "2 ou 3"));
      assertFalse(passes(expecting()));
      there(Item.of(TYPED).put("raisons", List.of("Métier", "Lieu")));
      assertFalse(passes(expecting()));
      there(Item.of(TYPED).put("statut", "ANNULE"));
      assertFalse(passes(expecting()));
    }
  }

  @Test
  void under_the_same_conditions_it_is_replaced_checked_or_deleted() {
    there(Item.empty().put("statut", "FORME").put("lieu", "Lyon"));
    TABLES.write(update().onlyIf("statut", "FORME").check());
    TABLES.write(
        update()
            .onlyIf("statut", "FORME")
            .replaceWith(Item.empty().put("binome", "p1").put("statut", "ANNULE")));
    assertEquals(Map.of("binome", "p1", "statut", "ANNULE"), now());
    TABLES.write(update().onlyIf("statut", "ANNULE").delete());
    assertEquals(List.of(), TABLES.items("Pairs"));
  }
}
