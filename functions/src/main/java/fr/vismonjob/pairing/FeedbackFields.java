package fr.vismonjob.pairing;

import fr.vismonjob.form.FieldReader;
import fr.vismonjob.form.Fields;
import fr.vismonjob.form.Violation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What is asked after the day, read the same from a form and from JSON. */
public final class FeedbackFields {
  private static final Set<String> KNOWN =
      Set.of("binome", "a_eu_lieu", "absent", "note", "commentaire");

  /** What a form comes to. */
  public sealed interface Result {}

  public record Valid(Optional<String> pair, Feedback feedback) implements Result {}

  public record Invalid(List<Violation> violations) implements Result {}

  private FeedbackFields() {}

  public static Result read(Fields fields) {
    FieldReader reader = new FieldReader(fields);
    reader.refuseUnknown(KNOWN);
    Optional<String> pair = Optional.of(reader.optional("binome", 64)).filter(id -> !id.isEmpty());
    String tookPlace = reader.required("a_eu_lieu", 10, "Indiquez si la journée a eu lieu.");
    if (!Set.of("oui", "non", "").contains(tookPlace)) {
      reader.fault("a_eu_lieu", "Répondez par «\u00a0oui\u00a0» ou par «\u00a0non\u00a0».");
    }
    Optional<Feedback.Absent> absent = absent(reader, tookPlace.equals("non"));
    int mark = reader.integer("note", 1, 5, 0);
    String comment = reader.optionalLines("commentaire", 1000);
    return reader.violations().isEmpty()
        ? new Valid(
            pair,
            new Feedback(
                tookPlace.equals("oui"),
                absent,
                mark == 0 ? OptionalInt.empty() : OptionalInt.of(mark),
                comment))
        : new Invalid(List.copyOf(reader.violations()));
  }

  /**
   * Without a script a browser cannot take back a choice of absent: after « oui » it counts for
   * nothing.
   */
  private static Optional<Feedback.Absent> absent(FieldReader reader, boolean needed) {
    String code = reader.optional("absent", 20);
    Optional<Feedback.Absent> absent = Feedback.Absent.ofCode(code);
    if (!code.isEmpty() && absent.isEmpty()) {
      reader.fault("absent", "Ce choix n’est pas dans la liste.");
    }
    if (code.isEmpty() && needed) {
      reader.fault("absent", "Indiquez qui n’est pas venu.");
    }
    return needed ? absent : Optional.empty();
  }
}
