package fr.vismonjob.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AllowanceTest {
  private static final Instant EIGHT = Instant.parse("2026-10-01T08:00:00Z");

  private static Allowance sent(int... minutes) {
    Allowance allowance = new Allowance("a1b2", List.of());
    for (int minute : minutes) {
      allowance = allowance.withOne(EIGHT.plusSeconds(60L * minute));
    }
    return allowance;
  }

  private static boolean allows(Allowance allowance, int minute) {
    return allowance.allowsOne(EIGHT.plusSeconds(60L * minute));
  }

  @Test
  void an_address_gets_three_mails_in_an_hour() {
    assertTrue(allows(sent(), 0));
    assertTrue(allows(sent(0, 1), 2));
    assertFalse(allows(sent(0, 1, 2), 3));
  }

  @Test
  void the_hour_counts_from_each_mail() {
    Allowance three = sent(0, 10, 20);
    assertFalse(allows(three, 59));
    assertTrue(allows(three, 60));
    assertFalse(allows(three.withOne(EIGHT.plusSeconds(3600)), 69));
    assertTrue(allows(three.withOne(EIGHT.plusSeconds(3600)), 70));
  }

  @Test
  void what_is_older_than_an_hour_is_kept_no_longer() {
    assertEquals(List.of(EIGHT.plusSeconds(600), EIGHT.plusSeconds(3600)), sent(0, 10, 60).sent());
  }
}
