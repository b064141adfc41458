package fr.vismonjob.delivery;

import fr.vismonjob.delivery.Letter.Envelope;
import fr.vismonjob.delivery.SesTransport.Transmission;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.edition.Edition;
import fr.vismonjob.edition.FrenchDates;
import fr.vismonjob.edition.InvalidEdition;
import fr.vismonjob.identity.SiteAddress;
import fr.vismonjob.json.ErrorLine;
import fr.vismonjob.mail.AllowanceTable;
import fr.vismonjob.mail.Mail;
import fr.vismonjob.mail.MailTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Sends a queued mail once: claims it, reads the state again, writes the letter, sends it, records
 * the outcome. Only a mail that was certainly not sent goes back to waiting.
 *
 * @param budget how many mails may leave in an hour to addresses that have not confirmed
 */
public record MailSender(
    MailTable mails,
    LetterReader letters,
    SesTransport transport,
    Supplier<SiteAddress> site,
    Supplier<Recipients> recipients,
    AllowanceTable allowances,
    IntSupplier budget,
    InstantSource clock) {
  /** The longest time that a mail can take, with time-outs. */
  public static final Duration LONGEST = Duration.ofSeconds(20);

  private static final String NOT_TAKEN =
      "le service d’envoi n’a pas pris le mail malgré plusieurs essais";
  private static final String NOT_READ =
      "l’application n’a pas pu lire de quoi écrire le mail malgré plusieurs essais";
  private static final String NOT_ALLOWED =
      "environnement d’essai : il n’écrit qu’aux adresses du paramètre AllowedRecipients";

  /** Sends a mail that an act on the site has just queued. */
  public SendResult send(String key) {
    return send(key, new Batch("flux", FrenchDates.dayOf(clock.instant())));
  }

  /** Begins a workflow's batch, whose links are made with the key of links as it is now. */
  public Batch batch(String run, LocalDate today) {
    letters.keyed().readLinkKeyAgain();
    return new Batch(run, today);
  }

  public SendResult send(String key, Batch batch) {
    try {
      Optional<Mail> claimed = mails.claim(key, clock.instant());
      return claimed.isEmpty() ? SendResult.NOT_WAITING : deliver(claimed.get(), batch);
    } catch (InvalidEdition e) {
      // Trying again would hold up the mails of other editions until somebody corrects this one.
      // Without the value, which may be an address.
      String reason = "À corriger : %s. Les mails attendent.".formatted(e.where());
      mails.holdBack(key, batch.run(), e.edition(), reason);
      return SendResult.HELD_BACK;
    } catch (UnreadableRow e) {
      // Once the row is corrected, operators let the mail wait again.
      e.log();
      mails.recordFailed(key, "à corriger : " + e.getMessage(), clock.instant());
      return SendResult.FAILED;
    }
  }

  /** The last attempt: a mail that SES does not take now has failed. */
  public SendResult sendOrGiveUp(String key, Batch batch) {
    SendResult result = send(key, batch);
    return result == SendResult.TO_RETRY ? giveUp(key, NOT_TAKEN) : result;
  }

  /** Records a mail as failed whose last attempt ended in a fault, of which SES knows nothing. */
  public SendResult giveUpAfterFault(String key) {
    return giveUp(key, NOT_READ);
  }

  private SendResult giveUp(String key, String reason) {
    // Claimed first, so that no other sender is sending it.
    if (mails.claim(key, clock.instant()).isEmpty()) {
      return SendResult.NOT_WAITING;
    }
    mails.recordFailed(key, reason, clock.instant());
    return SendResult.FAILED;
  }

  private SendResult deliver(Mail mail, Batch batch) {
    Letter letter;
    Envelope envelope;
    try {
      letter = letters.read(mail, site.get(), batch.today());
      envelope = letter.envelope();
      Pointless.unless(recipients.get().include(envelope.to()), NOT_ALLOWED);
    } catch (Pointless e) {
      mails.recordPointless(mail.key(), e.reason());
      return SendResult.POINTLESS;
    } catch (UnreadableRow | InvalidEdition e) {
      throw e;
    } catch (RuntimeException e) {
      mails.release(mail.key());
      throw e;
    }
    byte[] message;
    try {
      message = MimeLetter.bytes(mail.key(), letter, clock.instant());
    } catch (InvalidEdition e) {
      throw e;
    } catch (RuntimeException e) {
      // Writing it again from the same state would fail in the same way.
      mails.recordFailed(
          mail.key(),
          "le mail n’a pas pu être composé : " + e.getClass().getSimpleName(),
          clock.instant());
      return SendResult.FAILED;
    }
    Edition edition = letter.edition();
    Optional<Transmission> known = batch.known(edition.sender());
    Instant now = clock.instant();
    boolean counts = known.isEmpty() && envelope.isToStranger();
    if (counts && !allowances.countInHour(now, budget.getAsInt())) {
      mails.postpone(mail.key(), now);
      return SendResult.POSTPONED;
    }
    Transmission answer =
        known.orElseGet(() -> transport.send(mail.key(), edition.sender(), envelope.to(), message));
    SendResult result = record(mail, edition, batch, answer);
    if (counts && (result == SendResult.TO_RETRY || result == SendResult.HELD_BACK)) {
      giveBack(now);
    }
    return result;
  }

  /** If this fails, the hour sends one mail less. The mail keeps the outcome that it has. */
  private void giveBack(Instant taken) {
    try {
      allowances.uncountInHour(taken);
    } catch (RuntimeException e) {
      ErrorLine.of("budget-not-given-back").with("detail", e.getClass().getName()).print();
    }
  }

  private SendResult record(Mail mail, Edition edition, Batch batch, Transmission answer) {
    return switch (answer) {
      case Transmission.Accepted(String messageId) -> {
        mails.recordSent(mail.key(), clock.instant(), messageId);
        yield SendResult.SENT;
      }
      case Transmission.NotSent() -> {
        mails.release(mail.key());
        yield SendResult.TO_RETRY;
      }
      case Transmission.Blocked(String reason) -> {
        batch.refused(edition.sender(), reason);
        mails.holdBack(mail.key(), batch.run(), edition.id(), heldBack(edition, reason));
        yield SendResult.HELD_BACK;
      }
      case Transmission.Refused(String reason) -> {
        mails.recordFailed(mail.key(), reason, clock.instant());
        yield SendResult.FAILED;
      }
      // It stays claimed, so that nobody sends it again: SES may have it.
      case Transmission.Unknown() -> SendResult.UNKNOWN;
    };
  }

  /** For organisers, who read it in the table. */
  private static String heldBack(Edition edition, String reason) {
    return "Édition « %s », « expediteur » %s : aucun mail ne peut partir, %s. Les mails attendent."
        .formatted(edition.id(), edition.sender(), reason);
  }
}
