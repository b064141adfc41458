package fr.vismonjob.report;

import fr.vismonjob.classpath.TextFile;
import java.util.List;
import java.util.Optional;

/**
 * The outlines of the départements of metropolitan France ({@code departements.tsv}, made by {@code
 * functions/site}), in a frame of 613 by 585 units.
 */
public final class Departements {
  /**
   * @param x horizontal position of the centre
   * @param y vertical position of the centre
   * @param path the outline as an SVG path
   */
  public record Outline(String code, String name, double x, double y, String path) {}

  /** The frame of the outlines. */
  static final int WIDTH = 613;

  static final int HEIGHT = 585;

  private static final List<Outline> ALL = read();

  private Departements() {}

  public static List<Outline> all() {
    return ALL;
  }

  /** The outline of a département; empty for those overseas. */
  static Optional<Outline> find(String code) {
    return ALL.stream().filter(outline -> outline.code().equals(code)).findFirst();
  }

  private static List<Outline> read() {
    return TextFile.read(
        "/departements.tsv",
        lines ->
            lines
                .map(TextFile::cells)
                .map(
                    cells ->
                        new Outline(
                            cells[0],
                            cells[1],
                            Double.parseDouble(cells[2]),
                            Double.parseDouble(cells[3]),
                            cells[4]))
                .toList());
  }
}
