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
  /**
   * A consent that somebody gave.
   *
   * @param text the version of the words that the person read; the organisers' guide has each
   */
  public record Consent(Instant at, String text) {
    /** The words of today: the label of the box to tick, and the sentence at the field of needs. */
    static final String TEXT = "2026-11-30";

    static Consent of(Instant now) {
      return new Consent(now, TEXT);
    }
  }

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
