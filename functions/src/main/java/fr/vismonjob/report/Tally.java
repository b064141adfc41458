package fr.vismonjob.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts into the cells of a table. A row is added when it is first counted. */
final class Tally {
  private final String file;
  private final String rowTitle;
  private final List<String> columns;
  private final Map<String, long[]> rows = new LinkedHashMap<>();

  Tally(String file, String rowTitle, String... columns) {
    this.file = file;
    this.rowTitle = rowTitle;
    this.columns = List.of(columns);
  }

  /** Adds rows in this order, which stay even if nothing is counted in them. */
  Tally withRows(String... names) {
    Arrays.stream(names).forEach(this::row);
    return this;
  }

  void add(String row, String column) {
    add(row, column, 1);
  }

  void add(String row, String column, long count) {
    row(row)[columns.indexOf(column)] += count;
  }

  private long[] row(String name) {
    return rows.computeIfAbsent(name, _ -> new long[columns.size()]);
  }

  /** The table with its rows in the order in which they were added. */
  Table asMet() {
    return table(new ArrayList<>(rows.keySet()));
  }

  Table byName() {
    return table(rows.keySet().stream().sorted().toList());
  }

  /** The table with the largest counts first; equal counts by name. */
  Table byCount() {
    Comparator<String> most = Comparator.comparingLong(name -> -Arrays.stream(row(name)).sum());
    return table(rows.keySet().stream().sorted(most.thenComparing(name -> name)).toList());
  }

  private Table table(List<String> names) {
    return new Table(
        file,
        rowTitle,
        columns,
        names.stream()
            .map(name -> new Table.Row(name, Arrays.stream(row(name)).boxed().toList()))
            .toList());
  }
}
