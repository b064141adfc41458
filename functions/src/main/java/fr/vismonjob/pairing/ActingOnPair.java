package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.edition.ActsOfDay;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.form.FieldReader.Violation;
import fr.vismonjob.mail.CalledOffBy;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Welcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the two people of a pair do with it: they agree on another day, cancel, say how the day
 * begins, or give feedback. One transaction writes the pair, both registrations and the mails. It
 * passes only if the pair is still as it was read. If both accept at the same time, one of them
 * wins, and the other learns which day was agreed.
 */
public record ActingOnPair(Tables tables, Entrusting entrusting) {
  private static final String TOO_OFTEN =
      "Cinq propositions ont déjà été faites aujourd’hui dans ce binôme\u00a0: chacune envoie un"
          + " mail. Faites la suivante demain, ou écrivez à l’autre personne.";

  private static final String HANDED_ON =
      "Ce binôme a été confié à une ou un collègue\u00a0: la journée a toujours lieu. Rechargez la"
          + " page pour voir ce qui est prévu, ou pour l’annuler.";

  private static final String WITHDRAWN =
      "Votre inscription est retirée\u00a0: vous ne pouvez plus convenir d’un jour.";

  private static final String LEFT_ALONE =
      "L’autre personne ne participe plus\u00a0: il n’est plus possible de convenir d’un jour.";

  /**
   * Carries out what was asked, if the form is right.
   *
   * @param edition asked for only if days are proposed, or the next edition is of interest
   */
  public PairOutcome act(Registration visitor, PairForm.Result asked, Supplier<Edition> edition) {
    return switch (asked) {
      case PairForm.Invalid(List<Violation> violations) -> new PairOutcome.Invalid(violations);
      case PairForm.WrongWelcome(List<Violation> violations) ->
          new Welcoming(tables).wrong(visitor.id(), violations);
      case PairForm.ToWelcome(Welcome welcome) ->
          new Welcoming(tables).welcome(visitor.id(), welcome);
      case PairForm.Valid(Optional<String> named, PairAction action) ->
          tables.decide(
              "acting on a pair of registration " + visitor.id(),
              () -> decision(visitor.id(), named, action, edition));
    };
  }

  /**
   * Decides about the named pair; without a name on the person's only pair, or else on the last one
   * the person had.
   */
  private Decision<PairOutcome> decision(
      String visitor, Optional<String> named, PairAction action, Supplier<Edition> edition) {
    Optional<Registration> found = tables.person(visitor);
    if (found.isEmpty()) {
      return refused("Votre inscription n’existe plus.");
    }
    Registration person = found.get();
    if (named.isEmpty() && person.pairs().size() > 1) {
      return invalid(
          new Violation(
              PairForm.PAIR.name(),
              "Vous avez plusieurs binômes\u00a0: indiquez duquel il s’agit."));
    }
    return named.<Collection<String>>map(List::of).orElseGet(() -> known(person)).stream()
        .flatMap(id -> tables.pair(id).filter(Pair::wasFormed).stream())
        .filter(pair -> pair.side(person.role()).registration().equals(person.id()))
        .max(Comparator.comparing(ActingOnPair::formedAt).thenComparing(Pair::id))
        .map(pair -> decision(person, pair, action, edition))
        .orElseGet(
            () ->
                named.isPresent()
                    ? invalid(
                        new Violation(PairForm.PAIR.name(), "Ce binôme n’est pas l’un des vôtres."))
                    : refused("Vous n’avez pas de binôme."));
  }

  private static Instant formedAt(Pair pair) {
    return pair.origin().formedAt().orElseThrow();
  }

  private Collection<String> known(Registration person) {
    return person.pairs().isEmpty() ? tables.pairs().everOf(person) : person.pairs();
  }

