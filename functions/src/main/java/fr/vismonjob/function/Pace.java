package fr.vismonjob.function;

import java.time.Duration;

/** Lets something happen at most so many times a second. */
final class Pace {
  private final long intervalNanos;
  private long next = System.nanoTime();

  private Pace(long intervalNanos) {
    this.intervalNanos = intervalNanos;
  }

  static Pace perSecond(double times) {
    return new Pace(Math.round(1e9 / times));
  }

  /** Returns when the next time has come; a slow time is not made up for by a burst. */
  void await() {
    long wait = next - System.nanoTime();
    if (wait > 0) {
      try {
        Thread.sleep(Duration.ofNanos(wait));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted between two mails", e);
      }
    }
    next = Math.max(next, System.nanoTime()) + intervalNanos;
  }
}
