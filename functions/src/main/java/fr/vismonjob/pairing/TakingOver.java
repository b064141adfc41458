package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.registration.AddressHolderTable;
import fr.vismonjob.registration.AddressHolderTable.Holding;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationAction;
import fr.vismonjob.registration.RegistrationAnswers;
import fr.vismonjob.registration.RegistrationState;
import fr.vismonjob.registration.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a colleague answers who is asked to host in an ambassador's place (ADR 24). Accepting is one
 * transaction: it cancels the pair, makes the one with the colleague for the same day, registers
 * the colleague unless that was done before, and queues a mail to each of the three. It passes only
 * if the pair, the request and all three people are still as they were read, so that of several
 * acts at the same time one counts.
 */
public record TakingOver(Tables tables, AddressHolderTable addresses) {
  private static final String DAY_OVER =
      "La journée est passée\u00a0: il n’est plus possible d’y répondre.";
  private static final String OFF =
      "Cette journée est annulée ou n’attend plus de relais\u00a0: merci d’avoir voulu aider.";
  private static final String DAY_CHANGED =
      "Le jour a changé depuis que vous avez ouvert cette page\u00a0: lisez-la de nouveau avant"
          + " d’accepter.";
  private static final String FILL_IN =
      "Votre inscription a changé depuis que vous avez ouvert cette page\u00a0: lisez-la de nouveau"
          + " avant d’accepter.";
  private static final String FULL =
      "Vous accueillez déjà autant de personnes que vous l’avez indiqué. Pour en accueillir une de"
          + " plus, augmentez ce nombre sur votre page personnelle, puis revenez ici.";
  private static final String NOT_TOGETHER =
      "Ce relais n’est pas possible avec votre inscription\u00a0: une autre personne doit le"
          + " prendre.";

  /** What a link leads to. */
  public sealed interface Asked {}

  /** There is no such request any more: another was made, or the colleague has answered. */
  public record Gone() implements Asked, Outcome {}

  /** The pair has ended, or its day is over; why, in French. */
  public record Over(String why) implements Asked {}

  /**
   * The colleague may answer.
   *
   * @param relay with the colleague's address
   * @param holding which registration that address has, or would get
   * @param known what stands there; it may be withdrawn
   * @param refusal why this colleague cannot accept, in French
   */
  public record Open(
      Pair pair,
      Relay relay,
      Registration host,
      Registration student,
      Holding holding,
      Optional<Registration> known,
      Optional<String> refusal)
      implements Asked {
    public String address() {
      return relay.address().orElseThrow();
    }

    /** The colleague's own registration, which stays as it is; empty if it takes the form. */
    public Optional<Registration> registered() {
      return known.filter(person -> person.can(RegistrationAction.PAIR));
    }
  }

  /** What answering came to. */
  public sealed interface Outcome {}

  /**
   * @param isNew whether the colleague is newly registered
   */
  public record Taken(Pair pair, boolean isNew) implements Outcome {}

  public record Declined(Pair pair) implements Outcome {}

  /** The present state does not allow it; why, in French. */
  public record Refused(String why) implements Outcome {}

  /**
   * Reads what a link leads to.
   *
   * @param at when the colleague was asked
   */
  public Asked asked(String pairId, Instant at, Function<String, Edition> editions) {
    Optional<Relay> relay =
        tables.pairs().relays().find(pairId).filter(found -> found.at().equals(at));
    Optional<Pair> found = tables.pair(pairId);
    if (relay.isEmpty() || found.isEmpty()) {
      return new Gone();
    }
    Pair pair = found.get();
    Optional<Registration> host = person(pair, Role.AMBASSADEUR);
    Optional<Registration> student = person(pair, Role.ETUDIANT);
    if (!pair.isAhead(tables.today())) {
      return new Over(pair.isOn() ? DAY_OVER : OFF);
    }
    if (relay.get().address().isEmpty() || host.isEmpty() || student.isEmpty()) {
      return new Over(OFF);
    }
    String address = relay.get().address().get();
    Holding holding = addresses.of(editions.apply(pair.edition()), Role.AMBASSADEUR, address);
    Optional<Registration> known = tables.person(holding.registration());
    Open open =
        new Open(pair, relay.get(), host.get(), student.get(), holding, known, Optional.empty());
    return new Open(pair, relay.get(), host.get(), student.get(), holding, known, refusal(open));
  }

  /** One of the two, if the pair is theirs as their own row has it. */
  private Optional<Registration> person(Pair pair, Role role) {
    return tables
        .person(pair.side(role).registration())
        .filter(person -> person.isActive() && person.pairs().contains(pair.id()));
  }

