package fr.vismonjob.dynamodb;

import fr.vismonjob.json.ErrorLine;
import java.io.Serial;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A row of a table that cannot be read, because of one of its attributes. It stops what needs this
 * row, and nothing else: whoever reads many rows hands over a consumer, called {@code unreadable}
 * everywhere, which is told the rows that are left out.
 */
public final class UnreadableRow extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String row;
  private final String attribute;

  /**
   * @param row the name of the table's key, and the key
   */
  UnreadableRow(String row, Unreadable cause) {
    super(row + ", " + cause.getMessage() + ".", cause);
    this.row = row;
    this.attribute = cause.attribute();
  }

  /** The row in words, such as {@code inscription 3f1c}. */
  public String row() {
    return row;
  }

  public String attribute() {
    return attribute;
  }

  /** Names the row and the attribute in the log, without the value. */
  public void log() {
    ErrorLine.of("row-unreadable").with("row", row).with("attribute", attribute).print();
  }

  /** What was read; empty if its row cannot be read, which the log names then. */
  public static <T> Optional<T> skip(Supplier<Optional<T>> reading) {
    return skip(reading, UnreadableRow::log);
  }

  /** The same; {@code unreadable} is told the row. */
  public static <T> Optional<T> skip(
      Supplier<Optional<T>> reading, Consumer<UnreadableRow> unreadable) {
    try {
      return reading.get();
    } catch (UnreadableRow e) {
      unreadable.accept(e);
      return Optional.empty();
    }
  }
}
