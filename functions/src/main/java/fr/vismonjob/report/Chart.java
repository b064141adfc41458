package fr.vismonjob.report;

import java.util.List;

/**
 * A picture of some columns of a table. Series are told apart by how they are filled, not by a
 * colour: full, then hatched. Each bar bears its number, and the table stands beneath.
 */
public sealed interface Chart {
  String title();

  /**
   * Bars that lie, one group for each row of the table.
   *
   * @param series what the bars of a group are, in order
   * @param height of the picture in its units; its width is 720
   */
  record Bars(String title, List<String> series, List<Bar> bars, List<Label> labels, int height)
      implements Chart {
    public Bars {
      series = List.copyOf(series);
      bars = List.copyOf(bars);
      labels = List.copyOf(labels);
    }
  }

  /**
   * Bars that stand on a line of days.
   *
   * @param most the number at the top of the scale
   */
  record Columns(String title, List<String> series, List<Bar> bars, List<Label> labels, long most)
      implements Chart {
    public Columns {
      series = List.copyOf(series);
      bars = List.copyOf(bars);
      labels = List.copyOf(labels);
    }
  }

  /** A disc in each département, of an area as its number; Paris and around it stand enlarged. */
  record Map(String title, List<Disc> discs) implements Chart {
    /** Where the enlargement stands in the picture. */
    public static final int INSET_X = 490;

    public static final int INSET_Y = 4;

    /** What it shows of the map, in a square of this many units that begins there. */
    public static final double SHOWN_X = 301.5;

    public static final double SHOWN_Y = 132.5;
    public static final double SHOWN_SIZE = 24;

    public static final int INSET_SIZE = 110;

    public Map {
      discs = List.copyOf(discs);
    }
  }

  /**
   * @param series which one it is of, from 0
   * @param text the number, and where it stands
   */
  record Bar(int series, int x, int y, int width, int height, Label text) {}

  record Label(int x, int y, String text) {}

  /**
   * @param name what a pointer over it shows
   * @param code what stands beneath it where there is no outline; else empty
   */
  record Disc(String x, String y, String radius, long count, String name, String code) {}
}
