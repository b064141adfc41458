package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Write;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.mail.CalledOffBy;
import fr.vismonjob.mail.MailTable;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the two people of a pair decide: another day, or to cancel. One transaction writes the pair,
 * both registrations and the mails. It passes only if the pair is still as it was read. If both
 * accept at the same time, one of them wins, and the other learns which day was agreed.
 */
public final class Negotiating {
  private final PairChoice choice;
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
    this.choice = new PairChoice(registrations, pairs);
    this.pairs = pairs;
    this.mails = mails;
    this.parting = new Parting(registrations, mails);
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Proposes days, accepts one, or cancels the pair.
   *
   * @param pairId which of the person's pairs; may be left out if there is only one
   */
  public PairOutcome act(
      Registration visitor, Optional<String> pairId, PairAction action, Edition edition) {
    return transactions.decide(
        "changing a pair of registration " + visitor.id(),
        () ->
            choice.decide(
                visitor, pairId, (person, pair) -> decision(person, pair, action, edition)));
  }

  private Decision<PairOutcome> decision(
      Registration person, Pair pair, PairAction action, Edition edition) {
    Instant now = clock.instant();
    return switch (PairMoves.of(pair, action, person.role(), FrenchDates.dayOf(now))) {
      case PairMove.Already _ -> Decision.nothingToWrite(new PairOutcome.Done(pair));
      case PairMove.Refused(String reason) ->
          Decision.nothingToWrite(new PairOutcome.Refused(reason));
      case PairMove.To(Pair after) ->
          ProposedDays.violation(action, pair, edition, FrenchDates.dayOf(now))
              .<Decision<PairOutcome>>map(
                  violation -> Decision.nothingToWrite(PairOutcome.invalid(violation)))
              .orElseGet(
                  () ->
                      new Decision<>(
                          new PairOutcome.Done(after), writes(person, pair, after, action, now)));
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
      case PairAction.Report _ ->
          throw new IllegalArgumentException("feedback is given by GivingFeedback, not here");
    }
    return writes;
  }
}
