package fr.vismonjob.delivery;

import java.util.List;

/**
 * For the organisers' report.
 *
 * @param reportUrl where the whole report is
 * @param until the last day of that address, in words
 */
public record ReportView(
    Frame frame,
    String edition,
    String day,
    String eventDay,
    List<Figure> figures,
    String reportUrl,
    String until) {
  /** A figure and what it counts. */
  public record Figure(String label, String value) {}

  public ReportView {
    figures = List.copyOf(figures);
  }
}
