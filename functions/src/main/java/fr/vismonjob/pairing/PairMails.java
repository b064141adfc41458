package fr.vismonjob.pairing;

import fr.vismonjob.mail.About;
import fr.vismonjob.mail.CalledOffBy;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailKind;
import fr.vismonjob.registration.Registration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The mails that changes of a pair cause. The pair is given in its state after the change. */
final class PairMails {
  private PairMails() {}

  static Mail formed(Registration recipient, Pair pair, Instant now) {
    return Mail.campaign(MailKind.PAIR, recipient.id(), pair.id(), now, asItIs(recipient, pair));
  }

  static Mail proposed(Registration recipient, Pair pair, Instant now) {
    return mail(MailKind.DATES_PROPOSED, recipient, pair, now, asItIs(recipient, pair));
  }

  static Mail agreed(Registration recipient, Pair pair, Instant now) {
    return mail(
        MailKind.DATE_AGREED,
        recipient,
        pair,
        now,
        new About.Meeting(
            recipient.number(),
            pair.id(),
            Optional.of(pair.state().sequence()),
            Optional.of(pair.date())));
  }

  /**
   * @param change gives each change of the partner's coordinates a key of its own
   */
  static Mail coordinates(Registration recipient, Pair pair, long change, Instant now) {
    return Mail.immediate(
        MailKind.COORDINATES,
        recipient.id(),
        pair.id() + "-" + change,
        now,
        whateverIsAgreed(recipient, pair.id()));
  }

  static Mail welcome(Registration recipient, Pair pair, Instant now) {
    return Mail.immediate(
        MailKind.WELCOME,
        recipient.id(),
        pair.id() + "-" + pair.calendarSequence(),
        now,
        whateverIsAgreed(recipient, pair.id()));
  }

  static Mail cancelled(Registration recipient, Pair pair, CalledOffBy by, Instant now) {
    return mail(
        MailKind.PAIR_CANCELLED,
        recipient,
        pair,
        now,
        new About.CalledOff(recipient.number(), pair.id(), by));
  }

  /** To the colleague, whose address stands in the pair; the ambassador's registration asks. */
  static Mail relay(Registration host, Relay relay, Instant now) {
    return Mail.immediate(
        MailKind.RELAY,
        host.id(),
        relay.occasion(),
        now,
        new About.Relay(host.number(), relay.pair(), relay.at()));
  }

  static Mail relayDeclined(Registration host, Relay relay, Instant now) {
    return Mail.immediate(
        MailKind.RELAY_DECLINED,
        host.id(),
        relay.occasion(),
        now,
        whateverIsAgreed(host, relay.pair()));
  }

  /** To the two who go on together. */
  static Mail relayTaken(Registration recipient, Pair pair, Instant now) {
    return mail(MailKind.RELAY_TAKEN, recipient, pair, now, asItIs(recipient, pair));
  }

  /** To the ambassador whose pair is over. */
  static Mail relayTakenFrom(Registration former, Pair cancelled, Instant now) {
    return mail(
        MailKind.RELAY_TAKEN,
        former,
        cancelled,
        now,
        new About.CalledOff(former.number(), cancelled.id(), CalledOffBy.SELF));
  }

  /** The cancelled pairs and seat, for the last mail to a person who leaves. */
  static About.Vacated vacated(Registration leaving, List<Pair> off) {
    return new About.Vacated(
        off.stream().map(Pair::id).toList(),
        leaving
            .seat()
            .map(
                slot ->
                    new About.Seat(
                        leaving.number(),
                        slot,
                        Optional.of(leaving.state().calendarSequence() + 1))));
  }

  /** Void once the pair has changed. */
  private static About asItIs(Registration recipient, Pair pair) {
    return new About.Meeting(
        recipient.number(), pair.id(), Optional.of(pair.state().sequence()), Optional.empty());
  }

  /** True of the pair whatever the two agree on meanwhile. */
  private static About whateverIsAgreed(Registration recipient, String pair) {
    return new About.Meeting(recipient.number(), pair, Optional.empty(), Optional.empty());
  }

  /** The sequence gives each change a key of its own. */
  private static Mail mail(
      MailKind kind, Registration recipient, Pair pair, Instant now, About about) {
    return Mail.immediate(
        kind, recipient.id(), pair.id() + "-" + pair.state().sequence(), now, about);
  }
}
