package fr.vismonjob.pairing;

import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.registration.Registration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The mails that the life of a pair causes; the pair is given as it stands after the change. */
final class PairMails {
  private PairMails() {}

  static Mail proposed(Registration recipient, Pair pair, Instant now) {
    return mail(MailKind.DATES_PROPOSED, recipient, pair, now, Map.of());
  }

  static Mail agreed(Registration recipient, Pair pair, Instant now) {
    return mail(MailKind.DATE_AGREED, recipient, pair, now, Map.of("date", pair.date().toString()));
  }

  static Mail cancelled(Registration recipient, Pair pair, CalledOffBy by, Instant now) {
    return mail(MailKind.PAIR_CANCELLED, recipient, pair, now, Map.of("par", by.code()));
  }

  /**
   * Details of the last mail to somebody who leaves: which pairs and which seat are off, to be
   * taken out of the person's calendar.
   */
  static Map<String, String> calledOff(Registration leaving, List<Pair> off) {
    Map<String, String> details = new HashMap<>();
    if (!off.isEmpty()) {
      details.put("binomes", off.stream().map(Pair::id).collect(Collectors.joining(" ")));
    }
    leaving
        .seat()
        .ifPresent(
            seat -> {
              details.put("seance", seat);
              details.put("sequence", Long.toString(leaving.state().calendarSequence() + 1));
            });
    return details;
  }

  /** The sequence makes the key of each change its own. */
  private static Mail mail(
      MailKind kind, Registration recipient, Pair pair, Instant now, Map<String, String> more) {
    String sequence = Long.toString(pair.state().sequence());
    Map<String, String> details = new HashMap<>(more);
    details.put("numero", Long.toString(recipient.number()));
    details.put("binome", pair.id());
    details.put("sequence", sequence);
    return Mail.immediate(kind, recipient.id(), pair.id() + "-" + sequence, now, details);
  }
}
