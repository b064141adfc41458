package fr.vismonjob.registration;

import java.time.Duration;
import java.time.Instant;

/**
 * A new address that a person has asked for, and that nobody has confirmed there yet.
 *
 * @param at when the person asked
 */
public record AddressRequest(String address, Instant at) {
  private static final Duration OPEN_FOR = Duration.ofDays(2);

  /** Whether it is too late to confirm it: the wrong person may read it one day. */
  public boolean isOver(Instant now) {
    return !now.isBefore(at.plus(OPEN_FOR));
  }
}
