package fr.vismonjob.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that may change while the function runs, so that it is read again before long.
 *
 * <p>Settings and the key of links go through faults: while they cannot be read again, the last
 * value serves on, and pages stay up. For the key this means that a new one makes the links under
 * the old one void within a minute wherever it can be read, and elsewhere as soon as it can. To
 * refuse every link meanwhile would help against a leak only in the rare minute in which a key was
 * renewed as well. Whatever needs the newest value says {@link #forget}, and then fails instead.
 */
public final class Current<T> implements Supplier<T> {
  private static final Duration NEARLY_A_MINUTE = Duration.ofSeconds(50);

  /** Until the next attempt after a fault: one request in many waits for a service that is down. */
  private static final Duration AFTER_FAULT = Duration.ofSeconds(10);

  private final InstantSource clock;
  private final Duration kept;
  private final boolean throughFaults;
  private final Supplier<T> reader;
  private @Nullable Read<T> last;

  private record Read<T>(Instant until, T value) {}

  private Current(InstantSource clock, Duration kept, boolean throughFaults, Supplier<T> reader) {
    this.clock = clock;
    this.kept = kept;
    this.throughFaults = throughFaults;
    this.reader = reader;
  }

  /** A value that serves for so long and no longer. */
  public Current(InstantSource clock, Duration kept, Supplier<T> reader) {
    this(clock, kept, false, reader);
  }

  /** Reads the value again before a minute is over; if that fails, the last one serves on. */
  public Current(InstantSource clock, Supplier<T> reader) {
    this(clock, NEARLY_A_MINUTE, true, reader);
  }

  /** Lets the next call read the value again, however new it is. */
  void forget() {
    last = null;
  }

  @Override
  public T get() {
    Instant now = clock.instant();
    Read<T> read = last;
    if (read == null || read.until().isBefore(now)) {
      read = throughFaults && read != null ? readOrKeep(now, read.value()) : read(now);
      last = read;
    }
    return read.value();
  }

  private Read<T> readOrKeep(Instant now, T before) {
    try {
      return read(now);
    } catch (RuntimeException _) {
      // From now on, since the attempt itself may have taken long. The reader logs its faults.
      return new Read<>(clock.instant().plus(AFTER_FAULT), before);
    }
  }

  private Read<T> read(Instant now) {
    return new Read<>(now.plus(kept), reader.get());
  }
}
