package fr.vismonjob.mail;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The {@code Mails} table, read as a whole: mails that wait, that a sender left behind, that
 * failed.
 */
public final class MailSweepTable {
  /** Much longer than any run of a sender, so that the sender of an older claim has died. */
  private static final Duration CLAIM_LIFE = Duration.ofHours(1);

  private static final String OUTCOME_UNKNOWN =
      "issue inconnue : le service d’envoi n’a pas répondu, le mail est peut-être parti";

  private final ItemTable items;

  public MailSweepTable(DynamoDbClient dynamoDb, String table) {
    this.items = new ItemTable(dynamoDb, table, MailItem.KEY);
  }

  /**
   * The keys of the mails that a workflow has to send: those queued for it, and those queued before
   * that instant to be sent at once that still wait. Reads the table and not its index, which may
   * lack the newest mails.
   */
  public List<String> waiting(Instant overdueBefore) {
    return items
        .scan(MailItem.STATUS, MailStatus.A_ENVOYER.name(), Share.WHOLE)
        .filter(
            mail ->
                mail.textOrEmpty(MailItem.DEPARTURE).equals(Departure.CAMPAIGN.code())
                    || isBefore(overdueBefore, mail, MailItem.CREATED_AT))
        .map(mail -> mail.required(MailItem.KEY))
        .sorted()
        .toList();
  }

  /** How many have failed from that instant on. Reads the table and not its index. */
  public long failedSince(Instant since) {
    return items
        .scan(MailItem.STATUS, MailStatus.ECHEC.name(), Share.WHOLE)
        .flatMap(mail -> mail.find(MailItem.FAILED_AT).stream())
        .filter(at -> !Instant.parse(at).isBefore(since))
        .count();
  }

  /** The mails of all editions that were never sent or were rejected. */
  public Stream<LostMail> lost() {
    return Stream.of(MailStatus.ECHEC, MailStatus.REJETE)
        .flatMap(status -> ofStatus(status).map(MailSweepTable::lost));
  }

  private Stream<Item> ofStatus(MailStatus status) {
    return items.query("par-statut", MailItem.STATUS, status.name());
  }

  private static LostMail lost(Item mail) {
    return new LostMail(
        mail.required(MailItem.REGISTRATION),
        MailItem.kind(mail),
        mail.find(MailItem.REJECTION).map(Gravity::valueOf));
  }

  /**
   * Sets mails whose sender died to failed. They may have been sent, so they are not sent again.
   */
  public int settleStaleClaims(Instant now) {
    Instant takenBefore = now.minus(CLAIM_LIFE);
    return (int)
        ofStatus(MailStatus.EN_COURS)
            .filter(mail -> isBefore(takenBefore, mail, MailItem.CLAIMED_AT))
            .filter(mail -> failed(mail, now))
            .count();
  }

  private static boolean isBefore(Instant instant, Item mail, String attribute) {
    return mail.find(attribute).filter(at -> at.compareTo(instant.toString()) < 0).isPresent();
  }

  /** Sets a claimed mail to failed; false if its sender has recorded an outcome meanwhile. */
  private boolean failed(Item mail, Instant now) {
    return MailItem.forgetAddressee(items.update(mail.required(MailItem.KEY)))
        .onlyIf(mail.only(MailItem.STATUS, MailItem.CLAIMED_AT))
        .set(MailItem.STATUS, MailStatus.ECHEC.name())
        .set(MailItem.REASON, OUTCOME_UNKNOWN)
        .set(MailItem.FAILED_AT, now.toString())
        .apply()
        .isPresent();
  }
}
