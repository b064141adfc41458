package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationTable;
import fr.vismonjob.registration.Role;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Records a person's feedback on the day. The answers of both decide whether the day took place,
 * and the last answer of each counts.
 */
public final class GivingFeedback {
  private final PairChoice choice;
  private final PairTable pairs;
  private final Transactions transactions;
  private final InstantSource clock;

  public GivingFeedback(
      RegistrationTable registrations,
      PairTable pairs,
      Transactions transactions,
      InstantSource clock) {
    this.choice = new PairChoice(registrations, pairs);
    this.pairs = pairs;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param pairId which of the person's pairs; may be left out if there is only one
   */
  public PairOutcome give(Registration visitor, Optional<String> pairId, Feedback feedback) {
    return transactions.decide(
        "keeping the feedback of registration " + visitor.id(),
        () ->
            choice.decide(
                visitor, pairId, (person, pair) -> decision(pair, person.role(), feedback)));
  }

  private Decision<PairOutcome> decision(Pair before, Role role, Feedback feedback) {
    Pair answered = before.with(role, feedback);
    PairAction report = new PairAction.Report(answered.verdict());
    return switch (PairMoves.of(answered, report, role, FrenchDates.dayOf(clock.instant()))) {
      case PairMove.Already _ -> Decision.nothingToWrite(new PairOutcome.Done(before));
      case PairMove.Refused(String reason) ->
          Decision.nothingToWrite(new PairOutcome.Refused(reason));
      case PairMove.To(Pair after) ->
          new Decision<>(
              new PairOutcome.Done(after),
              after.equals(before) ? List.of() : List.of(pairs.answer(before, after)));
    };
  }
}
