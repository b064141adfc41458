package fr.vismonjob.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The report's figures in the order an organiser reads them, with their labels. */
final class ReportFigures {
  private static final Map<String, String> LABELS = new LinkedHashMap<>();

  static {
    LABELS.put("binomes_formes", "Binômes formés ce jour");
    LABELS.put("binomes", "Binômes en place");
    LABELS.put("ambassadeurs", "Ambassadeurs et ambassadrices, inscription confirmée");
    LABELS.put("etudiants", "Étudiants et étudiantes, inscription confirmée");
    LABELS.put("ambassadeurs_sans_binome", "Ambassadeurs et ambassadrices sans binôme");
    LABELS.put("etudiants_sans_binome", "Étudiants et étudiantes sans binôme");
    LABELS.put("a_confirmer", "Inscriptions à confirmer");
    LABELS.put("retirees", "Inscriptions retirées");
    LABELS.put("a_appeler", "Personnes à appeler, un mail leur a été rejeté");
    LABELS.put("mails_en_echec", "Mails qui n’ont pas pu partir");
    LABELS.put("mails_rejetes", "Mails rejetés à l’arrivée");
  }

  private ReportFigures() {}

  /** Known figures first, then any others under their own names, so that none is lost. */
  static List<ReportView.Figure> inOrder(Map<String, String> figures) {
    List<ReportView.Figure> ordered = new ArrayList<>();
    Map<String, String> others = new TreeMap<>(figures);
    LABELS.forEach(
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
