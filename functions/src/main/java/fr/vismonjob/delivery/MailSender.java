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
 * Sends a queued mail once: claims it, reads the state again, writes the letter, sends it, records
 * the outcome. Only a mail that was certainly not sent goes back to waiting.
 */
public record MailSender(
    MailTable mails,
    LetterReader letters,
    SesTransport transport,
    Supplier<SiteAddress> site,
    InstantSource clock) {
  private static final String NOT_TAKEN =
      "le service d’envoi n’a pas pris le mail malgré plusieurs essais";

  /**
   * Sends a mail that an act on the site has just queued.
   *
   * @throws SendingBlocked if SES takes no mail of the edition; this mail waits
   */
  public SendResult send(String key) {
    return send(key, FrenchDates.dayOf(clock.instant()));
  }

  /**
   * Sends a mail of a workflow.
   *
   * @param today the day of the workflow; a reminder that is too late by then is not sent
   * @throws SendingBlocked if SES takes no mail of the edition; this mail waits
   */
  public SendResult send(String key, LocalDate today) {
    Optional<Mail> claimed = mails.claim(key, clock.instant());
    return claimed.isEmpty() ? SendResult.NOT_WAITING : send(claimed.get(), today);
  }

  /** Records a mail as failed after the last attempt to send it. */
  public SendResult giveUp(String key) {
    // Claimed first, so that no other sender is sending it.
    if (mails.claim(key, clock.instant()).isEmpty()) {
      return SendResult.NOT_WAITING;
    }
    mails.recordFailed(key, NOT_TAKEN, clock.instant());
    return SendResult.FAILED;
  }

  private SendResult send(Mail mail, LocalDate today) {
    Letter letter;
    try {
      letter = letters.read(mail, site.get(), today);
    } catch (Pointless e) {
      mails.recordPointless(mail.key(), e.reason());
      return SendResult.POINTLESS;
    } catch (RuntimeException e) {
      mails.release(mail.key());
      throw e;
    }
    byte[] message;
    try {
      message = MimeLetter.bytes(mail.key(), letter, clock.instant());
    } catch (RuntimeException e) {
      // Writing it again from the same state would fail in the same way.
      mails.recordFailed(
          mail.key(),
          "le mail n’a pas pu être composé : " + e.getClass().getSimpleName(),
          clock.instant());
      return SendResult.FAILED;
    }
    return switch (transport.send(
        mail.key(), letter.head().edition().sender(), letter.to(), message)) {
      case Transmission.Accepted(String messageId) -> {
        mails.recordSent(mail.key(), clock.instant(), messageId);
        yield SendResult.SENT;
      }
      case Transmission.NotSent() -> {
        mails.release(mail.key());
        yield SendResult.TO_RETRY;
      }
      case Transmission.Blocked(String reason) -> {
        mails.release(mail.key());
        throw new SendingBlocked(letter.head().edition(), reason);
      }
      case Transmission.Refused(String reason) -> {
        mails.recordFailed(mail.key(), reason, clock.instant());
        yield SendResult.FAILED;
      }
      case Transmission.Unknown() -> SendResult.UNKNOWN;
    };
  }
}
