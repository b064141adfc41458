package fr.vismonjob.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class CurrentTest {
  private Instant now = Instant.parse("2026-11-10T06:00:00Z");
  private int reads;

  @Test
  void a_change_is_seen_within_a_minute() {
    Current<Integer> current = new Current<>(() -> now, () -> ++reads);
    assertEquals(1, current.get());
    now = now.plusSeconds(30);
    assertEquals(1, current.get());
    now = now.plusSeconds(30);
    assertEquals(2, current.get());
  }
}