  /** Takes over, with the answers of the form if the colleague is not registered. */
  public Outcome accept(
      String pairId,
      Instant at,
      Optional<LocalDate> dayRead,
      Optional<RegistrationAnswers> answers,
      Function<String, Edition> editions) {
    return tables.decide(
        "taking over pair " + pairId,
        () ->
            switch (asked(pairId, at, editions)) {
              case Gone gone -> Decision.nothingToWrite(gone);
              case Over(String why) -> refused(why);
              case Open open when open.refusal().isPresent() -> refused(open.refusal().get());
              case Open open when !dayRead.orElse(open.pair().date()).equals(open.pair().date()) ->
                  refused(DAY_CHANGED);
              case Open open when open.registered().isEmpty() && answers.isEmpty() ->
                  refused(FILL_IN);
              case Open open -> taking(open, answers, editions.apply(open.pair().edition()));
            });
  }

  /** Declines: the address is forgotten, and the ambassador is told. */
  public Outcome decline(String pairId, Instant at, Function<String, Edition> editions) {
    return tables.decide(
        "declining to take over pair " + pairId,
        () ->
            switch (asked(pairId, at, editions)) {
              case Gone gone -> Decision.nothingToWrite(gone);
              case Over(String why) -> refused(why);
              case Open open ->
                  new Decision<>(
                      new Declined(open.pair()),
                      new DecliningRelay(tables)
                          .writes(open.pair(), open.relay(), Optional.of(open.host())));
            });
  }

  private static Decision<Outcome> refused(String why) {
    return Decision.nothingToWrite(new Refused(why));
  }

  private Optional<String> refusal(Open open) {
    String colleague = open.holding().registration();
    Registration student = open.student();
    boolean apart =
        open.host().id().equals(colleague)
            || student.person().address().equals(open.address())
            || student.neverWith().contains(colleague)
            || open.known().filter(known -> known.neverWith().contains(student.id())).isPresent()
            || wereTogether(colleague, student);
    if (apart) {
      return Optional.of(NOT_TOGETHER);
    }
    return open.registered().filter(person -> !person.canTakeOver()).map(_ -> FULL);
  }

  /** Whether the two were a pair before, or organisers have called a proposal of the two off. */
  private boolean wereTogether(String colleague, Registration student) {
    boolean inTheirWay =
        tables
            .pair(PairId.of(colleague, student.id()))
            .filter(_ -> proposal(colleague, student).isEmpty())
            .isPresent();
    return inTheirWay
        || tables.pairs().readEverOf(student).stream()
            .anyMatch(
                pair ->
                    pair.ambassador().registration().equals(colleague)
                        && pair.status() == PairStatus.ANNULE);
  }

  /** What a run has proposed about the two, in whose place their pair is written. */
  private Optional<Proposal> proposal(String colleague, Registration student) {
    return tables
        .pairs()
        .proposal(PairId.of(colleague, student.id()))
        .filter(found -> !found.marked());
  }

  private Decision<Outcome> taking(
      Open open, Optional<RegistrationAnswers> answers, Edition edition) {
    Instant now = tables.now();
    Registration host = open.host();
    Registration student = open.student();
    Pair before = open.pair();
    Pair cancelled = PairMoves.cancelled(before, tables.today()).orElseThrow();
    String id = PairId.of(open.holding().registration(), student.id());
    Optional<Registration> registered = open.registered();
    Registration colleague =
        registered.orElseGet(
            () ->
                Registration.registered(
                    edition,
                    open.holding().registration(),
                    RegistrationState.takingOver(id, student.person().fullName()),
                    answers.orElseThrow(),
                    open.known(),
                    now));
    Pair next = RelayedPair.of(id, cancelled, colleague, student, edition, now);
    List<Write> writes = new ArrayList<>();
    writes.add(tables.pairs().relays().handOver(before, cancelled, open.relay(), id));
    writes.add(tables.pairs().put(next, proposal(colleague.id(), student).map(Proposal::pair)));
    writes.add(tables.registrations().advance(host, host.state().handedOn(before.id())));
    writes.add(tables.registrations().pairing().goOn(student, before.id(), id, colleague));
    if (registered.isPresent()) {
      writes.add(tables.registrations().pairing().pair(colleague, id, student));
    } else {
      writes.add(addresses.checkUnchanged(open.holding()));
      writes.add(tables.registrations().put(colleague, open.known()));
      writes.addAll(tables.subscriptions().forgetOnRegistering(open.address(), edition.id()));
    }
    writes.add(tables.queue(PairMails.relayTaken(student, next, now)));
    writes.add(tables.queue(PairMails.relayTaken(colleague, next, now)));
    writes.add(tables.queue(PairMails.relayTakenFrom(host, cancelled, now)));
    return new Decision<>(new Taken(next, registered.isEmpty()), writes);
  }
}
