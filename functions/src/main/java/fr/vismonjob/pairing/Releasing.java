package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.mail.CalledOffBy;
import fr.vismonjob.registration.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Cancels a pair that organisers have marked in the table, as if one of the two had: both get a
 * mail and wait for another partner. A mere proposal ends in silence. In either case the two are
 * not put together again, unless organisers impose it anew. The same transaction takes the mark
 * away. It stays on a pair that can no longer be cancelled.
 */
record Releasing(Tables tables) {
  private static final String DAY_OVER =
      "La journée de ce binôme est passée\u00a0: il ne peut plus être annulé.";
  private static final String ANSWERED =
      "Une réponse a déjà été donnée sur cette journée\u00a0: le binôme ne peut plus être annulé.";

  private static final String HANDED_ON =
      "Ce binôme a été confié à une ou un collègue\u00a0: la journée a toujours lieu. Pour"
          + " l’annuler, enlevez cette marque et posez-la sur le binôme ";

  ActOutcome release(String id, LocalDate today) {
    return tables.decide(
        "calling off pair " + id,
        () ->
            tables
                .pairs()
                .findToRelease(id)
                .map(pair -> decision(pair, today))
                .orElse(Decision.nothingToWrite(new ActOutcome.NothingToDo())));
  }

  private Decision<ActOutcome> decision(Pair pair, LocalDate today) {
    return switch (PairMoves.of(pair, new PairAction.Cancel(), Role.AMBASSADEUR, today)) {
      case PairMove.To(Pair cancelled) ->
          new Decision<>(new ActOutcome.Done(), writes(pair, cancelled));
      case PairMove.Already _ ->
          tables
              .pairs()
              .relays()
              .goesOnAs(pair.id(), today)
              .<Decision<ActOutcome>>map(
                  next ->
                      Decision.nothingToWrite(new ActOutcome.Refused(HANDED_ON + next.id() + ".")))
              .orElseGet(
                  () ->
                      new Decision<>(
                          new ActOutcome.NothingToDo(), List.of(tables.pairs().unmark(pair))));
      case PairMove.Refused _ ->
          Decision.nothingToWrite(new ActOutcome.Refused(pair.isOn() ? DAY_OVER : ANSWERED));
    };
  }

  private List<Write> writes(Pair pair, Pair cancelled) {
    Instant now = tables.now();
    List<Write> writes = new ArrayList<>();
    writes.add(tables.pairs().release(pair, cancelled));
    if (!pair.wasFormed()) {
      writes.addAll(notImposed(pair));
      return writes;
    }
    for (Role role : Role.values()) {
      tables
          .person(pair.side(role).registration())
          .map(left -> new Parting(tables).freed(left, cancelled, CalledOffBy.ORGANISERS, now))
          .ifPresent(writes::addAll);
    }
    return writes;
  }

  /** Whoever calls off what they imposed does not want to see it proposed anew. */
  private List<Write> notImposed(Pair proposal) {
    List<Write> writes = new ArrayList<>();
    for (Role role : Role.values()) {
      String other = proposal.side(role.other()).registration();
      tables
          .person(proposal.side(role).registration())
          .filter(person -> person.imposed().with().contains(other))
          .ifPresent(
              person -> writes.add(tables.registrations().pairing().notImposed(person, other)));
    }
    return writes;
  }
}
