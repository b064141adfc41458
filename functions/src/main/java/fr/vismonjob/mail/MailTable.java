package fr.vismonjob.mail;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.ItemUpdate;
import fr.vismonjob.dynamodb.Share;
import fr.vismonjob.dynamodb.UnreadableRow;
import fr.vismonjob.dynamodb.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The {@code Mails} table: the outbox and the ledger of all mails. */
public final class MailTable {
  /** Much longer than any run of a sender, so that the sender of an older claim has died. */
  private static final Duration CLAIM_LIFE = Duration.ofHours(1);

  private static final String OUTCOME_UNKNOWN =
      "issue inconnue : le service d’envoi n’a pas répondu, le mail est peut-être parti";

  private static final String POSTPONED =
      "trop de mails en une heure à des adresses non confirmées : celui-ci partira plus tard";

  /** The statuses of mails that the mail service may have accepted. */
  private static final Set<String> MAY_HAVE_LEFT =
      Set.of(
          MailStatus.EN_COURS.name(),
          MailStatus.ENVOYE.name(),
          MailStatus.ECHEC.name(),
          MailStatus.REJETE.name());

  private final ItemTable items;

  public MailTable(DynamoDbClient dynamoDb, String table) {
    this.items = new ItemTable(dynamoDb, table, MailItem.KEY);
  }

  /** Queues a mail in a transaction, which fails if the key was ever used. */
  public Write queue(Mail mail) {
    return items.insert(MailItem.write(mail));
  }

  /** Queues a mail on its own; false if a mail has this key already. */
  public boolean queueUnlessKnown(Mail mail) {
    return items.insertNow(MailItem.write(mail));
  }

  public Optional<Mail> find(String key) {
    return items.find(key).map(item -> items.read(item, MailItem::read));
  }

  /**
   * Claims a waiting mail for sending; empty if it does not wait, so that only one sender ever has
   * it.
   */
  public Optional<Mail> claim(String key, Instant now) {
    return moving(key, MailStatus.A_ENVOYER, MailStatus.EN_COURS)
        .set(MailItem.CLAIMED_AT, now.toString())
        .remove(MailItem.REASON)
        .remove(MailItem.HELD_BACK_BY)
        .remove(MailItem.HELD_BACK_EDITION)
        .apply()
        .map(item -> items.read(item, MailItem::read));
  }

  /** Records that the mail was sent. If its rejection is recorded already, that stays. */
  public void recordSent(String key, Instant now, String sesMessageId) {
    if (sent(key, MailStatus.EN_COURS, MailStatus.ENVOYE, now, sesMessageId).isEmpty()) {
      required(key, sent(key, MailStatus.REJETE, MailStatus.REJETE, now, sesMessageId));
    }
  }

  private Optional<Item> sent(
      String key, MailStatus from, MailStatus to, Instant now, String sesMessageId) {
    return MailItem.forgetAddressee(moving(key, from, to))
        .set(MailItem.SENT_AT, now.toString())
        .set(MailItem.MESSAGE_ID, sesMessageId)
        .apply();
  }

  /** Records that the mail is pointless: what it would say is no longer true. */
  public void recordPointless(String key, String reason) {
    required(key, closed(key, MailStatus.SANS_OBJET, reason).apply());
  }

  public void recordFailed(String key, String reason, Instant now) {
    required(
        key, closed(key, MailStatus.ECHEC, reason).set(MailItem.FAILED_AT, now.toString()).apply());
  }

  private ItemUpdate closed(String key, MailStatus status, String reason) {
    return MailItem.forgetAddressee(moving(key, MailStatus.EN_COURS, status))
        .set(MailItem.REASON, reason);
  }

  /** Puts a claimed mail that was certainly not sent back to waiting. */
  public void release(String key) {
    required(key, waitingAgain(key).apply());
  }

