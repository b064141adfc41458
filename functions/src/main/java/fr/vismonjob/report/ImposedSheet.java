package fr.vismonjob.report;

import fr.vismonjob.matching.Figures;
import fr.vismonjob.pairing.ImposedCosts;
import java.util.List;
import java.util.stream.Stream;

/** What imposing pairs has cost, two rows for each run: with the imposed pairs, and without. */
final class ImposedSheet {
  private static final List<String> COLUMNS =
      List.of(
          "Appariement",
          "Résultat",
          "Binômes imposés",
          "Binômes",
          "Moins de 40",
          "Moins de 60",
          "Total des scores");

  private ImposedSheet() {}

  static Sheet of(ImposedCosts costs) {
    return new Sheet(
        "imposes",
        2,
        COLUMNS,
        costs.runs().stream().flatMap(ImposedSheet::rows).toList(),
        List.of());
  }

  private static Stream<List<String>> rows(ImposedCosts.OfRun run) {
    return Stream.of(
        row(run, "avec", run.cost().pairs().size(), run.cost().with()),
        row(run, "sans", 0, run.cost().without()));
  }

  private static List<String> row(
      ImposedCosts.OfRun run, String result, int imposed, Figures figures) {
    return Stream.of(
            run.day(),
            result,
            imposed,
            figures.pairs(),
            figures.under40(),
            figures.under60(),
            figures.total())
        .map(Object::toString)
        .toList();
  }
}
