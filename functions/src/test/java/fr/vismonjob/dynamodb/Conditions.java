package fr.vismonjob.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.vismonjob.dynamodb.Transactions.Write;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Finds out on which attributes of a row a write depends: it must pass while the row is as it was
 * read, and each attribute is then another one alone.
 *
 * @param row as it is read
 * @param changes what somebody else may have written to it meanwhile, by the attribute's name
 */
public record Conditions(
    LocalTables tables, String table, Map<String, AttributeValue> row, Map<String, Item> changes) {
  /**
   * Asserts that the write depends on these attributes and on no other of the changes.
   *
   * @param made reads the row and makes the write
   */
  public void of(Supplier<Write> made, SortedSet<String> expected) {
    tables.put(table, row);
    Write write = made.get();
    assertTrue(tables.passes(write), "as it was read");
    SortedSet<String> found = new TreeSet<>();
    changes.forEach(
        (name, change) -> {
          tables.put(table, Item.of(row).putAll(change).attributes());
          if (!tables.passes(write)) {
            found.add(name);
          }
        });
    assertEquals(expected, found);
  }
}
