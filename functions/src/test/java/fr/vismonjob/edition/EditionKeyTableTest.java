package fr.vismonjob.edition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class EditionKeyTableTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static EditionKeyTable keys() {
    return new EditionKeyTable(TABLES.client(), "MailAllowances");
  }

  @Test
  void each_edition_has_a_key_of_its_own_which_stays() {
    String key = keys().of("2026");
    assertTrue(key.length() >= 43, "256 bits: " + key.length() + " characters");
    assertEquals(key, keys().of("2026"));
    assertNotEquals(key, keys().of("2027"));
  }

  @Test
  void all_who_ask_first_at_once_get_the_same() throws Exception {
    Set<String> got = new HashSet<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
      List<Callable<String>> all =
          Stream.generate(() -> (Callable<String>) () -> keys().of("2026")).limit(8).toList();
      for (Future<String> one : executor.invokeAll(all)) {
        got.add(one.get());
      }
    }
    assertEquals(1, got.size());
  }

  @Test
  void a_destroyed_key_never_comes_back() {
    String key = keys().of("2026");
    keys().destroy("2026");
    assertEquals(List.of(), TABLES.items("MailAllowances"));
    keys().destroy("2026");
    assertNotEquals(key, keys().of("2026"));
  }
}
