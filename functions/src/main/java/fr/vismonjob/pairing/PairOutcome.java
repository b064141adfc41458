package fr.vismonjob.pairing;

import fr.vismonjob.form.FieldReader.Violation;
import java.util.List;

/** The outcome of an action of one of the two on their pair. */
public sealed interface PairOutcome {

  /** The action is carried out, or was before; with the pair in its present state. */
  record Done(PairAction action, Pair pair) implements PairOutcome {}

  /** Where and how the person receives people is written, or was before. */
  record Welcomed() implements PairOutcome {}

  /** The present state does not allow it; the reason is a complete French sentence. */
  record Refused(String reason) implements PairOutcome {}

  record Invalid(List<Violation> violations) implements PairOutcome {}
}
