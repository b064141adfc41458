package fr.vismonjob.delivery;

import java.util.List;

/** For the organisers' report. */
public record ReportView(
    Frame frame, String edition, String day, String eventDay, List<Figure> figures) {
  /** A figure and what it counts. */
  public record Figure(String label, String value) {}

  public ReportView {
    figures = List.copyOf(figures);
  }
}
