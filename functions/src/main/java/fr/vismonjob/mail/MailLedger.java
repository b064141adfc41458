package fr.vismonjob.mail;

import static fr.vismonjob.mail.MailItem.*;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.ItemUpdate;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.mail.Mail.Departure;
import fr.vismonjob.mail.Rejection.Gravity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Many mails at once: which wait, which have failed, whose sender died, which tell of somebody who
 * is erased.
 */
public final class MailLedger {
  /** Much longer than any run of a sender, so that the sender of an older claim has died. */
  private static final Duration CLAIM_LIFE = Duration.ofHours(1);

  private static final String OUTCOME_UNKNOWN =
      "issue inconnue : le service d’envoi n’a pas répondu, le mail est peut-être parti";

  /**
   * A mail that did not arrive.
   *
   * @param gravity gravity of its rejection; empty if it was never sent
   */
  public record LostMail(String registration, MailKind kind, Optional<Gravity> gravity) {}

  private final MailTable mails;
  private final ItemTable items;

  MailLedger(MailTable mails, ItemTable items) {
    this.mails = mails;
    this.items = items;
  }

  /**
   * The keys of the mails that a workflow has to send: those queued for it, and those queued before
   * that instant to be sent at once that still wait; without those that the run has held back, and
   * those that wait for a later hour's budget. Reads the table and not its index, which may lack
   * the newest mails.
   */
  public List<String> waiting(Instant overdueBefore, String run) {
    return those(
            items.scan(STATUS, MailStatus.A_ENVOYER.name(), Share.WHOLE),
            mail ->
                (mail.textOrEmpty(DEPARTURE).equals(Departure.CAMPAIGN.code())
                        || isBefore(overdueBefore, mail, CREATED_AT))
                    && !mail.textOrEmpty(HELD_BACK_BY).equals(run)
                    && !waitsForBudget(mail))
        .map(mail -> mail.required(KEY))
        .sorted()
        .toList();
  }

  /** One that was held back since is a matter of the runs as well, which tell the cause. */
  private static boolean waitsForBudget(Item mail) {
    return mail.has(POSTPONED_AT) && mail.isNothing(HELD_BACK_EDITION);
  }

  /** How many have failed from that instant on. Reads the table and not its index. */
  public long failedSince(Instant since) {
    return those(
            items.scan(STATUS, MailStatus.ECHEC.name(), Share.WHOLE),
            mail -> !mail.isNothing(FAILED_AT) && !mail.instant(FAILED_AT).isBefore(since))
        .count();
  }

  /** The mails of all editions that were never sent or were rejected. */
  public Stream<LostMail> lost(Consumer<UnreadableRow> unreadable) {
    return Stream.of(MailStatus.ECHEC, MailStatus.REJETE)
        .flatMap(status -> items.read(ofStatus(status), MailLedger::lost, unreadable));
  }

  /** The mails for which this holds. One that cannot be read is left out and named in the log. */
  private Stream<Item> those(Stream<Item> mails, Predicate<Item> holds) {
    return items
        .read(mails, mail -> Optional.of(mail).filter(holds), UnreadableRow::log)
        .flatMap(Optional::stream);
  }

  private Stream<Item> ofStatus(MailStatus status) {
    return items.query("par-statut", STATUS, status.name());
  }

  private static LostMail lost(Item mail) {
    return new LostMail(
        mail.required(REGISTRATION), MailItem.kind(mail), mail.findOneOf(REJECTION, Gravity.class));
  }

  /**
   * Sets mails whose sender died to failed. They may have been sent, so they are not sent again.
   */
  public int settleStaleClaims(Instant now) {
    Instant takenBefore = now.minus(CLAIM_LIFE);
    return (int)
        those(ofStatus(MailStatus.EN_COURS), mail -> isBefore(takenBefore, mail, CLAIMED_AT))
            .filter(mail -> failed(mail, now))
            .count();
  }

  private static boolean isBefore(Instant instant, Item mail, String attribute) {
    return mail.find(attribute).filter(at -> at.compareTo(instant.toString()) < 0).isPresent();
  }

  /** Sets a claimed mail to failed; false if its sender has recorded an outcome meanwhile. */
  private boolean failed(Item mail, Instant now) {
    return mails
        .closed(mail.required(KEY), MailStatus.ECHEC, OUTCOME_UNKNOWN)
        .onlyIf(CLAIMED_AT, mail.textOrEmpty(CLAIMED_AT))
        .set(FAILED_AT, now.toString())
        .apply()
        .isPresent();
  }

  /** The keys of the postponed mails, the oldest first. The index may lack the newest. */
  public List<String> postponed() {
    return ofStatus(MailStatus.A_ENVOYER)
        .filter(mail -> mail.has(POSTPONED_AT))
        .map(mail -> mail.required(KEY))
        .toList();
  }

  /** Why the run held back mails of that edition; empty if it did not. */
  public Optional<String> heldBack(String run, String edition) {
    return those(
            items.scan(HELD_BACK_BY, run, Share.WHOLE),
            mail -> mail.textOrEmpty(HELD_BACK_EDITION).equals(edition))
        .map(mail -> mail.textOrEmpty(REASON))
        .findFirst();
  }

  /**
   * Removes from a registration's mails what identifies the person. The index may lack the newest
   * mails, but those hold nothing of the kind.
   */
  public void forget(String registration, Predicate<String> tells) {
    items.query("par-inscription", REGISTRATION, registration).forEach(mail -> forget(mail, tells));
  }

  private void forget(Item mail, Predicate<String> tells) {
    List<String> telling =
        mail.texts().entrySet().stream()
            .filter(text -> MailItem.isFree(text.getKey()) && tells.test(text.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (!telling.isEmpty()) {
      ItemUpdate update = items.update(mail.required(KEY));
      telling.forEach(update::remove);
      update.apply();
    }
  }
}
