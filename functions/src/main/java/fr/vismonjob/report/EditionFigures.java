package fr.vismonjob.report;

import fr.vismonjob.mail.LostMail;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts of an edition, under the names that they have in the report's mail. */
public final class EditionFigures {
  /** A figure, with the words for what it counts. */
  public record Figure(String label, String value) {}

  /** Those that are told even if nothing is counted. */
  private static final List<String> ALWAYS =
      List.of(
          "ambassadeurs",
          "etudiants",
          "ambassadeurs_sans_binome",
          "etudiants_sans_binome",
          "a_confirmer",
          "retirees",
          "a_appeler",
          "binomes",
          "mails_en_echec",
          "mails_rejetes");

  /** The figures in the order in which an organiser reads them, with their labels. */
  private static final Map<String, String> LABELS = new LinkedHashMap<>();

  static {
    LABELS.put("essai_binomes", "Binômes possibles avec les inscriptions de ce jour");
    LABELS.put("essai_restes", "Personnes qui resteraient sans binôme");
    LABELS.put("binomes_formes", "Binômes formés ce jour");
    LABELS.put(
        "binomes_ecartes", "Binômes écartés, l’une des deux personnes ayant changé entre-temps");
    LABELS.put("binomes", "Binômes en place");
    LABELS.put("ambassadeurs", "Ambassadeurs et ambassadrices, inscription confirmée");
    LABELS.put("etudiants", "Étudiants et étudiantes, inscription confirmée");
    LABELS.put("ambassadeurs_sans_binome", "Ambassadeurs et ambassadrices sans binôme");
    LABELS.put("etudiants_sans_binome", "Étudiants et étudiantes sans binôme");
    LABELS.put("a_confirmer", "Inscriptions à confirmer");
    LABELS.put("retirees", "Inscriptions retirées");
    LABELS.put("a_appeler", "Personnes à appeler, un mail leur a été rejeté");
    LABELS.put("a_corriger", "Lignes des tables à corriger, laissées de côté");
    LABELS.put("cles_inconnues", "Clés de « jamais_avec » qui ne désignent personne");
    LABELS.put("mails_en_echec", "Mails qui n’ont pas pu partir");
    LABELS.put("mails_rejetes", "Mails rejetés à l’arrivée");
  }

  private final Map<String, Long> counts = new LinkedHashMap<>();

  EditionFigures() {
    ALWAYS.forEach(name -> counts.put(name, 0L));
  }

  /** Adds a figure, such as the number of pairs that a run has just made. */
  void with(String name, long value) {
    counts.put(name, value);
  }

  public Map<String, Long> counts() {
    return Map.copyOf(counts);
  }

  /** Those of the figures that have a label, in the order of the labels. */
  public static List<Figure> labelled(Map<String, ?> figures) {
    return LABELS.entrySet().stream()
        .filter(label -> figures.containsKey(label.getKey()))
        .map(label -> new Figure(label.getValue(), String.valueOf(figures.get(label.getKey()))))
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
