package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions;
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
  private static final int ATTEMPTS = 10;

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
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Optional<Registration> person = registrations.find(visitor.id());
      if (person.isEmpty()) {
        return new Refused("Votre inscription n’existe plus.");
      }
      switch (PairChoice.of(person.get(), pairId, pairs)) {
        case PairChoice.Chosen(Pair pair) -> {
          Optional<Outcome> outcome = give(pair.id(), person.get().role(), feedback);
          if (outcome.isPresent()) {
            return outcome.get();
          }
        }
        case PairChoice.Unclear(Violation violation) -> {
          return new Invalid(List.of(violation));
        }
        case PairChoice.None(String reason) -> {
          return new Refused(reason);
        }
      }
    }
    throw new IllegalStateException("no end of other writers to a pair of " + visitor.id());
  }

  /** Empty if the pair has changed since it was read. */
  private Optional<Outcome> give(String pairId, Role role, Feedback feedback) {
    Optional<PairAnswers> found = pairs.findAnswers(pairId);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    PairAnswers before = found.get();
    PairAction report = new PairAction.Report(before.with(role, feedback).verdict());
    return switch (PairMoves.of(before.pair(), report, role, Due.dayOf(clock.instant()))) {
      case PairMove.Already _ -> Optional.of(new Kept(before.pair()));
      case PairMove.Refused(String reason) -> Optional.of(new Refused(reason));
      case PairMove.To(Pair after) -> {
        boolean saidBefore =
            before.of(role).equals(Optional.of(feedback)) && after.equals(before.pair());
        yield saidBefore
                || transactions.commit(List.of(pairs.answer(before, after, role, feedback)))
            ? Optional.of(new Kept(after))
            : Optional.empty();
      }
    };
  }
}
