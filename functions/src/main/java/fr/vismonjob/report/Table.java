package fr.vismonjob.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of counts, with words for its rows and columns.
 *
 * @param file name of its CSV file, without the ending
 */
public record Table(String file, String rowTitle, List<String> columns, List<Row> rows) {
  /** So that spreadsheets know that it is UTF-8. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** One row: what is counted, and a count for each column. */
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

  public boolean isEmpty() {
    return rows.stream().allMatch(row -> row.counts().stream().allMatch(count -> count == 0));
  }

  /** The columns' sums. */
  public List<Long> totals() {
    return columns.stream()
        .map(title -> column(title).stream().mapToLong(Long::longValue).sum())
        .toList();
  }

  /**
   * The table as CSV for French spreadsheets: semicolons, and CR LF at the end of a line (RFC
   * 4180).
   */
  public String csv() {
    Stream<Stream<String>> lines =
        Stream.concat(
            Stream.of(Stream.concat(Stream.of(rowTitle), columns.stream())),
            rows.stream()
                .map(
                    row ->
                        Stream.concat(
                            Stream.of(row.name()),
                            row.counts().stream().map(count -> Long.toString(count)))));
    return BYTE_ORDER_MARK
        + lines
            .map(cells -> cells.map(Table::quoted).collect(Collectors.joining(";")) + "\r\n")
            .collect(Collectors.joining());
  }

  private static String quoted(String cell) {
    return cell.matches("[^;\"\r\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  /** The CSV file as a {@code data:} address, so that the page can hold it. */
  public String dataUrl() {
    return "data:text/csv;charset=utf-8;base64,"
        + Base64.getEncoder().encodeToString(csv().getBytes(StandardCharsets.UTF_8));
  }
}
