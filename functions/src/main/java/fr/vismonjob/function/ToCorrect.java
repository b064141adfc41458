package fr.vismonjob.function;

import fr.vismonjob.dynamodb.UnreadableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The rows that a step left out because they cannot be read: it names them and goes on. */
final class ToCorrect implements Consumer<UnreadableRow> {
  /** The result of a step has a limited size. */
  private static final int MOST = 20;

  private final List<UnreadableRow> rows = new ArrayList<>();

  @Override
  public void accept(UnreadableRow row) {
    row.log();
    rows.add(row);
  }

  /** The first rows, by key and attribute, for the result of the step. */
  List<String> named() {
    return rows.stream().limit(MOST).map(row -> row.row() + ", " + row.attribute()).toList();
  }
}
