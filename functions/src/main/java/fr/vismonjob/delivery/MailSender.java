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
      return mails
          .claim(key, clock.instant())
          .map(mail -> deliver(mail, batch))
          .orElse(SendResult.NOT_WAITING);
    } catch (UnreadableRow e) {
      return recorded(key, unreadable(key, e));
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
    return mails.claim(key, clock.instant()).isEmpty()
        ? SendResult.NOT_WAITING
        : recorded(key, failed(key, reason));
  }

  /** What came of an attempt, and how the table gets to know it. */
  private record Ending(SendResult result, Runnable record) {
    Ending andThen(Runnable next) {
      return new Ending(
          result,
          () -> {
            record.run();
            next.run();
          });
    }
  }

  private SendResult deliver(Mail mail, Batch batch) {
    return recorded(mail.key(), orRelease(mail.key(), () -> attempt(mail, batch)));
  }

  private SendResult recorded(String key, Ending ending) {
    if (ending.result().isPerhapsSent()) {
      ending.record().run();
      return ending.result();
    }
    return orRelease(
        key,
        () -> {
          ending.record().run();
          return ending.result();
        });
  }

  /**
   * Lets a claimed mail wait again after a fault, since SES was not asked, or has not taken it. A
   * mail that stays claimed would show as one that may have left.
   */
  private <T> T orRelease(String key, Supplier<T> step) {
    try {
      return step.get();
    } catch (RuntimeException e) {
      try {
        mails.release(key);
      } catch (RuntimeException stillClaimed) {
        e.addSuppressed(stillClaimed);
      }
      throw e;
    }
  }

  private Ending attempt(Mail mail, Batch batch) {
    String key = mail.key();
    try {
      Letter letter = letters.read(mail, site.get(), batch.today());
      Pointless.unless(recipients.get().include(letter.envelope().to()), NOT_ALLOWED);
      return post(key, letter, batch);
    } catch (Pointless e) {
      return new Ending(SendResult.POINTLESS, () -> mails.recordPointless(key, e.reason()));
    } catch (InvalidEdition e) {
      // Trying again would hold up the mails of other editions until somebody corrects this one.
      // Without the value, which may be an address.
      String reason = "À corriger : %s. Les mails attendent.".formatted(e.where());
      return heldBack(key, batch, e.edition(), reason);
    } catch (UnreadableRow e) {
      return unreadable(key, e);
    }
  }

  private Ending post(String key, Letter letter, Batch batch) {
    byte[] message;
    try {
      message = MimeLetter.bytes(key, letter, clock.instant());
    } catch (InvalidEdition e) {
      throw e;
    } catch (RuntimeException e) {
      // Writing it again from the same state would fail in the same way.
      return failed(key, "le mail n’a pas pu être composé : " + e.getClass().getSimpleName());
    }
    Edition edition = letter.edition();
    Envelope envelope = letter.envelope();
    Optional<Transmission> refused = batch.refusal(edition.sender());
    Instant now = clock.instant();
    boolean isOfBudget = refused.isEmpty() && envelope.isToStranger();
    if (isOfBudget && !allowances.countInHour(now, budget.getAsInt())) {
      return new Ending(SendResult.POSTPONED, () -> mails.postpone(key, now));
    }
    Transmission answer =
        refused.orElseGet(() -> transport.send(key, edition.sender(), envelope.to(), message));
    Ending ending = ending(key, edition, batch, answer);
    return isOfBudget && ending.result().isToTryAgain()
        ? ending.andThen(() -> giveBack(now))
        : ending;
  }

  /** If this fails, the hour sends one mail less. The mail keeps the outcome that it has. */
  private void giveBack(Instant taken) {
    try {
      allowances.uncountInHour(taken);
    } catch (RuntimeException e) {
      ErrorLine.of("budget-not-given-back").with("detail", e.getClass().getName()).print();
    }
  }

  private Ending ending(String key, Edition edition, Batch batch, Transmission answer) {
    return switch (answer) {
      case Transmission.Accepted(String messageId) ->
          new Ending(SendResult.SENT, () -> mails.recordSent(key, clock.instant(), messageId));
      case Transmission.NotSent() -> new Ending(SendResult.TO_RETRY, () -> mails.release(key));
      case Transmission.Blocked(String reason) -> {
        batch.refused(edition.sender(), reason);
        yield heldBack(key, batch, edition.id(), blocked(edition, reason));
      }
      case Transmission.Refused(String reason) -> failed(key, reason);
      // It stays claimed, so that nobody sends it again: SES may have it.
      case Transmission.Unknown() -> new Ending(SendResult.UNKNOWN, () -> {});
    };
  }

  private Ending failed(String key, String reason) {
    return new Ending(SendResult.FAILED, () -> mails.recordFailed(key, reason, clock.instant()));
  }

  private Ending heldBack(String key, Batch batch, String edition, String reason) {
    return new Ending(
        SendResult.HELD_BACK, () -> mails.holdBack(key, batch.run(), edition, reason));
  }

  /** Once the row is corrected, operators let the mail wait again. */
  private Ending unreadable(String key, UnreadableRow row) {
    row.log();
    return failed(key, "à corriger : " + row.getMessage());
  }

  /** For organisers, who read it in the table. */
  private static String blocked(Edition edition, String reason) {
    return "Édition « %s », « expediteur » %s : aucun mail ne peut partir, %s. Les mails attendent."
        .formatted(edition.id(), edition.sender(), reason);
  }
}
