package fr.vismonjob.report;

import fr.vismonjob.mail.LostMail;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts of an edition, under the names that they have in the report's mail. */
public final class EditionFigures {
  private static final List<String> OF_PEOPLE =
      List.of(
          "ambassadeurs",
          "etudiants",
          "ambassadeurs_sans_binome",
          "etudiants_sans_binome",
          "a_confirmer",
          "retirees",
          "a_appeler");
  private static final List<String> OF_PAIRS_AND_MAILS =
      List.of("binomes", "mails_en_echec", "mails_rejetes");

  /** The figures in the order in which an organiser reads them, with their labels. */
  public static final Map<String, String> LABELS;

  static {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("essai_binomes", "Binômes possibles avec les inscriptions de ce jour");
    labels.put("essai_restes", "Personnes qui resteraient sans binôme");
    labels.put("binomes_formes", "Binômes formés ce jour");
    labels.put(
        "binomes_ecartes", "Binômes écartés, l’une des deux personnes ayant changé entre-temps");
    labels.put("binomes", "Binômes en place");
    labels.put("ambassadeurs", "Ambassadeurs et ambassadrices, inscription confirmée");
    labels.put("etudiants", "Étudiants et étudiantes, inscription confirmée");
    labels.put("ambassadeurs_sans_binome", "Ambassadeurs et ambassadrices sans binôme");
    labels.put("etudiants_sans_binome", "Étudiants et étudiantes sans binôme");
    labels.put("a_confirmer", "Inscriptions à confirmer");
    labels.put("retirees", "Inscriptions retirées");
    labels.put("a_appeler", "Personnes à appeler, un mail leur a été rejeté");
    labels.put("cles_inconnues", "Clés de « jamais_avec » qui ne désignent personne");
    labels.put("mails_en_echec", "Mails qui n’ont pas pu partir");
    labels.put("mails_rejetes", "Mails rejetés à l’arrivée");
    LABELS = Collections.unmodifiableMap(labels);
  }

  private final Map<String, Long> counts = new LinkedHashMap<>();

  EditionFigures() {
    OF_PEOPLE.forEach(name -> counts.put(name, 0L));
    OF_PAIRS_AND_MAILS.forEach(name -> counts.put(name, 0L));
  }

  /** Adds a figure, such as the number of pairs that a run has just made. */
  void with(String name, long value) {
    counts.put(name, value);
  }

  public Map<String, Long> counts() {
    return Map.copyOf(counts);
  }

  /** The figures that have a label, in the order of the labels. */
  List<ReportPage.Figure> labelled() {
    return LABELS.entrySet().stream()
        .filter(label -> counts.containsKey(label.getKey()))
        .map(
            label ->
                new ReportPage.Figure(label.getValue(), counts.getOrDefault(label.getKey(), 0L)))
        .toList();
  }

  void add(Pair pair) {
    if (pair.status() != PairStatus.ANNULE) {
      addOne("binomes");
    }
  }

  void add(LostMail mail) {
    addOne(mail.gravity().isPresent() ? "mails_rejetes" : "mails_en_echec");
  }

  void add(Registration person) {
    if (person.status() != Status.RETIREE && person.reachability().toCall().isPresent()) {
      addOne("a_appeler");
    }
    if (person.status() == Status.A_CONFIRMER) {
      addOne("a_confirmer");
    } else if (person.status() == Status.RETIREE) {
      addOne("retirees");
    } else {
      String role = person.role() == Role.AMBASSADEUR ? "ambassadeurs" : "etudiants";
      addOne(role);
      if (person.pairs().isEmpty()) {
        addOne(role + "_sans_binome");
      }
    }
  }

  private void addOne(String name) {
    counts.merge(name, 1L, Long::sum);
  }
}
