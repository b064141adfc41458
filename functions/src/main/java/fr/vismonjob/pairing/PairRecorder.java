package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.mail.About;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.registration.Registration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Records the decisions of a matching run. A pair, both people and both mails are one transaction,
 * so that recording can be repeated after a crash at any point: it recognises what is recorded, and
 * pairs and mails nobody twice. A proposal is one item alone, which the recording of its pair
 * replaces.
 */
public record PairRecorder(Tables tables) {
  /** The outcome for a planned pair. */
  public enum Result {
    RECORDED,
    /**
     * One of the two withdrew, changed the answers or got another partner meanwhile. The next run
     * looks for partners for both.
     */
    SKIPPED
  }

  /**
   * @param run the run's name, such as {@code 2026/2026-11-10}
   */
  public Result record(PlannedPair planned, String run) {
    return tables.decide(
        "recording pair " + planned.id(), () -> decision(planned, run, PairMoves::formed));
  }

  /**
   * Records a proposal, of which nobody but the organisers hears.
   *
   * @param run the run's name, under which organisers may agree to it
   */
  public Result propose(PlannedPair planned, String run) {
    return tables.decide(
        "proposing pair " + planned.id(), () -> decision(planned, run, PairMoves::proposed));
  }

  private Decision<Result> decision(
      PlannedPair planned, String run, Function<LocalDate, PairState> making) {
    PairState state = making.apply(planned.date());
    Optional<Pair> known = tables.pair(planned.id());
    Optional<Proposal> proposal = known.flatMap(pair -> tables.pairs().proposal(pair.id()));
    if (known.isPresent() && proposal.isEmpty()) {
      return Decision.nothingToWrite(known.get().isOn() ? Result.RECORDED : Result.SKIPPED);
    }
    Optional<Registration> ambassador = unchanged(planned.ambassador());
    Optional<Registration> student = unchanged(planned.student());
    if (ambassador.isEmpty()
        || student.isEmpty()
        || !ambassador.get().mayMeet(student.get())
        || proposal.filter(Proposal::marked).isPresent()) {
      return Decision.nothingToWrite(Result.SKIPPED);
    }
    Pair pair =
        Pair.of(
            planned.id(),
            ambassador.get(),
            student.get(),
            planned.distanceKm(),
            new PairOrigin(
                run,
                Optional.of(tables.now()).filter(_ -> state.status() != PairStatus.PROPOSE),
                planned.score(),
                planned.reasons()),
            state);
    Optional<Pair> before = proposal.map(Proposal::pair);
    return new Decision<>(
        Result.RECORDED,
        state.status() == PairStatus.PROPOSE
            ? List.of(tables.pairs().propose(pair, planned, before))
            : writes(pair, before, ambassador.get(), student.get()));
  }

  /** Answers organisers, beside what they asked for. */
  public void refuse(ImposedRefusal refusal) {
    tables.registrations().pairing().noteImposedRefusal(refusal.registration(), refusal.why());
  }

  /**
   * Records why a person is left over, once for each change of wishes, and queues the mail about
   * it, once per registration.
   */
  public boolean tell(LeftOver leftOver) {
    tables
        .registrations()
        .pairing()
        .noteUnpaired(leftOver.registration(), leftOver.number(), leftOver.because());
    return queue(MailKind.NO_PAIR, leftOver);
  }

  /**
   * Queues a mail to a person whom a trial has left over, once per registration, if a change of
   * wishes would help.
   */
  public boolean suggestWidening(LeftOver leftOver) {
    return leftOver.canWiden() && queue(MailKind.WIDEN, leftOver);
  }

  private boolean queue(MailKind kind, LeftOver leftOver) {
    return tables
        .mails()
        .queueUnlessKnown(
            Mail.campaign(
                kind,
                leftOver.registration(),
                Long.toString(leftOver.number()),
                tables.now(),
                new About.Own(leftOver.number(), leftOver.cause(), leftOver.advice())));
  }

  private Optional<Registration> unchanged(Entrant.Standing standing) {
    return tables
        .person(standing.registration())
        .filter(Registration::hasRoom)
        .filter(standing::isStill);
  }

  private List<Write> writes(
      Pair pair, Optional<Pair> before, Registration ambassador, Registration student) {
    Instant now = tables.now();
    return List.of(
        tables.pairs().put(pair, before),
        tables.registrations().pairing().pair(ambassador, pair.id(), student),
        tables.registrations().pairing().pair(student, pair.id(), ambassador),
        tables.queue(PairMails.formed(ambassador, pair, now)),
        tables.queue(PairMails.formed(student, pair, now)));
  }
}
