package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Write;
import fr.vismonjob.edition.Due;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.form.Violation;
import fr.vismonjob.mail.MailTable;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the two of a pair settle between them: another day, or that they will not meet. The pair,
 * what it means for both registrations and the mails are one transaction, which passes only if the
 * pair stands as it was read: of two who accept at once one wins, and the other is told what was
 * agreed.
 */
public final class Negotiating {
  /** What came of it. */
  public sealed interface Outcome {}

  /** It is done, or was so already; the pair as it stands now. */
  public record Settled(Pair pair) implements Outcome {}

  /** The state does not allow it; the reason is French and complete. */
  public record Refused(String reason) implements Outcome {}

  public record Invalid(List<Violation> violations) implements Outcome {}

  private final RegistrationTable registrations;
  private final PairTable pairs;
  private final MailTable mails;
  private final Parting parting;
  private final Transactions transactions;
  private final InstantSource clock;

  public Negotiating(
      RegistrationTable registrations,
      PairTable pairs,
      MailTable mails,
      Transactions transactions,
      InstantSource clock) {
    this.registrations = registrations;
    this.pairs = pairs;
    this.mails = mails;
    this.parting = new Parting(registrations, mails);
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Proposes, accepts or cancels.
   *
   * @param pairId which of the person's pairs; may be left out where there is one
   */
  public Outcome act(
      Registration visitor, Optional<String> pairId, PairAction action, Edition edition) {
    return transactions.decide(
        "changing a pair of registration " + visitor.id(),
        () ->
            registrations
                .find(visitor.id())
                .map(person -> decision(person, pairId, action, edition))
                .orElse(Decision.nothingToWrite(new Refused("Votre inscription n’existe plus."))));
  }

  private Decision<Outcome> decision(
      Registration person, Optional<String> pairId, PairAction action, Edition edition) {
    return switch (PairChoice.of(person, pairId, pairs)) {
      case PairChoice.Chosen(Pair pair) -> decision(person, pair, action, edition);
      case PairChoice.Unclear(Violation violation) ->
          Decision.nothingToWrite(new Invalid(List.of(violation)));
      case PairChoice.None(String reason) -> Decision.nothingToWrite(new Refused(reason));
    };
  }

  private Decision<Outcome> decision(
      Registration person, Pair pair, PairAction action, Edition edition) {
    Instant now = clock.instant();
    return switch (PairMoves.of(pair, action, person.role(), Due.dayOf(now))) {
      case PairMove.Already _ -> Decision.nothingToWrite(new Settled(pair));
      case PairMove.Refused(String reason) -> Decision.nothingToWrite(new Refused(reason));
      case PairMove.To(Pair after) ->
          ProposedDays.violation(action, pair, edition, Due.dayOf(now))
              .<Decision<Outcome>>map(
                  violation -> Decision.nothingToWrite(new Invalid(List.of(violation))))
              .orElseGet(
                  () ->
                      new Decision<>(new Settled(after), writes(person, pair, after, action, now)));
    };
  }

  private List<Write> writes(
      Registration person, Pair before, Pair after, PairAction action, Instant now) {
    List<Write> writes = new ArrayList<>();
    writes.add(pairs.advance(before, after));
    Optional<Registration> partner = parting.partner(person, after);
    switch (action) {
      case PairAction.Propose _ ->
          partner.ifPresent(
              other -> writes.add(mails.queue(PairMails.proposed(other, after, now))));
      case PairAction.Accept _ -> {
        writes.add(mails.queue(PairMails.agreed(person, after, now)));
        partner.ifPresent(other -> writes.add(mails.queue(PairMails.agreed(other, after, now))));
      }
      case PairAction.Cancel _ -> {
        writes.addAll(parting.freed(person, after, CalledOffBy.SELF, now));
        writes.addAll(parting.partnerFreed(person, after, now, true));
      }
      case PairAction.Report _ -> throw new IllegalArgumentException("feedback is not negotiated");
    }
    return writes;
  }
}
