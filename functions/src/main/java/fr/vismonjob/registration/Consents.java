package fr.vismonjob.registration;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody has consented to. Whoever registered before this was recorded has none here.
 *
 * @param use the use of the answers: the box to tick when registering
 * @param needs the use of the needs, which may tell of somebody's health: filling in their field
 */
public record Consents(Optional<Consent> use, Optional<Consent> needs) {
  public static final Consents NONE = new Consents(Optional.empty(), Optional.empty());

  static Consents registering(String needs, Instant now) {
    return new Consents(Optional.of(Consent.of(now)), Optional.empty()).changing("", needs, now);
  }

  /** Other needs are consented to anew; whoever empties the field takes the consent back. */
  Consents changing(String before, String needs, Instant now) {
    return needs.equals(before)
        ? this
        : new Consents(use, Optional.of(Consent.of(now)).filter(_ -> !needs.isEmpty()));
  }
}
