package fr.vismonjob.report;

import fr.vismonjob.mail.MailLedger.LostMail;
import fr.vismonjob.pairing.Pair;
import fr.vismonjob.pairing.PairStatus;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Role;
import fr.vismonjob.registration.Status;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts of an edition, under the names that they have in the report's mail. */
public final class EditionFigures {
  /** A figure, with the words for what it counts. */
  public record Figure(String label, String value) {}

  /** What changed since the last report; told even if nothing is counted. */
  private static final Map<String, String> CHANGES = new LinkedHashMap<>();

  /** What organisers have to look at. */
  private static final Map<String, String> TO_DO = new LinkedHashMap<>();

  /** The other figures, in the order in which an organiser reads them. */
  private static final Map<String, String> OTHERS = new LinkedHashMap<>();

  /** What a run proposes. */
  private static final Map<String, String> PROPOSALS = new LinkedHashMap<>();

  private static final Map<String, String> TRIAL = new LinkedHashMap<>();

  private static final String TO_CONFIRM = "Inscriptions à confirmer";

  static {
    CHANGES.put("binomes_formes", "Binômes formés depuis le dernier rapport");
    CHANGES.put("binomes_annules", "Binômes annulés depuis le dernier rapport");
    CHANGES.put("retraits", "Inscriptions retirées depuis le dernier rapport");

    TO_DO.put("a_appeler", "Personnes à appeler, un mail leur a été rejeté");
    TO_DO.put("a_corriger", "Lignes des tables à corriger, laissées de côté");
    TO_DO.put("cles_inconnues", "Clés de « jamais_avec » qui ne désignent personne");
    TO_DO.put(
        "imposes_refuses", "Binômes imposés refusés, «\u00a0a_apparier_refus\u00a0» dit pourquoi");
    TO_DO.put("mails_en_echec", "Mails qui n’ont pas pu partir");
    TO_DO.put("mails_rejetes", "Mails rejetés à l’arrivée");

    TRIAL.put("essai_binomes", "Binômes possibles avec les inscriptions de ce jour");
    TRIAL.put("essai_restes", "Personnes qui resteraient sans binôme");
    OTHERS.putAll(TRIAL);
    TRIAL.put("a_confirmer", TO_CONFIRM);

    PROPOSALS.put("propositions", "Binômes proposés, qui attendent votre accord");
    PROPOSALS.put("propositions_restes", "Personnes sans binôme ni proposition");
    PROPOSALS.put("binomes", "Binômes en place");

    OTHERS.putAll(PROPOSALS);
    OTHERS.put(
        "binomes_ecartes", "Binômes écartés, l’une des deux personnes ayant changé entre-temps");
    OTHERS.put("ambassadeurs", "Ambassadeurs et ambassadrices, inscription confirmée");
    OTHERS.put("etudiants", "Étudiants et étudiantes, inscription confirmée");
    OTHERS.put("ambassadeurs_sans_binome", "Ambassadeurs et ambassadrices sans binôme");
    OTHERS.put("etudiants_sans_binome", "Étudiants et étudiantes sans binôme");
    OTHERS.put("a_confirmer", TO_CONFIRM);
    OTHERS.put("retirees", "Inscriptions retirées");
    OTHERS.putAll(TO_DO);
  }

  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final Instant since;

  /**
   * @param since the moment of the last report
   */
  EditionFigures(Instant since) {
    this.since = since;
    Stream.of(CHANGES, OTHERS)
        .flatMap(labels -> labels.keySet().stream())
        .filter(name -> !name.startsWith("essai_"))
        .forEach(name -> counts.put(name, 0L));
  }

  /** Adds a figure, such as the number of pairs that a trial would make. */
  void with(String name, long value) {
    counts.put(name, value);
  }

  public Map<String, Long> counts() {
    return Map.copyOf(counts);
  }

