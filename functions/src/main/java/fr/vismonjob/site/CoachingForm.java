package fr.vismonjob.site;

import fr.vismonjob.form.Field;
import fr.vismonjob.form.Field.Need;
import fr.vismonjob.form.FieldReader;
import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.form.Fields;
import fr.vismonjob.form.Kind;
import java.util.List;

/** {@code seance=…} books or moves, {@code action=annuler} cancels. */
final class CoachingForm {
  static final Field<Kind.Line> SLOT =
      Field.of("seance", new Kind.Line(255, "off"), "")
          .needed(Need.SOMETIMES, "Choisissez une séance.");
  private static final Field<Kind.Action> ACTION =
      Field.of("action", new Kind.Action("annuler"), "");

  /** All fields, in the order of the page. */
  static final List<Field<?>> FIELDS = List.of(SLOT, ACTION);

  /** What the form asks for. */
  sealed interface Result {}

  /** Books a seat in this slot, instead of the person's other seat. */
  record Book(String slot) implements Result {}

  record Cancel() implements Result {}

  record Invalid(List<Violation> violations) implements Result {}

  private CoachingForm() {}

  static Result read(Fields fields) {
    FieldReader reader = new FieldReader(fields, FIELDS);
    boolean cancels = !reader.action(ACTION).isEmpty();
    String slot = reader.text(SLOT);
    if (cancels && !slot.isEmpty()) {
      reader.fault(ACTION, "Indiquez une séance ou une annulation, pas les deux.");
    }
    if (!cancels && slot.isEmpty() && !reader.isFaulty(ACTION)) {
      reader.missing(SLOT);
    }
    if (!reader.violations().isEmpty()) {
      return new Invalid(reader.violations());
    }
    return cancels ? new Cancel() : new Book(slot);
  }
}
