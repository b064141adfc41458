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

  record Cancel() implements PairAction {}

  /** Asks a colleague to host in the ambassador's place; the pair stays as it is. */
  record Entrust(String address) implements PairAction {}

  /**
   * Gives feedback on the day. The answers of both decide whether it took place, and the last
   * answer of each counts.
   *
   * @param subscribes whether the person wants to be told of the next edition
   */
  record Report(Feedback feedback, boolean subscribes) implements PairAction {}
}
