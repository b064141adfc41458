package fr.vismonjob.pairing;

import fr.vismonjob.form.FieldReader;
import fr.vismonjob.form.Fields;
import fr.vismonjob.form.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a pair's page sends, read the same from a form and from JSON. */
public final class PairForm {
  private static final Set<String> KNOWN = Set.of("action", "binome", "dates", "date");
  private static final int MOST_DAYS = 5;

  /** What a form comes to. */
  public sealed interface Result {}

  /** What is to be done, with the pair if one is told. */
  public record Valid(Optional<String> pair, PairAction action) implements Result {}

  public record Invalid(List<Violation> violations) implements Result {}

  private PairForm() {}

  public static Result read(Fields fields) {
    FieldReader reader = new FieldReader(fields);
    reader.refuseUnknown(KNOWN);
    Optional<String> pair = Optional.of(reader.optional("binome", 64)).filter(id -> !id.isEmpty());
    Optional<PairAction> action =
        switch (reader.required("action", 20, "Indiquez ce que vous voulez faire.")) {
          case "proposer" -> proposal(reader);
          case "accepter" -> acceptance(reader);
          case "annuler" -> Optional.of(new PairAction.Cancel());
          default -> {
            reader.fault(
                "action",
                "Les actions possibles sont «\u00a0proposer\u00a0», «\u00a0accepter\u00a0» et"
                    + " «\u00a0annuler\u00a0».");
            yield Optional.empty();
          }
        };
    return action.isPresent() && reader.violations().isEmpty()
        ? new Valid(pair, action.get())
        : new Invalid(List.copyOf(reader.violations()));
  }

  private static Optional<PairAction> proposal(FieldReader reader) {
    List<LocalDate> days = reader.days("dates");
    if (days.isEmpty()) {
      reader.fault("dates", "Choisissez au moins un jour.");
    }
    if (days.size() > MOST_DAYS) {
      reader.fault("dates", "Proposez " + MOST_DAYS + " jours au plus.");
    }
    if (days.stream().distinct().count() < days.size()) {
      reader.fault("dates", "Le même jour est indiqué plusieurs fois.");
    }
    return Optional.of(new PairAction.Propose(days));
  }

  private static Optional<PairAction> acceptance(FieldReader reader) {
    String date = reader.required("date", 10, "Indiquez le jour que vous acceptez.");
    return reader.isFaulty("date")
        ? Optional.empty()
        : reader.day("date", date).map(PairAction.Accept::new);
  }
}
