package fr.vismonjob.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.LocalTables;
import fr.vismonjob.edition.EditionBuilder;
import fr.vismonjob.edition.EditionKeyTable;
import fr.vismonjob.edition.EditionProgressTable;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The end of an edition with five people whose day was the 24th. */
final class EditionErasureTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private final EditionProgressTable progress =
      new EditionProgressTable(TABLES.client(), "Editions");

  /** How many people are still there each time that the edition's lists are deleted. */
  private final List<Integer> leftAtLists = new ArrayList<>();

  private String key = "";

  @BeforeEach
  void begin() {
    Life.begun(TABLES);
    TABLES.put("Editions", EditionBuilder.edition().item());
    key = key();
  }

  private static String key() {
    return new EditionKeyTable(TABLES.client(), "MailAllowances").of("2026");
  }

  private static int left() {
    return TABLES.items("Registrations").size();
  }

  private static void delete(String table, String keyName, String key) {
    TABLES
        .client()
        .deleteItem(row -> row.tableName(table).key(Map.of(keyName, AttributeValue.fromS(key))));
  }

  private boolean eraseSome(String today, int most) {
    return new EditionErasure(
            TABLES.tables(
                TABLES.client(),
                _ -> leftAtLists.add(left()),
                InstantSource.fixed(Instant.parse(today + "T06:00:00Z"))),
            progress,
            new EditionKeyTable(TABLES.client(), "MailAllowances"))
        .eraseSome(EditionBuilder.edition().build(), LocalDate.parse(today), most);
  }

  @Test
  void nobody_is_erased_while_somebody_s_day_is_to_come_or_is_today() {
    assertThrows(ErasureRefused.class, () -> eraseSome("2026-11-24", 10));
    assertEquals(5, left());
    assertTrue(eraseSome("2026-11-25", 10));
    assertEquals(0, left());
  }

  @Test
  void some_go_at_a_time_and_the_key_with_the_last() {
    assertFalse(eraseSome("2027-02-22", 2));
    assertEquals(3, left());
    assertFalse(eraseSome("2027-02-22", 2));
    assertFalse(progress.isErased("2026"));
    assertEquals(key, key());
    assertTrue(eraseSome("2027-02-22", 1));
    assertTrue(progress.isErased("2026"));
    assertNotEquals(key, key());
    assertEquals(List.of(), TABLES.items("Mails"));
  }

  @Test
  void a_row_that_cannot_be_read_keeps_the_edition_from_being_done() {
    TABLES.update("Registrations", Life.BOB).set("statut", "?").apply();
    assertThrows(ErasureRefused.class, () -> eraseSome("2027-02-22", 10));
    assertEquals(1, left());
    assertFalse(progress.isErased("2026"));
    assertEquals(key, key());
  }

  @Test
  void a_pair_that_cannot_be_read_keeps_only_its_two_people() {
    TABLES.update("Pairs", Life.WITH_ZOE).set("date", "?").apply();
    assertThrows(ErasureRefused.class, () -> eraseSome("2027-02-22", 10));
    assertEquals(2, left());
    assertThrows(ErasureRefused.class, () -> eraseSome("2027-02-22", 1));
    delete("Pairs", "binome", Life.WITH_ZOE);
    assertTrue(eraseSome("2027-02-22", 10));
  }

  @Test
  void who_was_deleted_by_hand_goes_from_the_pairs_with_the_last() {
    TABLES.update("Pairs", Life.WITH_ZOE).set("statut", "?").apply();
    for (String who : List.of(Life.ADA, Life.ZOE)) {
      delete("Registrations", "inscription", who);
    }
    assertTrue(eraseSome("2027-02-22", 10));
    assertEquals(
        List.of(),
        TABLES.items("Pairs").stream().map(Item::of).filter(PairItem::tellsOfSomebody).toList());
  }

  @Test
  void lists_go_before_the_people_and_once_more_after_them() {
    eraseSome("2027-02-22", 10);
    assertEquals(List.of(5, 0), leftAtLists);
  }
}
