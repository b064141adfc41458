package fr.vismonjob.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The outlines of the départements of metropolitan France ({@code departements.tsv}, made by {@code
 * functions/site}), in a frame of 613 by 585 units.
 */
public final class Departements {
  /**
   * @param x of its centre
   * @param y of its centre
   * @param path as SVG has it
   */
  public record Outline(String code, String name, double x, double y, String path) {}

  private static final class Read {
    static final List<Outline> OUTLINES = read();
  }

  private Departements() {}

  public static List<Outline> all() {
    return Read.OUTLINES;
  }

  /** Nothing for a département overseas. */
  static Optional<Outline> find(String code) {
    return all().stream().filter(outline -> outline.code().equals(code)).findFirst();
  }

  private static List<Outline> read() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    Departements.class.getResourceAsStream("/departements.tsv"),
                    "departements.tsv"),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.split("\t", -1))
          .map(
              cells ->
                  new Outline(
                      cells[0],
                      cells[1],
                      Double.parseDouble(cells[2]),
                      Double.parseDouble(cells[3]),
                      cells[4]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
