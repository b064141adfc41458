package fr.vismonjob.registration;

import java.time.Instant;

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
