package fr.vismonjob.report;

import java.util.List;

/**
 * A picture of some columns of a table. Series differ by their filling (full, then hatched), not by
 * colour. Each bar has its number beside it, and the page shows the table below.
 */
public sealed interface Chart {
  String title();

  /**
   * Horizontal bars, one group for each row of the table.
   *
   * @param series what the bars of a group are, in order
   * @param height height of the picture in its units; its width is 720
   */
  record Bars(String title, List<String> series, List<Bar> bars, List<Label> labels, int height)
      implements Chart {}

  /**
   * Vertical bars on a line of days.
   *
   * @param most the number at the top of the scale
   */
  record Columns(String title, List<String> series, List<Bar> bars, List<Label> labels, long most)
      implements Chart {}

  /**
   * A disc in each département, its area in proportion to the number. Paris and its neighbours are
   * enlarged.
   */
  record Map(String title, List<Disc> discs) implements Chart {
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
   * @param text the number, with its position
   */
  record Bar(int series, int x, int y, int width, int height, Label text) {}

  record Label(int x, int y, String text) {}

  /**
   * @param name shown when the pointer is on the disc
   * @param code written below the disc where the map has no outline; else empty
   */
  record Disc(String x, String y, String radius, long count, String name, String code) {}
}
