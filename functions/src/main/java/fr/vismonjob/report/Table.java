package fr.vismonjob.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table of counts, with words for its rows and columns.
 *
 * @param file name of its CSV file, without the ending
 */
public record Table(String file, String rowTitle, List<String> columns, List<Row> rows) {
  public record Row(String name, List<Long> counts) {
    public Row {
      counts = List.copyOf(counts);
    }
  }

  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** The counts of one column, by row. */
  public List<Long> column(String title) {
    int place = columns.indexOf(title);
    return rows.stream().map(row -> row.counts().get(place)).toList();
  }

  /** The columns' sums. */
  public List<Long> totals() {
    return columns.stream()
        .map(title -> column(title).stream().mapToLong(Long::longValue).sum())
        .toList();
  }

  /** The same as people read it. */
  public Sheet sheet() {
    return new Sheet(
        file,
        1,
        Stream.concat(Stream.of(rowTitle), columns.stream()).toList(),
        rows.stream().map(row -> texts(row.name(), row.counts())).toList(),
        texts("Total", totals()));
  }

  private static List<String> texts(String head, List<Long> counts) {
    return Stream.concat(Stream.of(head), counts.stream().map(Object::toString)).toList();
  }
}