  private Decision<PairOutcome> decision(
      Registration person, Pair pair, PairAction action, Supplier<Edition> edition) {
    if (isHandedOn(pair)) {
      return refused(HANDED_ON);
    }
    return switch (PairMoves.of(pair, action, person.role(), tables.today())) {
      case PairMove.Already _ ->
          new Decision<>(new PairOutcome.Done(action, pair), subscribing(person, action, edition));
      case PairMove.Refused(String reason) -> refused(reason);
      case PairMove.To(Pair after) ->
          notTogether(person, pair, action)
              .map(ActingOnPair::refused)
              .or(
                  () ->
                      ProposedDays.violation(action, pair, edition, tables.today())
                          .map(ActingOnPair::invalid))
              .orElseGet(
                  () ->
                      action instanceof PairAction.Entrust asked
                          ? entrusting.decision(person, pair, asked, edition.get())
                          : moving(person, pair, after, action, edition));
    };
  }

  /**
   * Why the two cannot look ahead any more; empty if they can. Who leaves after the day keeps the
   * pair, to say how it went.
   */
  private Optional<String> notTogether(Registration person, Pair pair, PairAction action) {
    boolean looksAhead =
        switch (action) {
          case PairAction.Propose _, PairAction.Accept _, PairAction.Entrust _ -> true;
          case PairAction.Cancel _, PairAction.Report _ -> false;
        };
    if (!looksAhead) {
      return Optional.empty();
    }
    if (!person.isActive()) {
      return Optional.of(WITHDRAWN);
    }
    return new Parting(tables).partner(person, pair).filter(Registration::isActive).isPresent()
        ? Optional.empty()
        : Optional.of(LEFT_ALONE);
  }

  /** Whether the day goes on with a colleague of the ambassador. */
  private boolean isHandedOn(Pair pair) {
    return pair.status() == PairStatus.ANNULE
        && tables.pairs().relays().goesOnAs(pair.id(), tables.today()).isPresent();
  }

  private Decision<PairOutcome> moving(
      Registration person, Pair before, Pair after, PairAction action, Supplier<Edition> edition) {
    ActsOfDay proposals = tables.pairs().proposals(before, tables.today());
    return action instanceof PairAction.Propose && proposals.areEnough()
        ? refused(TOO_OFTEN)
        : new Decision<>(
            new PairOutcome.Done(action, after),
            Stream.concat(
                    writes(person, before, after, action, proposals).stream(),
                    subscribing(person, action, edition).stream())
                .toList());
  }

  private List<Write> subscribing(
      Registration person, PairAction action, Supplier<Edition> edition) {
    return action instanceof PairAction.Report(_, boolean subscribes) && subscribes
        ? new Subscribing(tables).writes(person, edition.get())
        : List.of();
  }

  private static Decision<PairOutcome> refused(String reason) {
    return Decision.nothingToWrite(new PairOutcome.Refused(reason));
  }

  private static Decision<PairOutcome> invalid(Violation violation) {
    return Decision.nothingToWrite(new PairOutcome.Invalid(List.of(violation)));
  }

  private List<Write> writes(
      Registration person, Pair before, Pair after, PairAction action, ActsOfDay proposals) {
    Instant now = tables.now();
    Parting parting = new Parting(tables);
    Optional<Registration> partner = parting.partner(person, after);
    List<Write> writes = new ArrayList<>();
    switch (action) {
      case PairAction.Propose _ -> {
        writes.add(tables.pairs().propose(before, after, proposals));
        partner.ifPresent(other -> writes.add(tables.queue(PairMails.proposed(other, after, now))));
      }
      case PairAction.Accept _ -> {
        Registration other = partner.orElseThrow();
        writes.addAll(new Partners(tables).agreeing(person, other, before, after));
        writes.add(tables.queue(PairMails.agreed(person, after, now)));
        writes.add(tables.queue(PairMails.agreed(other, after, now)));
      }
      case PairAction.Cancel _ -> {
        writes.add(tables.pairs().advance(before, after));
        writes.addAll(parting.freed(person, after, CalledOffBy.SELF, now));
        writes.addAll(parting.partnerFreed(person, after, now, true));
      }
      case PairAction.Entrust _ -> throw new IllegalArgumentException("nothing about a pair moves");
      case PairAction.Report _ -> writes.add(tables.pairs().answer(before, after));
    }
    return writes;
  }
}
