package fr.vismonjob.pairing;

import java.time.LocalDate;
import java.util.List;

/** An action of one of the two on their pair. */
public sealed interface PairAction {

  /** Proposes other days, and replaces an earlier proposal of either person. */
  record Propose(List<LocalDate> days) implements PairAction {
    public Propose {
      days = days.stream().sorted().distinct().toList();
    }
  }

  /** Accepts one of the days that the other person proposed. */
  record Accept(LocalDate day) implements PairAction {}

  /** Cancels the pair for good. */
  record Cancel() implements PairAction {}

  /** Gives feedback; {@code verdict} is the result of both answers then. */
  record Report(Verdict verdict) implements PairAction {}

  /** The result of both answers. A person who has not answered does not contradict the other. */
  enum Verdict {
    TOOK_PLACE,
    DID_NOT,
    CONTRADICTORY
  }
}
