package fr.vismonjob.delivery;

import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.identity.SiteAddress;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailTable;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends a queued mail once: claim, read the state again, compose, send, record. Only what certainly
 * did not leave is given back to be tried again.
 */
public final class MailSender {
  private static final String NOT_TAKEN =
      "le service d’envoi n’a pas pris le mail malgré plusieurs essais";

  private final MailTable mails;
  private final MatterReader matters;
  private final MailComposer composer;
  private final SesTransport transport;
  private final Supplier<SiteAddress> site;
  private final InstantSource clock;

  public MailSender(
      MailTable mails,
      MatterReader matters,
      MailComposer composer,
      SesTransport transport,
      Supplier<SiteAddress> site,
      InstantSource clock) {
    this.mails = mails;
    this.matters = matters;
    this.composer = composer;
    this.transport = transport;
    this.site = site;
    this.clock = clock;
  }

  /** Sends a mail that somebody's act has just queued. */
  public Outcome send(String key) {
    return send(key, FrenchDates.today(clock));
  }

  /**
   * @param today the day that is lived through; a reminder whose days are over does not go
   */
  public Outcome send(String key, LocalDate today) {
    Optional<Mail> claimed = mails.claim(key, clock.instant());
    return claimed.isEmpty() ? Outcome.NOT_WAITING : send(claimed.get(), today);
  }

  /** Records a mail as failed that could not be sent time and again. */
  public Outcome giveUp(String key) {
    // Claimed first, so that no sender can be at it.
    if (mails.claim(key, clock.instant()).isEmpty()) {
      return Outcome.NOT_WAITING;
    }
    mails.recordFailed(key, NOT_TAKEN);
    return Outcome.FAILED;
  }

  private Outcome send(Mail mail, LocalDate today) {
    Finding finding;
    SiteAddress address;
    try {
      finding = matters.read(mail, today);
      address = site.get();
    } catch (RuntimeException e) {
      mails.release(mail.key());
      throw e;
    }
    return switch (finding) {
      case Finding.Pointless(String reason) -> {
        mails.recordPointless(mail.key(), reason);
        yield Outcome.POINTLESS;
      }
      case Finding.Relevant(Matter matter) -> send(mail, matter, address, today);
    };
  }

  private Outcome send(Mail mail, Matter matter, SiteAddress address, LocalDate today) {
    Letter letter;
    byte[] message;
    try {
      letter = composer.compose(mail, matter, address, today);
      message = MimeLetter.bytes(letter, clock.instant());
    } catch (RuntimeException e) {
      // Composing again from the same state would fail the same way.
      mails.recordFailed(
          mail.key(), "le mail n’a pas pu être composé : " + e.getClass().getSimpleName());
      return Outcome.FAILED;
    }
    return switch (transport.send(letter.key(), letter.from(), letter.to(), message)) {
      case Transmission.Accepted(String messageId) -> {
        mails.recordSent(mail.key(), clock.instant(), messageId);
        yield Outcome.SENT;
      }
      case Transmission.NotSent() -> {
        mails.release(mail.key());
        yield Outcome.TO_RETRY;
      }
      case Transmission.Refused(String reason) -> {
        mails.recordFailed(mail.key(), reason);
        yield Outcome.FAILED;
      }
      case Transmission.Unknown() -> Outcome.UNKNOWN;
    };
  }
}
