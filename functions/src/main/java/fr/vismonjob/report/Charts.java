package fr.vismonjob.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws charts of tables: computes the position of each bar. */
final class Charts {
  /** In percent of the width, so that the number has room beside it. */
  private static final int LONGEST_BAR = 82;

  private static final int DAYS_WIDTH = 680;
  private static final int DAYS_LEFT = 20;
  private static final int DAYS_TOP = 20;
  private static final int DAYS_HEIGHT = 160;
  private static final int LABELLED_DAYS = 8;

  /** The last place where the label of a day ends within the picture. */
  private static final int LAST_LABEL = 684;

  private static final int DIGIT = 6;

  private Charts() {}

  /** Horizontal bars, one group for each row. */
  static Chart bars(String title, Table table, String... series) {
    long most = most(table, series);
    return new Chart.Bars(
        title,
        List.of(series),
        table.rows().stream()
            .map(
                row ->
                    new Chart.Group(
                        row.name(),
                        Stream.of(series)
                            .map(name -> row.counts().get(table.columns().indexOf(name)))
                            .map(n -> new Chart.Length(n, scaled(n, most, LONGEST_BAR)))
                            .toList()))
            .toList());
  }

  /** Vertical bars for a table whose rows are days. A day without a row has no bar. */
  static Chart columns(String title, Table table, String... series) {
    List<Chart.Bar> bars = new ArrayList<>();
    List<Chart.Label> labels = new ArrayList<>();
    long most = most(table, series);
    if (!table.rows().isEmpty()) {
      LocalDate first = LocalDate.parse(table.rows().getFirst().name());
      LocalDate last = LocalDate.parse(table.rows().getLast().name());
      int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
      int step = Math.max(1, DAYS_WIDTH / days);
      int width = Math.clamp(step / series.length - 1, 1, 24);
      for (Table.Row row : table.rows()) {
        int day = (int) (LocalDate.parse(row.name()).toEpochDay() - first.toEpochDay());
        int x = DAYS_LEFT + day * DAYS_WIDTH / days;
        for (int i = 0; i < series.length; i++) {
          long count = row.counts().get(table.columns().indexOf(series[i]));
          int height = scaled(count, most, DAYS_HEIGHT);
          int top = DAYS_TOP + DAYS_HEIGHT - height;
          Chart.Label number =
              new Chart.Label(x + i * width + width / 2, top - 3, fitting(count, width));
          bars.add(new Chart.Bar(i, x + i * width, top, width, height, number));
        }
      }
      int every = Math.max(1, days / LABELLED_DAYS);
      for (int day = 0; day < days; day += every) {
        LocalDate date = first.plusDays(day);
        int x = DAYS_LEFT + day * DAYS_WIDTH / days;
        if (x <= LAST_LABEL) {
          labels.add(
              new Chart.Label(
                  x,
                  DAYS_TOP + DAYS_HEIGHT + 18,
                  "%02d/%02d".formatted(date.getDayOfMonth(), date.getMonthValue())));
        }
      }
    }
    return new Chart.Columns(title, List.of(series), bars, labels, most);
  }

  /** Discs on the map of France. */
  static Chart map(String title, Table table, String column, Survey survey) {
    List<Long> counts = table.column(column);
    return DiscMap.of(
        title,
        IntStream.range(0, counts.size())
            .mapToObj(
                i -> {
                  String name = table.rows().get(i).name();
                  return new DiscMap.Spot(name, survey.departementCode(name), counts.get(i));
                })
            .toList());
  }

  private static long most(Table table, String... series) {
    long most = 1;
    for (String column : series) {
      for (long count : table.column(column)) {
        most = Math.max(most, count);
      }
    }
    return most;
  }

  private static String fitting(long count, int width) {
    String text = Long.toString(count);
    return count == 0 || text.length() * DIGIT > width ? "" : text;
  }

  private static int scaled(long count, long most, int length) {
    return count == 0 ? 0 : (int) Math.max(1, Math.round((double) count * length / most));
  }
}
