package fr.vismonjob.pairing;

import java.time.LocalDate;
import java.util.List;

/** What one of the two does with their pair. */
public sealed interface PairAction {

  /** Proposes other days, in the place of what either had proposed. */
  record Propose(List<LocalDate> days) implements PairAction {
    public Propose {
      days = days.stream().sorted().distinct().toList();
    }
  }

  /** Accepts one of the days that the other proposes. */
  record Accept(LocalDate day) implements PairAction {}

  /** Calls the pair off for good. */
  record Cancel() implements PairAction {}

  /** Says how it was; {@code verdict} is what both say together then. */
  record Report(Verdict verdict) implements PairAction {}

  /**
   * What the answers of both come to; somebody who has not answered says nothing against the other.
   */
  enum Verdict {
    TOOK_PLACE,
    DID_NOT,
    CONTRADICTORY
  }
}
