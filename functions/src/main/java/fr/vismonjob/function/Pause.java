package fr.vismonjob.function;

import java.time.Duration;

/** Waits. */
final class Pause {
  private Pause() {}

  static void of(Duration time) {
    if (time.isPositive()) {
      try {
        Thread.sleep(time);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting", e);
      }
    }
  }
}
