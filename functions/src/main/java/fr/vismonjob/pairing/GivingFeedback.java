package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.edition.Due;
import fr.vismonjob.form.Violation;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationTable;
import fr.vismonjob.registration.Role;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what somebody says of the day; what both say decides whether it took place. The last answer
 * counts.
 */
public final class GivingFeedback {
  /** What came of it. */
  public sealed interface Outcome {}

  /** It is kept, or was already; the pair as it stands now. */
  public record Kept(Pair pair) implements Outcome {}

  /** The state does not allow it; the reason is French and complete. */
  public record Refused(String reason) implements Outcome {}

  public record Invalid(List<Violation> violations) implements Outcome {}

  private final RegistrationTable registrations;
  private final PairTable pairs;
  private final Transactions transactions;
  private final InstantSource clock;

  public GivingFeedback(
      RegistrationTable registrations,
      PairTable pairs,
      Transactions transactions,
      InstantSource clock) {
    this.registrations = registrations;
    this.pairs = pairs;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param pairId which of the person's pairs; may be left out where there is one
   */
  public Outcome give(Registration visitor, Optional<String> pairId, Feedback feedback) {
    return transactions.decide(
        "keeping the feedback of registration " + visitor.id(),
        () ->
            registrations
                .find(visitor.id())
                .map(person -> decision(person, pairId, feedback))
                .orElse(Decision.nothingToWrite(new Refused("Votre inscription n’existe plus."))));
  }

  private Decision<Outcome> decision(
      Registration person, Optional<String> pairId, Feedback feedback) {
    return switch (PairChoice.of(person, pairId, pairs)) {
      case PairChoice.Chosen(Pair pair) -> decision(pair, person.role(), feedback);
      case PairChoice.Unclear(Violation violation) ->
          Decision.nothingToWrite(new Invalid(List.of(violation)));
      case PairChoice.None(String reason) -> Decision.nothingToWrite(new Refused(reason));
    };
  }

  private Decision<Outcome> decision(Pair before, Role role, Feedback feedback) {
    Pair answered = before.with(role, feedback);
    PairAction report = new PairAction.Report(answered.verdict());
    return switch (PairMoves.of(answered, report, role, Due.dayOf(clock.instant()))) {
      case PairMove.Already _ -> Decision.nothingToWrite(new Kept(before));
      case PairMove.Refused(String reason) -> Decision.nothingToWrite(new Refused(reason));
      case PairMove.To(Pair after) ->
          new Decision<>(
              new Kept(after),
              after.equals(before) ? List.of() : List.of(pairs.answer(before, after, role)));
    };
  }
}
