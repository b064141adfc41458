package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Transactions.Write;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.mail.CalledOffBy;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.Welcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Frees the partners when somebody leaves: a mail tells them, and they wait for another partner.
 */
record Parting(Tables tables) {
  /**
   * Frees the partner of a person who leaves, and queues the partner's mail; {@code cancelled} is
   * the pair afterwards.
   */
  List<Write> partnerFreed(Registration leaving, Pair cancelled, Instant now, boolean tell) {
    Optional<Registration> partner = partner(leaving, cancelled);
    return tell
        ? partner.map(left -> freed(left, cancelled, CalledOffBy.PARTNER, now)).orElse(List.of())
        : partner.flatMap(left -> free(left, cancelled)).stream().toList();
  }

  /** Frees one person of a cancelled pair, and queues a mail that says who cancelled it. */
  List<Write> freed(Registration person, Pair cancelled, CalledOffBy by, Instant now) {
    List<Write> writes = new ArrayList<>(free(person, cancelled).stream().toList());
    writes.add(tables.queue(PairMails.cancelled(person, cancelled, by, now)));
    return writes;
  }

  /**
   * Whether the pair stays as it is when one of the two leaves at that moment: its day has passed,
   * or the hour at which it ends.
   */
  boolean isOver(Pair pair, LocalDate today, Instant now) {
    return !pair.isAhead(today)
        || pair.hasEnded(
            UnreadableRow.skip(() -> tables.person(pair.ambassador().registration()))
                .map(Registration::welcome)
                .orElse(Welcome.NONE),
            now);
  }

  Optional<Registration> partner(Registration person, Pair pair) {
    return tables.person(pair.side(person.role().other()).registration());
  }

  /** Removes a cancelled pair from a person's registration, if it is in it. */
  Optional<Write> free(Registration person, Pair pair) {
    return person.pairs().contains(pair.id())
        ? Optional.of(tables.registrations().advance(person, person.state().withoutPair(pair.id())))
        : Optional.empty();
  }
}