  /**
   * Puts a claimed mail back to waiting because no mail of its edition can leave.
   *
   * @param run what could not send it, and does not try it again
   */
  public void holdBack(String key, String run, String edition, String reason) {
    required(
        key,
        waitingAgain(key)
            .set(MailItem.HELD_BACK_BY, run)
            .set(MailItem.HELD_BACK_EDITION, edition)
            .set(MailItem.REASON, reason)
            .apply());
  }

  /**
   * Puts a claimed mail back to waiting because the budget of this hour is used up.
   *
   * @param run what could not send it, and does not try it again
   */
  public void postpone(String key, String run, Instant now) {
    required(
        key,
        waitingAgain(key)
            .set(MailItem.HELD_BACK_BY, run)
            .set(MailItem.POSTPONED_AT, now.toString())
            .set(MailItem.REASON, POSTPONED)
            .apply());
  }

  /** The keys of the postponed mails, the oldest first. The index may lack the newest. */
  public List<String> postponed() {
    return ofStatus(MailStatus.A_ENVOYER)
        .filter(mail -> mail.has(MailItem.POSTPONED_AT))
        .map(mail -> mail.required(MailItem.KEY))
        .toList();
  }

  private ItemUpdate waitingAgain(String key) {
    return moving(key, MailStatus.EN_COURS, MailStatus.A_ENVOYER).remove(MailItem.CLAIMED_AT);
  }

  /** Why the run held back mails of that edition; empty if it did not. */
  public Optional<String> heldBack(String run, String edition) {
    return those(
            items.scan(MailItem.HELD_BACK_BY, run, Share.WHOLE),
            mail -> mail.textOrEmpty(MailItem.HELD_BACK_EDITION).equals(edition))
        .map(mail -> mail.textOrEmpty(MailItem.REASON))
        .findFirst();
  }

  private ItemUpdate moving(String key, MailStatus from, MailStatus to) {
    return items.update(key).onlyIf(MailItem.STATUS, from.name()).set(MailItem.STATUS, to.name());
  }

  private static void required(String key, Optional<Item> settled) {
    if (settled.isEmpty()) {
      throw new IllegalStateException(
          "mail " + key + " is no longer EN_COURS: another run has recorded its outcome");
    }
  }

  /**
   * The keys of the mails that a workflow has to send: those queued for it, and those queued before
   * that instant to be sent at once that still wait; without those that the run has held back or
   * postponed. Reads the table and not its index, which may lack the newest mails.
   */
  public List<String> waiting(Instant overdueBefore, String run) {
    return those(
            items.scan(MailItem.STATUS, MailStatus.A_ENVOYER.name(), Share.WHOLE),
            mail ->
                (mail.textOrEmpty(MailItem.DEPARTURE).equals(Departure.CAMPAIGN.code())
                        || isBefore(overdueBefore, mail, MailItem.CREATED_AT))
                    && !mail.textOrEmpty(MailItem.HELD_BACK_BY).equals(run))
        .map(mail -> mail.required(MailItem.KEY))
        .sorted()
        .toList();
  }

  /** How many have failed from that instant on. Reads the table and not its index. */
  public long failedSince(Instant since) {
    return those(
            items.scan(MailItem.STATUS, MailStatus.ECHEC.name(), Share.WHOLE),
            mail ->
                !mail.isNothing(MailItem.FAILED_AT)
                    && !mail.instant(MailItem.FAILED_AT).isBefore(since))
        .count();
  }

  /**
   * The mails of all editions that were never sent or were rejected.
   *
   * @param unreadable is told the rows that cannot be read
   */
  public Stream<LostMail> lost(Consumer<UnreadableRow> unreadable) {
    return Stream.of(MailStatus.ECHEC, MailStatus.REJETE)
        .flatMap(status -> items.read(ofStatus(status), MailTable::lost, unreadable));
  }

  /** The mails for which this holds. One that cannot be read is left out and named in the log. */
  private Stream<Item> those(Stream<Item> mails, Predicate<Item> holds) {
    return mails.filter(
        mail ->
            UnreadableRow.skip(() -> Optional.of(items.read(mail, holds::test)), UnreadableRow::log)
                .orElse(false));
  }

