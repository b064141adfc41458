package fr.vismonjob.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Draws charts of tables: computes the position of each bar and disc. */
final class Charts {
  private static final int LABELS_END = 262;
  private static final int BARS_START = 270;
  private static final int LONGEST_BAR = 400;
  private static final int THICKNESS = 14;
  private static final int GAP = 10;

  private static final int DAYS_WIDTH = 680;
  private static final int DAYS_LEFT = 20;
  private static final int DAYS_TOP = 20;
  private static final int DAYS_HEIGHT = 160;
  private static final int LABELLED_DAYS = 8;

  private static final double LARGEST_DISC = 26;
  private static final double SMALLEST_DISC = 4;
  private static final int OVERSEAS_LEFT = 40;
  private static final int OVERSEAS_STEP = 60;
  private static final int OVERSEAS_TOP = 620;
  private static final Set<String> AROUND_PARIS = Set.of("75", "92", "93", "94");

  private Charts() {}

  /** Horizontal bars, one group for each row. */
  static Chart bars(String title, Table table, String... series) {
    long most = most(table, series);
    List<Chart.Bar> bars = new ArrayList<>();
    List<Chart.Label> labels = new ArrayList<>();
    int y = 0;
    for (Table.Row row : table.rows()) {
      labels.add(new Chart.Label(LABELS_END, y + series.length * THICKNESS / 2 + 4, row.name()));
      for (int i = 0; i < series.length; i++) {
        long count = row.counts().get(table.columns().indexOf(series[i]));
        int width = scaled(count, most, LONGEST_BAR);
        Chart.Label number =
            new Chart.Label(BARS_START + width + 5, y + THICKNESS - 3, Long.toString(count));
        bars.add(new Chart.Bar(i, BARS_START, y + 1, width, THICKNESS - 2, number));
        y += THICKNESS;
      }
      y += GAP;
    }
    return new Chart.Bars(title, List.of(series), bars, labels, Math.max(y, 1));
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
              new Chart.Label(x + i * width + width / 2, top - 3, count == 0 ? "" : "" + count);
          bars.add(new Chart.Bar(i, x + i * width, top, width, height, number));
        }
      }
      int every = Math.max(1, days / LABELLED_DAYS);
      for (int day = 0; day < days; day += every) {
        LocalDate date = first.plusDays(day);
        labels.add(
            new Chart.Label(
                DAYS_LEFT + day * DAYS_WIDTH / days,
                DAYS_TOP + DAYS_HEIGHT + 18,
                "%02d/%02d".formatted(date.getDayOfMonth(), date.getMonthValue())));
      }
    }
    return new Chart.Columns(title, List.of(series), bars, labels, most);
  }

  /** Discs on the map of France. Overseas départements are in a row below it. */
  static Chart map(String title, Table table, String column, Survey survey) {
    long most = most(table, column);
    List<Chart.Disc> discs = new ArrayList<>();
    int overseas = 0;
    List<Long> counts = table.column(column);
    for (int i = 0; i < counts.size(); i++) {
      long count = counts.get(i);
      if (count == 0) {
        continue;
      }
      String name = table.rows().get(i).name();
      String code = survey.departementCode(name);
      Optional<Departements.Outline> outline = Departements.find(code);
      double radius = Math.max(SMALLEST_DISC, LARGEST_DISC * Math.sqrt((double) count / most));
      double x =
          outline.isPresent()
              ? enlarged(outline.get(), outline.get().x(), Chart.Map.SHOWN_X, Chart.Map.INSET_X)
              : OVERSEAS_LEFT + OVERSEAS_STEP * overseas++;
      double y =
          outline.isPresent()
              ? enlarged(outline.get(), outline.get().y(), Chart.Map.SHOWN_Y, Chart.Map.INSET_Y)
              : OVERSEAS_TOP;
      discs.add(
          new Chart.Disc(
              number(x), number(y), number(radius), count, name, outline.isPresent() ? "" : code));
    }
    return new Chart.Map(title, discs);
  }

  /** Paris and its neighbours are too small for their discs, so the enlargement shows them. */
  private static double enlarged(
      Departements.Outline outline, double place, double shownFrom, int insetAt) {
    return AROUND_PARIS.contains(outline.code())
        ? insetAt + (place - shownFrom) * Chart.Map.INSET_SIZE / Chart.Map.SHOWN_SIZE
        : place;
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

  private static int scaled(long count, long most, int length) {
    return count == 0 ? 0 : (int) Math.max(1, Math.round((double) count * length / most));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
