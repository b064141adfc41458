package fr.vismonjob.delivery;

import java.util.List;

/**
 * For the organisers' report.
 *
 * @param firstMatching the day on which the first pairs are made, in words
 * @param wanted where hosts are missing, a line each
 * @param reportUrl where the whole report is
 * @param until the last day of that address, in words
 */
public record ReportView(
    Frame frame,
    String edition,
    String day,
    String eventDay,
    String firstMatching,
    List<Figure> figures,
    List<String> wanted,
    String reportUrl,
    String until) {
  /** A figure and what it counts. */
  public record Figure(String label, String value) {}

  public ReportView {
    figures = List.copyOf(figures);
    wanted = List.copyOf(wanted);
  }
}
