package fr.vismonjob.report;

import java.util.List;

/**
 * A picture of some columns of a table. Series differ by their filling (full, then hatched), not by
 * colour. Each bar has its number beside it, and the page shows the table below.
 */
public sealed interface Chart {
  String title();

  /**
   * Horizontal bars, one group for each row of the table. The labels are text of the page, which
   * breaks into lines by itself.
   *
   * @param series what the bars of a group are, in order
   */
  record Bars(String title, List<String> series, List<Group> groups) implements Chart {}

  /** A row's bars, one for each of the series. */
  record Group(String label, List<Length> lengths) {}

  /**
   * @param percent of the width that is there
   */
  record Length(long count, int percent) {}

  /**
   * Vertical bars on a line of days.
   *
   * @param most the number at the top of the scale
   */
  record Columns(String title, List<String> series, List<Bar> bars, List<Label> labels, long most)
      implements Chart {}

  /**
   * A disc for each département, its area in proportion to the number. Paris and its neighbours are
   * enlarged.
   *
   * @param height height of the picture in its units; its width is {@link Departements#WIDTH}
   */
  record Map(String title, List<Disc> discs, int height) implements Chart {
    /** Where the enlargement stands in the picture. */
    public static final int INSET_X = 490;

    public static final int INSET_Y = 4;

    /** The square of the map that the enlargement shows: where it begins, and its side. */
    public static final double SHOWN_X = 301.5;

    public static final double SHOWN_Y = 132.5;
    public static final double SHOWN_SIZE = 24;

    public static final int INSET_SIZE = 110;
  }

  /**
   * @param series index of the bar's series, from 0
   * @param text the number, with its position; empty where it has no room
   */
  record Bar(int series, int x, int y, int width, int height, Label text) {}

  record Label(int x, int y, String text) {}

  /**
   * @param name shown when the pointer is on the disc
   * @param code written below the disc where the map has no outline; else empty
   */
  record Disc(double x, double y, double radius, long count, String name, String code) {
    /** The circle that holds both the disc and its number. */
    double reach() {
      return Math.max(radius, 3 + 3.8 * Long.toString(count).length());
    }

    Disc at(double otherX, double otherY) {
      return new Disc(otherX, otherY, radius, count, name, code);
    }

    /** A coordinate or length as SVG writes it. */
    public static String units(double value) {
      return String.format(java.util.Locale.ROOT, "%.1f", value);
    }
  }
}
