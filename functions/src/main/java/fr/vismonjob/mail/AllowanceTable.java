package fr.vismonjob.mail;

import fr.vismonjob.dynamodb.Item;
import fr.vismonjob.dynamodb.ItemTable;
import fr.vismonjob.dynamodb.Write;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The {@code MailAllowances} table. DynamoDB deletes an item an hour after its last mail (TTL). */
public final class AllowanceTable {
  private static final String ADDRESS = "destinataire";
  private static final String SENT = "envois";

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
            .put("expire_le", now.plus(Allowance.PERIOD).getEpochSecond());
    return before.sent().isEmpty()
        ? items.insert(item)
        : items
            .update(before.address())
            .onlyIf(Item.empty().put(SENT, texts(before.sent())))
            .replaceWith(item);
  }

  private static List<String> texts(List<Instant> instants) {
    return instants.stream().map(Instant::toString).toList();
  }
}
