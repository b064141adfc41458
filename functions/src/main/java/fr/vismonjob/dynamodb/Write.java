package fr.vismonjob.dynamodb;

import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One table's part in a transaction, with its condition. The table's class makes it, {@link
 * Transactions} commits it.
 *
 * @param key the item's key; empty if the write depends on no value of the item
 * @param given makes the write from what the item is known to hold; empty if nothing is known
 */
public record Write(Map<String, AttributeValue> key, Function<Item, TransactWriteItem> given) {
  static Write always(TransactWriteItem item) {
    return new Write(Map.of(), _ -> item);
  }
}
