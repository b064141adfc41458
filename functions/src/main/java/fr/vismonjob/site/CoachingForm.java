package fr.vismonjob.site;

import fr.vismonjob.form.Fields;
import fr.vismonjob.form.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code seance=…} books or moves, {@code action=annuler} cancels. */
final class CoachingForm {
  private static final Set<String> KNOWN = Set.of("seance", "action");

  private CoachingForm() {}

  static boolean cancels(Fields fields) {
    return fields.text("action").equals("annuler");
  }

  static List<Violation> violations(Fields fields) {
    List<Violation> violations = new ArrayList<>();
    fields.names().stream()
        .filter(name -> !KNOWN.contains(name))
        .forEach(name -> violations.add(new Violation(name, "Ce champ n’existe pas.")));
    if (!fields.text("action").isEmpty() && !cancels(fields)) {
      violations.add(new Violation("action", "La seule action possible est « annuler »."));
    } else if (cancels(fields) && !fields.text("seance").isEmpty()) {
      violations.add(
          new Violation("action", "Indiquez une séance ou une annulation, pas les deux."));
    } else if (!cancels(fields)
        && (fields.text("seance").isEmpty() || fields.count("seance") > 1)) {
      violations.add(new Violation("seance", "Choisissez une séance."));
    }
    return violations;
  }
}