  /** The three figures that matter most: those of a trial, or who is paired and what is new. */
  public static List<Figure> headline(Map<String, ?> figures) {
    return figures.containsKey("essai_binomes")
        ? labelled(TRIAL, figures)
        : Stream.concat(shares(figures).stream(), labelled(CHANGES, figures).stream().limit(1))
            .toList();
  }

  /** Which share of either side has a partner. */
  static List<Figure> shares(Map<String, ?> figures) {
    return List.of(
        share("Étudiants et étudiantes qui ont un binôme", "etudiants", figures),
        share("Ambassadeurs et ambassadrices qui ont un binôme", "ambassadeurs", figures));
  }

  private static Figure share(String label, String role, Map<String, ?> figures) {
    long all = number(figures, role);
    long paired = all - number(figures, role + "_sans_binome");
    return new Figure(
        label, all == 0 ? "0" : paired + " sur " + all + " (" + percent(paired, all) + ")");
  }

  /** Neither rounds some down to nobody nor nearly all up to everybody. */
  static String percent(long part, long all) {
    long rounded = Math.round(100.0 * part / all);
    long honest = part == 0 || part == all ? rounded : Math.clamp(rounded, 1, 99);
    return honest + "\u00a0%";
  }

  /** What the mail that asks organisers to agree says. */
  public static List<Figure> proposals(Map<String, ?> figures) {
    return labelled(PROPOSALS, figures);
  }

  static Map<String, String> ofProposals(Map<String, Long> figures) {
    Map<String, String> told = new LinkedHashMap<>();
    PROPOSALS.keySet().forEach(name -> told.put(name, "" + number(figures, name)));
    return told;
  }

  static List<Figure> changes(Map<String, ?> figures) {
    return labelled(CHANGES, figures);
  }

  /** What organisers have to look at, if there is anything. */
  public static List<Figure> toDo(Map<String, ?> figures) {
    return labelled(TO_DO, counted(figures));
  }

  /** The other figures, but those that are zero. */
  static List<Figure> others(Map<String, ?> figures) {
    return labelled(OTHERS, counted(figures));
  }

  private static Map<String, ?> counted(Map<String, ?> figures) {
    Map<String, Object> counted = new LinkedHashMap<>(figures);
    counted.keySet().removeIf(name -> number(figures, name) == 0);
    return counted;
  }

  private static long number(Map<String, ?> figures, String name) {
    return Optional.ofNullable(figures.get(name))
        .map(value -> Long.parseLong(value.toString()))
        .orElse(0L);
  }

  /** Those of the figures that have a label, in the order of the labels. */
  private static List<Figure> labelled(Map<String, String> labels, Map<String, ?> figures) {
    return labels.entrySet().stream()
        .filter(label -> figures.containsKey(label.getKey()))
        .map(label -> new Figure(label.getValue(), String.valueOf(figures.get(label.getKey()))))
        .toList();
  }

  /** What the tables hold of the pair counts, whichever run made it. */
  void add(Pair pair) {
    if (pair.status() != PairStatus.ANNULE) {
      addOne("binomes");
    }
    if (isNew(pair.origin().formedAt())) {
      addOne("binomes_formes");
    }
    if (isNew(pair.state().calledOffAt())) {
      addOne("binomes_annules");
    }
  }

  private boolean isNew(Optional<Instant> moment) {
    return moment.filter(at -> at.isAfter(since)).isPresent();
  }

  void add(LostMail mail) {
    addOne(mail.gravity().isPresent() ? "mails_rejetes" : "mails_en_echec");
  }

  void add(Registration person) {
    if (person.status() != Status.RETIREE && person.reachability().toCall().isPresent()) {
      addOne("a_appeler");
    }
    if (!person.imposed().with().isEmpty() && person.imposed().refusal().isPresent()) {
      addOne("imposes_refuses");
    }
    if (isNew(person.state().withdrawnAt())) {
      addOne("retraits");
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
