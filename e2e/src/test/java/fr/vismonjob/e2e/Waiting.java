package fr.vismonjob.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks again and again until something is there; never sleeps longer than that takes. */
final class Waiting {
  /** Far more than it takes: other tests keep the machine busy. */
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private Waiting() {}

  static <T> T until(String what, Supplier<Optional<T>> look) {
    return until(what, LONGEST, look);
  }

  /** The same for what is promised within some time. */
  static <T> T until(String what, Duration longest, Supplier<Optional<T>> look) {
    Instant deadline = Instant.now().plus(longest);
    while (true) {
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError(what + ": not within " + longest.toSeconds() + " s");
      }
      pause();
    }
  }

  @SuppressWarnings(
      "ThreadSleep") // between two looks at another process there is nothing to be told by
  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
