package fr.vismonjob.pairing;

import java.io.Serial;
import java.util.List;

/** The verifier found the solver's result wrong: nothing of it may be recorded or mailed. */
public final class MatchingRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;
  private static final int SHOWN = 5;

  MatchingRefused(List<String> violations) {
    super(
        violations.size()
            + " violations, nothing recorded: "
            + String.join(" | ", violations.subList(0, Math.min(SHOWN, violations.size()))));
  }
}
