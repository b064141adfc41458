package fr.vismonjob.pairing;

import fr.vismonjob.dynamodb.Write;
import fr.vismonjob.mail.CalledOffBy;
import fr.vismonjob.mail.MailTable;
import fr.vismonjob.registration.Registration;
import fr.vismonjob.registration.RegistrationTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What partners have of it when somebody leaves: they are told and wait for somebody else. */
record Parting(RegistrationTable registrations, MailTable mails) {
  /**
   * Frees the partner of somebody who leaves and may tell that person; {@code cancelled} is the
   * pair after it.
   */
  List<Write> partnerFreed(Registration leaving, Pair cancelled, Instant now, boolean tell) {
    Optional<Registration> partner = partner(leaving, cancelled);
    return tell
        ? partner.map(left -> freed(left, cancelled, CalledOffBy.PARTNER, now)).orElse(List.of())
        : partner.flatMap(left -> free(left, cancelled)).stream().toList();
  }

  /** Frees one of a pair that is off, who is told by whom. */
  List<Write> freed(Registration person, Pair cancelled, CalledOffBy by, Instant now) {
    List<Write> writes = new ArrayList<>(free(person, cancelled).stream().toList());
    writes.add(mails.queue(PairMails.cancelled(person, cancelled, by, now)));
    return writes;
  }

  Optional<Registration> partner(Registration person, Pair pair) {
    return registrations.find(pair.side(person.role().other()).registration());
  }

  /** Takes a pair that is off out of a person's registration, unless it is not in it. */
  Optional<Write> free(Registration person, Pair pair) {
    return person.pairs().contains(pair.id())
        ? Optional.of(registrations.advance(person, person.state().withoutPair(pair.id())))
        : Optional.empty();
  }
}
