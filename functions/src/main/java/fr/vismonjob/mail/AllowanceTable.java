package fr.vismonjob.mail;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.Transactions.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The {@code MailAllowances} table: an item for each address, which DynamoDB deletes an hour after
 * its last mail (TTL), and one for each clock hour.
 */
public final class AllowanceTable {
  private static final String ADDRESS = "destinataire";
  private static final String SENT = "envois";
  private static final String NUMBER = "nombre";
  private static final String EXPIRES = "expire_le";

  /** So that an operator still sees the last day. */
  private static final Duration KEPT = Duration.ofDays(1);

  private final ItemTable items;

  public AllowanceTable(DynamoDbClient dynamoDb, String table) {
    this.items = new ItemTable(dynamoDb, table, ADDRESS);
  }

  public Allowance of(String address) {
    List<String> sent = items.find(address).map(item -> item.list(SENT)).orElse(List.of());
    return new Allowance(address, sent.stream().map(Instant::parse).toList());
  }

  /**
   * Counts one more mail; the transaction fails if another was counted since {@code before} was
   * read.
   */
  public Write count(Allowance before, Instant now) {
    Allowance after = before.withOne(now);
    Item item =
        Item.empty()
            .put(ADDRESS, after.address())
            .put(SENT, texts(after.sent()))
            .put(EXPIRES, now.plus(Allowance.PERIOD).getEpochSecond());
    return before.sent().isEmpty()
        ? items.insert(item)
        : items
            .update(before.address())
            .onlyIf(Item.empty().put(SENT, texts(before.sent())))
            .replaceWith(item);
  }

  /**
   * Counts one more of all mails that leave in this clock hour to addresses that have not
   * confirmed, so that whoever types other people's addresses into forms can cause no more; false,
   * and nothing counted, if there were as many already.
   */
  public boolean countInHour(Instant now, int most) {
    return items
        .updateOrMake(hour(now))
        .onlyIfBelow(NUMBER, most)
        .add(NUMBER, 1)
        .set(
            Item.empty()
                .put(EXPIRES, now.truncatedTo(ChronoUnit.HOURS).plus(KEPT).getEpochSecond()))
        .apply()
        .isPresent();
  }

  /** Counts one mail less in that clock hour, for one that did not leave. */
  public void uncountInHour(Instant when) {
    items.update(hour(when)).add(NUMBER, -1).apply();
  }

  private static String hour(Instant when) {
    return "heure/" + when.truncatedTo(ChronoUnit.HOURS);
  }

  private static List<String> texts(List<Instant> instants) {
    return instants.stream().map(Instant::toString).toList();
  }
}
