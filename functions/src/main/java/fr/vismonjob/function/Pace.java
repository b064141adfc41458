package fr.vismonjob.function;

import java.time.Duration;

/** Limits how often something happens a second. */
final class Pace {
  private final long intervalNanos;
  private long next = System.nanoTime();

  private Pace(long intervalNanos) {
    this.intervalNanos = intervalNanos;
  }

  static Pace perSecond(double times) {
    if (times <= 0) {
      throw new IllegalArgumentException("mails per second: " + times + " is not above 0");
    }
    return new Pace(Math.round(1e9 / times));
  }

  /** Waits until the next time is due. A slow time is not made up for by a burst. */
  void await() {
    long left = next - System.nanoTime();
    if (left > 0) {
      sleep(Duration.ofNanos(left));
    }
    next = Math.max(next, System.nanoTime()) + intervalNanos;
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
