package fr.vismonjob.report;

import java.time.Instant;

/**
 * Since when what is told is new: since the last report.
 *
 * @param moment the moment of that report
 * @param words such as « Depuis le rapport du mardi 10 novembre 2026 »
 */
public record Since(Instant moment, String words) {
  /** Before the first report. */
  public static final Since ALL = new Since(Instant.MIN, "Depuis l’ouverture des inscriptions");
}
