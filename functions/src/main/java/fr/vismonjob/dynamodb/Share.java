package fr.vismonjob.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A part of a table that is read at the same time as the others.
 *
 * @param index which part, from 0
 * @param of how many parts there are
 */
public record Share(int index, int of) {
  /** The whole table, read by one. */
  public static final Share WHOLE = new Share(0, 1);

  public Share {
    if (index < 0 || index >= of) {
      throw new IllegalArgumentException("no share " + index + " of " + of);
    }
  }

  public static List<Share> all(int of) {
    return IntStream.range(0, of).mapToObj(index -> new Share(index, of)).toList();
  }

  /** The edition's items in this part of the table, as they stand. */
  public Stream<Map<String, AttributeValue>> scan(
      DynamoDbClient dynamoDb, String table, String edition) {
    return dynamoDb
        .scanPaginator(
            scan ->
                scan.tableName(table)
                    .consistentRead(true)
                    .segment(index)
                    .totalSegments(of)
                    .filterExpression("edition = :edition")
                    .expressionAttributeValues(Map.of(":edition", Item.text(edition))))
        .items()
        .stream();
  }
}
