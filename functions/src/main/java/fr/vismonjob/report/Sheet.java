package fr.vismonjob.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table as people read it, on the page and as a CSV file.
 *
 * @param file name of the CSV file, without the ending
 * @param heads how many cells at the beginning of a row say what the row is about
 * @param columns titles of the columns
 * @param total the last row of the page, which the file does not have; may be empty
 */
public record Sheet(
    String file, int heads, List<String> columns, List<List<String>> rows, List<String> total) {
  /** So that spreadsheets know that it is UTF-8. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  public Sheet {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    total = List.copyOf(total);
  }

  /** A table without a total whose rows begin with one head. */
  static Sheet of(String file, List<String> columns, List<List<String>> rows) {
    return new Sheet(file, 1, columns, rows, List.of());
  }

  public List<String> heads(List<String> row) {
    return row.subList(0, heads);
  }

  public List<String> cells(List<String> row) {
    return row.subList(heads, row.size());
  }

  /** Whether it has no row, or nothing but zeros. */
  public boolean isEmpty() {
    return rows.stream().allMatch(row -> cells(row).stream().allMatch(cell -> cell.equals("0")));
  }

  /**
   * The table as CSV for French spreadsheets: semicolons, and CR LF at the end of a line (RFC
   * 4180).
   */
  public String csv() {
    return BYTE_ORDER_MARK
        + Stream.concat(Stream.of(columns), rows.stream())
            .map(cells -> cells.stream().map(Sheet::cell).collect(Collectors.joining(";")) + "\r\n")
            .collect(Collectors.joining());
  }

  /**
   * A spreadsheet runs a cell that begins like a formula; an apostrophe before it makes it text
   * (OWASP, CSV Injection).
   */
  private static String cell(String text) {
    String safe = text.matches("(?s)\\s*[=+\\-@].*|[\\t\\r].*") ? "'" + text : text;
    return safe.matches("[^;\"\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  /** The CSV file as a {@code data:} address, so that the page can hold it. */
  public String dataUrl() {
    return "data:text/csv;charset=utf-8;base64,"
        + Base64.getEncoder().encodeToString(csv().getBytes(StandardCharsets.UTF_8));
  }
}
