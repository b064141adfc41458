package fr.vismonjob.pairing;

import fr.vismonjob.form.Violation;
import java.util.List;

/** What comes of something that one of the two does with their pair. */
public sealed interface PairOutcome {

  /** It is done, or was so already; the pair as it stands now. */
  record Done(Pair pair) implements PairOutcome {}

  /** The state does not allow it; the reason is French and complete. */
  record Refused(String reason) implements PairOutcome {}

  record Invalid(List<Violation> violations) implements PairOutcome {}

  static PairOutcome invalid(Violation violation) {
    return new Invalid(List.of(violation));
  }
}
