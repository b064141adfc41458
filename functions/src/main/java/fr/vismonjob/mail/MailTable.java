package fr.vismonjob.mail;

import static fr.vismonjob.mail.MailItem.*;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.ItemUpdate;
import fr.vismonjob.dynamodb.Transactions.Write;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The {@code Mails} table: the outbox and the ledger of all mails. */
public final class MailTable {
  private static final String POSTPONED =
      "trop de mails en une heure à des adresses non confirmées : celui-ci partira plus tard";

  private final ItemTable items;

  public MailTable(DynamoDbClient dynamoDb, String table) {
    this.items = new ItemTable(dynamoDb, table, KEY);
  }

  public MailLedger ledger() {
    return new MailLedger(this, items);
  }

  /** What the mail service reports about mails that it had accepted. */
  public MailRejections rejections() {
    return new MailRejections(items);
  }

  /**
   * Queues a mail in a transaction. The same transaction changes what the mail tells, so no key is
   * used twice, unless somebody puts a row back by hand: then the mail gets a key of its own.
   */
  public Write queue(Mail mail) {
    return items.insert(MailItem.write(mail), MailItem.write(mail.again()));
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
   * it. A mark of this claim tells it from those of others if the SDK has to ask for it again.
   */
  public Optional<Mail> claim(String key, Instant now) {
    return moving(key, MailStatus.A_ENVOYER, MailStatus.EN_COURS)
        .set(CLAIMED_AT, now.toString())
        .set(CLAIMED_BY, UUID.randomUUID().toString())
        .remove(REASON)
        .remove(HELD_BACK_BY)
        .remove(HELD_BACK_EDITION)
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
        .set(SENT_AT, now.toString())
        .set(MESSAGE_ID, sesMessageId)
        .apply();
  }

  /** Records that the mail is pointless: what it would say is no longer true. */
  public void recordPointless(String key, String reason) {
    required(key, closed(key, MailStatus.SANS_OBJET, reason).apply());
  }

  public void recordFailed(String key, String reason, Instant now) {
    required(key, closed(key, MailStatus.ECHEC, reason).set(FAILED_AT, now.toString()).apply());
  }

  /** Ends a claimed mail for that reason. */
  ItemUpdate closed(String key, MailStatus status, String reason) {
    return MailItem.forgetAddressee(moving(key, MailStatus.EN_COURS, status))
        // If operators let it wait again, it waits for no hour.
        .remove(POSTPONED_AT)
        .set(REASON, reason);
  }

  /** Puts a claimed mail that was certainly not sent back to waiting. */
  public void release(String key) {
    required(key, waitingAgain(key).apply());
  }

  /**
   * Puts a claimed mail back to waiting until somebody corrects something of its edition.
   *
   * @param run what could not send it, and does not try it again
   */
  public void holdBack(String key, String run, String edition, String reason) {
    required(
        key,
        waitingAgain(key)
            .set(HELD_BACK_BY, run)
            .set(HELD_BACK_EDITION, edition)
            .set(REASON, reason)
            .apply());
  }

  /** Puts a claimed mail back to waiting because the budget of this hour is used up. */
  public void postpone(String key, Instant now) {
    required(
        key, waitingAgain(key).set(POSTPONED_AT, now.toString()).set(REASON, POSTPONED).apply());
  }

  private ItemUpdate waitingAgain(String key) {
    return moving(key, MailStatus.EN_COURS, MailStatus.A_ENVOYER)
        .remove(CLAIMED_AT)
        .remove(CLAIMED_BY);
  }

  private ItemUpdate moving(String key, MailStatus from, MailStatus to) {
    return items.update(key).onlyIf(STATUS, from.name()).set(STATUS, to.name());
  }

  private static void required(String key, Optional<Item> settled) {
    if (settled.isEmpty()) {
      throw new IllegalStateException(
          "mail " + key + " is no longer EN_COURS: another run has recorded its outcome");
    }
  }
}