  private Stream<Item> ofStatus(MailStatus status) {
    return items.query("par-statut", MailItem.STATUS, status.name());
  }

  private static LostMail lost(Item mail) {
    return new LostMail(
        mail.required(MailItem.REGISTRATION),
        MailItem.kind(mail),
        mail.findOneOf(MailItem.REJECTION, Gravity.class));
  }

  /**
   * Sets mails whose sender died to failed. They may have been sent, so they are not sent again.
   */
  public int settleStaleClaims(Instant now) {
    Instant takenBefore = now.minus(CLAIM_LIFE);
    return (int)
        those(
                ofStatus(MailStatus.EN_COURS),
                mail -> isBefore(takenBefore, mail, MailItem.CLAIMED_AT))
            .filter(mail -> failed(mail, now))
            .count();
  }

  private static boolean isBefore(Instant instant, Item mail, String attribute) {
    return mail.find(attribute).filter(at -> at.compareTo(instant.toString()) < 0).isPresent();
  }

  /** Sets a claimed mail to failed; false if its sender has recorded an outcome meanwhile. */
  private boolean failed(Item mail, Instant now) {
    return closed(mail.required(MailItem.KEY), MailStatus.ECHEC, OUTCOME_UNKNOWN)
        .onlyIf(MailItem.CLAIMED_AT, mail.textOrEmpty(MailItem.CLAIMED_AT))
        .set(MailItem.FAILED_AT, now.toString())
        .apply()
        .isPresent();
  }

  /** The key of the mail with that id of the mail service. */
  public Optional<String> keyOf(String sesMessageId) {
    return items
        .query("par-message", MailItem.MESSAGE_ID, sesMessageId)
        .map(item -> item.required(MailItem.KEY))
        .findFirst();
  }

  /**
   * The write that records a rejection. Empty if this is not that mail, or if a rejection as bad is
   * known of it. A mail whose sender has not recorded its success has no id of the mail service
   * yet.
   */
  public Optional<Write> record(String key, Rejection rejection) {
    return items
        .find(key)
        .filter(mail -> isNews(mail, rejection))
        .map(
            mail ->
                MailItem.forgetAddressee(items.update(key))
                    .onlyIf(mail.only(MailItem.STATUS, MailItem.MESSAGE_ID, MailItem.REJECTION))
                    .set(MailItem.STATUS, MailStatus.REJETE.name())
                    .set(MailItem.MESSAGE_ID, rejection.messageId())
                    .set(MailItem.REJECTION, rejection.gravity().name())
                    .set(MailItem.REASON, rejection.reason())
                    .write());
  }

  private static boolean isNews(Item mail, Rejection rejection) {
    return MAY_HAVE_LEFT.contains(mail.required(MailItem.STATUS))
        && mail.find(MailItem.MESSAGE_ID).filter(id -> !id.equals(rejection.messageId())).isEmpty()
        && mail.findOneOf(MailItem.REJECTION, Gravity.class)
            .filter(known -> known.compareTo(rejection.gravity()) >= 0)
            .isEmpty();
  }

  /**
   * Removes from a registration's mails what identifies the person. The index may lack the newest
   * mails, but those hold nothing of the kind.
   */
  public void forget(String registration, Predicate<String> tells) {
    items
        .query("par-inscription", MailItem.REGISTRATION, registration)
        .forEach(mail -> forget(mail, tells));
  }

  private void forget(Item mail, Predicate<String> tells) {
    List<String> telling =
        mail.texts().entrySet().stream()
            .filter(text -> MailItem.isFree(text.getKey()) && tells.test(text.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (!telling.isEmpty()) {
      ItemUpdate update = items.update(mail.required(MailItem.KEY));
      telling.forEach(update::remove);
      update.apply();
    }
  }
}
