package fr.vismonjob.delivery;

import fr.vismonjob.report.Figures;
import java.util.List;
import java.util.Map;

/** The report's figures in the order an organiser reads them, with their labels. */
final class ReportFigures {
  private ReportFigures() {}

  static List<ReportView.Figure> inOrder(Map<String, String> figures) {
    return Figures.LABELS.entrySet().stream()
        .filter(label -> figures.containsKey(label.getKey()))
        .map(
            label ->
                new ReportView.Figure(label.getValue(), figures.getOrDefault(label.getKey(), "")))
        .toList();
  }
}
