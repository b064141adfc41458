package fr.vismonjob.function;

import fr.vismonjob.identity.SiteAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The site's address: read again after a minute, since it may change while the function lives. */
final class CurrentSite {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Supplier<SiteAddress> reader;
  private @Nullable Read last;

  private record Read(Instant at, SiteAddress site) {}

  CurrentSite(InstantSource clock, Supplier<SiteAddress> reader) {
    this.clock = clock;
    this.reader = reader;
  }

  SiteAddress address() {
    Instant now = clock.instant();
    Read read = last;
    if (read == null || read.at().plus(KEPT).isBefore(now)) {
      read = new Read(now, reader.get());
      last = read;
    }
    return read.site();
  }
}
