package fr.vismonjob.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that may change while the function runs, so that it is read again before long. */
public final class Current<T> implements Supplier<T> {
  private static final Duration NEARLY_A_MINUTE = Duration.ofSeconds(50);

  private final InstantSource clock;
  private final Duration kept;
  private final Supplier<T> reader;
  private @Nullable Read<T> last;

  private record Read<T>(Instant at, T value) {}

  /** Reads the value again before a minute is over. */
  public Current(InstantSource clock, Supplier<T> reader) {
    this.clock = clock;
    this.kept = NEARLY_A_MINUTE;
    this.reader = reader;
  }

  public Current(InstantSource clock, Duration kept, Supplier<T> reader) {
    this.clock = clock;
    this.kept = kept;
    this.reader = reader;
  }

  /** Lets the next call read the value again, however new it is. */
  void forget() {
    last = null;
  }

  @Override
  public T get() {
    Instant now = clock.instant();
    Read<T> read = last;
    if (read == null || read.at().plus(kept).isBefore(now)) {
      read = new Read<>(now, reader.get());
      last = read;
    }
    return read.value();
  }
}
