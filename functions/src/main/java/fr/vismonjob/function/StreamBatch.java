package fr.vismonjob.function;

import fr.vismonjob.workflow.JsonInput;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A batch of changes from a table's stream. One that cannot be settled now does not hold up the
 * others: all are tried, and the answer says where Lambda has to begin again. So what settles a
 * change has to recognise what it has settled before.
 */
final class StreamBatch {
  private StreamBatch() {}

  /**
   * @param settle is given the record of a change, with the item's keys and its new image
   */
  static Map<String, ?> settle(JsonInput batch, Predicate<JsonInput> settle) {
    Optional<String> firstFailed = Optional.empty();
    for (JsonInput record : batch.objects("Records")) {
      JsonInput change = record.object("dynamodb");
      if (!settle.test(change) && firstFailed.isEmpty()) {
        firstFailed = Optional.of(change.text("SequenceNumber"));
      }
    }
    return Map.of(
        "batchItemFailures",
        firstFailed.stream().map(number -> Map.of("itemIdentifier", number)).toList());
  }
}
