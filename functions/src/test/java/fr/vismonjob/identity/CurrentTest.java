package fr.vismonjob.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class CurrentTest {
  private Instant now = Instant.parse("2026-11-10T06:00:00Z");
  private int reads;
  private boolean isDown;

  private int read() {
    reads++;
    if (isDown) {
      throw new IllegalStateException("the source is down");
    }
    return reads;
  }

  @Test
  void a_change_is_seen_within_a_minute() {
    Current<Integer> current = new Current<>(() -> now, this::read);
    assertEquals(1, current.get());
    now = now.plusSeconds(30);
    assertEquals(1, current.get());
    now = now.plusSeconds(30);
    assertEquals(2, current.get());
  }

  @Test
  void the_last_value_serves_on_while_the_source_is_down() {
    Current<Integer> current = new Current<>(() -> now, this::read);
    assertEquals(1, current.get());
    isDown = true;
    now = now.plusSeconds(60);
    assertEquals(1, current.get());
    assertEquals(1, current.get());
    assertEquals(2, reads, "not every request waits for the source");
    now = now.plus(Duration.ofHours(1));
    assertEquals(1, current.get());

    isDown = false;
    now = now.plusSeconds(11);
    assertEquals(4, current.get(), "and is read as soon as it answers again");
  }

  @Test
  void the_time_that_a_failed_attempt_took_counts() {
    Current<Integer> current =
        new Current<>(
            () -> now,
            () -> {
              now = now.plusSeconds(isDown ? 30 : 0);
              return read();
            });
    current.get();
    isDown = true;
    now = now.plusSeconds(60);
    current.get();
    current.get();
    assertEquals(2, reads);
  }

  @Test
  void without_a_first_value_the_fault_shows() {
    isDown = true;
    Current<Integer> current = new Current<>(() -> now, this::read);
    assertThrows(IllegalStateException.class, current::get);
    isDown = false;
    assertEquals(2, current.get());
  }

  @Test
  void what_needs_the_newest_value_never_gets_the_last_one() {
    Current<Integer> current = new Current<>(() -> now, this::read);
    current.get();
    isDown = true;
    current.forget();
    assertThrows(IllegalStateException.class, current::get);
  }

  @Test
  void a_value_that_serves_so_long_and_no_longer_lets_the_fault_show() {
    Current<Integer> current = new Current<>(() -> now, Duration.ofSeconds(20), this::read);
    current.get();
    isDown = true;
    now = now.plusSeconds(21);
    assertThrows(IllegalStateException.class, current::get);
  }
}
