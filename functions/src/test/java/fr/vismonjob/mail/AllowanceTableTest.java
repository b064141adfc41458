package fr.vismonjob.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.LocalTables;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class AllowanceTableTest {
  @RegisterExtension static final LocalTables TABLES = new LocalTables();

  private static final Instant NOW = Instant.parse("2026-10-01T08:20:00Z");

  private final AllowanceTable allowances = new AllowanceTable(TABLES.client(), "MailAllowances");

  private static Instant expires(String key) {
    return Instant.ofEpochSecond(TABLES.row("MailAllowances", key).requiredNumber("expire_le"));
  }

  @Test
  void a_mail_is_counted_until_an_hour_after_it_and_two_at_once_are_both() {
    Allowance none = allowances.of("a1b2");
    TABLES.write(allowances.count(none, NOW));
    assertFalse(TABLES.passes(allowances.count(none, NOW)), "another was counted since");
    Allowance one = allowances.of("a1b2");
    assertEquals(List.of(NOW), one.sent());
    Instant later = NOW.plusSeconds(60);
    TABLES.write(allowances.count(one, later));
    assertFalse(TABLES.passes(allowances.count(one, later)), "another was counted since");
    assertEquals(List.of(NOW, later), allowances.of("a1b2").sent());
    assertEquals(later.plusSeconds(3600), expires("a1b2"));
  }

  @Test
  void an_hour_has_its_budget_and_gets_back_what_did_not_leave() {
    assertTrue(allowances.countInHour(NOW, 2));
    assertTrue(allowances.countInHour(NOW.plusSeconds(2399), 2));
    assertFalse(allowances.countInHour(NOW, 2));
    assertTrue(allowances.countInHour(NOW.plusSeconds(2400), 2), "the next hour");
    allowances.uncountInHour(NOW);
    assertTrue(allowances.countInHour(NOW, 2));
    assertFalse(allowances.countInHour(NOW, 2));
    assertEquals(Instant.parse("2026-10-02T08:00:00Z"), expires("heure/2026-10-01T08:00:00Z"));
  }
}
