package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.Transactions;
import fr.vismonjob.dynamodb.Transactions.Decision;
import fr.vismonjob.dynamodb.Write;
import fr.vismonjob.mail.CalledOffBy;
import fr.vismonjob.mail.MailTable;
import fr.vismonjob.registration.RegistrationTable;
import fr.vismonjob.registration.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Cancels the pairs that organisers have marked in the table, as if one of the two had: both get a
 * mail and wait for another partner. The same transaction removes the mark, so that a day may be
 * run again. The mark stays on a pair that can no longer be cancelled.
 */
public final class Releasing {
  private final RegistrationTable registrations;
  private final PairTable pairs;
  private final Parting parting;
  private final Transactions transactions;
  private final InstantSource clock;

  public Releasing(
      RegistrationTable registrations,
      PairTable pairs,
      MailTable mails,
      Transactions transactions,
      InstantSource clock) {
    this.registrations = registrations;
    this.pairs = pairs;
    this.parting = new Parting(registrations, mails);
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Cancels the marked pairs in a share of an edition's pairs.
   *
   * @return how many pairs were newly cancelled
   */
  public int release(String edition, LocalDate today, Share share) {
    int released = 0;
    for (String id : pairs.toRelease(edition, share).toList()) {
      if (release(id, today)) {
        released++;
      }
    }
    return released;
  }

  private boolean release(String id, LocalDate today) {
    return transactions.decide(
        "calling off pair " + id,
        () ->
            pairs
                .find(id)
                .flatMap(pair -> PairMoves.cancelled(pair, today).map(off -> writes(pair, off)))
                .map(writes -> new Decision<>(true, writes))
                .orElse(Decision.nothingToWrite(false)));
  }

  private List<Write> writes(Pair pair, Pair cancelled) {
    Instant now = clock.instant();
    List<Write> writes = new ArrayList<>();
    writes.add(pairs.release(pair, cancelled));
    for (Role role : Role.values()) {
      registrations
          .find(pair.side(role).registration())
          .map(left -> parting.freed(left, cancelled, CalledOffBy.ORGANISERS, now))
          .ifPresent(writes::addAll);
    }
    return writes;
  }
}
