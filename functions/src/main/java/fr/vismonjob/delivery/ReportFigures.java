package fr.vismonjob.delivery;

import fr.vismonjob.report.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The report's figures in the order an organiser reads them, with their labels. */
final class ReportFigures {
  private ReportFigures() {}

  /** Known figures first, then any others under their own names, so that none is lost. */
  static List<ReportView.Figure> inOrder(Map<String, String> figures) {
    List<ReportView.Figure> ordered = new ArrayList<>();
    Map<String, String> others = new TreeMap<>(figures);
    Figures.LABELS.forEach(
        (name, label) -> {
          String value = others.remove(name);
          if (value != null) {
            ordered.add(new ReportView.Figure(label, value));
          }
        });
    others.forEach(
        (name, value) -> ordered.add(new ReportView.Figure(name.replace('_', ' '), value)));
    return ordered;
  }
}
